/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-talk"

#include "huis-talk.h"

#include "huis-reach.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct _HuisTalk
{
  HuisTalkOptions options;
  char *address;
  int fd;
  guint source;
  guint deadline;
  guint turn;
  gboolean spoke;
  GString *heard;
};

static void
end (HuisTalk *talk)
{
  HuisLook *look = talk->options.look;

  g_clear_handle_id (&talk->source, g_source_remove);
  g_clear_handle_id (&talk->deadline, g_source_remove);
  close (talk->fd);
  g_string_free (talk->heard, TRUE);
  g_free (talk->address);
  g_free (talk);
  huis_look_release (look);
}

/* Hands over what was heard; the conversation ends unless something is said in return. */
static void
hand_over (HuisTalk *talk)
{
  gsize length = talk->heard->len;
  /* Not every protocol is text: there may be a zero in it. */
  g_autofree char *heard = g_memdup2 (talk->heard->str, length + 1);

  g_clear_handle_id (&talk->deadline, g_source_remove);
  g_string_truncate (talk->heard, 0);
  talk->spoke = FALSE;
  talk->options.heard (talk, heard, length);
}

static gboolean
readable_cb (int fd, GIOCondition condition, gpointer data)
{
  HuisTalk *talk = data;
  char bytes[HUIS_TALK_MAX];
  gssize length = recv (fd, bytes, sizeof bytes, MSG_DONTWAIT);

  if (length < 0 && (errno == EAGAIN || errno == EINTR))
    return G_SOURCE_CONTINUE;
  if (length > 0)
    {
      g_string_append_len (talk->heard, bytes,
                           MIN (length, HUIS_TALK_MAX - (gssize) talk->heard->len));
      if (talk->heard->len < HUIS_TALK_MAX &&
          (talk->options.enough == NULL ||
           !talk->options.enough (talk->heard->str, talk->heard->len)))
        return G_SOURCE_CONTINUE;
    }

  hand_over (talk);
  if (talk->spoke && length > 0)
    return G_SOURCE_CONTINUE;
  talk->source = 0;
  end (talk);

  return G_SOURCE_REMOVE;
}

static gboolean
patience_over_cb (gpointer data)
{
  HuisTalk *talk = data;

  talk->deadline = 0;
  hand_over (talk);
  if (!talk->spoke)
    end (talk);

  return G_SOURCE_REMOVE;
}

void
huis_talk_say (HuisTalk *talk, const void *bytes, gsize length)
{
  talk->spoke = TRUE;
  talk->turn++;
  g_clear_handle_id (&talk->deadline, g_source_remove);
  talk->deadline = g_timeout_add (talk->options.patience_ms, patience_over_cb, talk);
  if (length > 0 && huis_reach_may_speak (talk->options.port))
    (void) !send (talk->fd, bytes, length, MSG_NOSIGNAL | MSG_DONTWAIT);
}

void
huis_talk_start (const HuisTalkOptions *options, const void *hello, gsize length)
{
  const struct linger politely = { 0 };
  int fd = fcntl (options->fd, F_DUPFD_CLOEXEC, 3);
  HuisTalk *talk;

  if (fd < 0)
    return;

  talk = g_new0 (HuisTalk, 1);
  talk->options = *options;
  talk->address = g_strdup (options->address);
  talk->fd = fd;
  talk->heard = g_string_new (NULL);
  (void) setsockopt (fd, SOL_SOCKET, SO_LINGER, &politely, sizeof politely);
  huis_look_hold (options->look);
  talk->source = g_unix_fd_add (fd, G_IO_IN | G_IO_HUP | G_IO_ERR, readable_cb, talk);
  huis_talk_say (talk, hello, hello == NULL ? 0 : length);
}

HuisLook *
huis_talk_get_look (HuisTalk *talk)
{
  return talk->options.look;
}

const char *
huis_talk_get_address (HuisTalk *talk)
{
  return talk->address;
}

guint16
huis_talk_get_port (HuisTalk *talk)
{
  return talk->options.port;
}

guint
huis_talk_get_turn (HuisTalk *talk)
{
  return talk->turn;
}

gboolean
huis_talk_has_line (const char *heard, gsize length)
{
  return memchr (heard, '\n', length) != NULL;
}

gboolean
huis_talk_has_headers (const char *heard, gsize length)
{
  return memmem (heard, length, "\r\n\r\n", 4) != NULL || memmem (heard, length, "\n\n", 2) != NULL;
}

char *
huis_talk_get_header (const char *message, const char *name)
{
  gsize length = strlen (name);

  for (const char *line = strchr (message, '\n'); line != NULL; line = strchr (line, '\n'))
    {
      line++;
      if (g_ascii_strncasecmp (line, name, length) == 0 && line[length] == ':')
        {
          const char *value = line + length + 1;

          return g_strstrip (g_strndup (value, strcspn (value, "\r\n")));
        }
    }

  return NULL;
}

guint
huis_talk_get_status (const char *message, const char *protocol)
{
  guint64 status;

  if (!g_str_has_prefix (message, protocol))
    return 0;
  message = strchr (message, ' ');
  if (message == NULL)
    return 0;
  status = g_ascii_strtoull (message + 1, NULL, 10);

  return status >= 100 && status <= 999 ? (guint) status : 0;
}
