/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-banner"

#include "huis-banner.h"
#include "huis-json.h"
#include "huis-probe-list.h"
#include "huis-talk.h"

#include <string.h>

/*
 * Servers that speak first: nothing is said to them. Some look up our name before they do, and that
 * takes its time.
 */

#define PATIENCE_MS 3000

static void
report (HuisTalk *talk, const char *protocol, const char *text)
{
  HuisLook *look = huis_talk_get_look (talk);
  JsonObject *fact;

  if (text == NULL || *text == '\0')
    return;

  fact = huis_look_fact (look, "banner", huis_talk_get_address (talk));
  json_object_set_int_member (fact, "port", huis_talk_get_port (talk));
  json_object_set_string_member (fact, "protocol", protocol);
  json_object_set_string_member (fact, "text", text);
  huis_look_emit (look, fact);
}

static void
report_line (HuisTalk *talk, const char *protocol, const char *heard)
{
  g_autofree char *line = g_strndup (heard, strcspn (heard, "\r\n"));

  report (talk, protocol, line);
}

static void
ssh_heard (HuisTalk *talk, const char *heard, gsize length)
{
  if (g_str_has_prefix (heard, "SSH-"))
    report_line (talk, "ssh", heard);
}

static void
ftp_heard (HuisTalk *talk, const char *heard, gsize length)
{
  report_line (talk, "ftp", heard);
}

static void
smtp_heard (HuisTalk *talk, const char *heard, gsize length)
{
  report_line (talk, "smtp", heard);
}

static void
telnet_heard (HuisTalk *talk, const char *heard, gsize length)
{
  g_autofree char *text = huis_banner_read_telnet (heard, length);

  report (talk, "telnet", text);
}

/* A question for a name or password is the end of what is said unasked. */
static gboolean
telnet_is_enough (const char *heard, gsize length)
{
  return memmem (heard, length, "ogin", 4) != NULL || memmem (heard, length, "assword", 7) != NULL;
}

static void
listen_to (HuisLook *look,
           HuisHost *host,
           guint16 port,
           int fd,
           HuisTalkEnoughFunc enough,
           HuisTalkFunc heard)
{
  HuisTalkOptions options = { look, fd, host->address, port, PATIENCE_MS, enough, heard };

  huis_talk_start (&options, NULL, 0);
}

void
huis_probe_ssh_open (HuisLook *look, HuisHost *host, guint16 port, int fd)
{
  listen_to (look, host, port, fd, huis_talk_has_line, ssh_heard);
}

void
huis_probe_ftp_open (HuisLook *look, HuisHost *host, guint16 port, int fd)
{
  listen_to (look, host, port, fd, huis_talk_has_line, ftp_heard);
}

void
huis_probe_smtp_open (HuisLook *look, HuisHost *host, guint16 port, int fd)
{
  listen_to (look, host, port, fd, huis_talk_has_line, smtp_heard);
}

void
huis_probe_telnet_open (HuisLook *look, HuisHost *host, guint16 port, int fd)
{
  listen_to (look, host, port, fd, telnet_is_enough, telnet_heard);
}
