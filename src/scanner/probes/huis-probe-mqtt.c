/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-mqtt"

#include "huis-json.h"
#include "huis-probe-list.h"
#include "huis-talk.h"

/*
 * Whether anyone may listen in: CONNECT without a user (MQTT 3.1.1, 3.1), and DISCONNECT whatever
 * the answer. Nothing is subscribed to.
 */

#define PATIENCE_MS 2000

static const char hello[] = "\x10\x15\x00\x04MQTT\x04\x02\x00\x0a\x00\x09huiswacht";
static const char goodbye[] = "\xe0\x00";

static gboolean
is_enough (const char *heard, gsize length)
{
  return length >= 4;
}

static void
heard_cb (HuisTalk *talk, const char *heard, gsize length)
{
  HuisLook *look = huis_talk_get_look (talk);
  JsonObject *fact;

  /* CONNACK: 0x20, two more bytes, of which the second says how it went. */
  if (huis_talk_get_turn (talk) != 1 || length < 4 || heard[0] != '\x20' || heard[1] != '\x02')
    return;

  fact = huis_look_fact (look, "mqtt", huis_talk_get_address (talk));
  json_object_set_int_member (fact, "port", huis_talk_get_port (talk));
  json_object_set_boolean_member (fact, "open", heard[3] == '\0');
  huis_look_emit (look, fact);
  huis_talk_say (talk, goodbye, sizeof goodbye - 1);
}

void
huis_probe_mqtt_open (HuisLook *look, HuisHost *host, guint16 port, int fd)
{
  HuisTalkOptions options = { look, fd, host->address, port, PATIENCE_MS, is_enough, heard_cb };

  huis_talk_start (&options, hello, sizeof hello - 1);
}
