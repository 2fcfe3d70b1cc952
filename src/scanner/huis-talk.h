/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-look.h"

G_BEGIN_DECLS

/*
 * A short conversation over a TCP connection that is open already: say something (or nothing), and
 * hear what comes back.
 */

#define HUIS_TALK_MAX 4096

typedef struct _HuisTalk HuisTalk;

/* Whether @heard is all that was hoped for: then nobody waits for more. NUL-terminated. */
typedef gboolean (*HuisTalkEnoughFunc) (const char *heard, gsize length);

/*
 * What was heard, possibly nothing; NUL-terminated. May call huis_talk_say() to go on, and is then
 * called again with what comes after that.
 */
typedef void (*HuisTalkFunc) (HuisTalk *talk, const char *heard, gsize length);

typedef struct
{
  HuisLook *look;
  /* An own copy of it is used. */
  int fd;
  const char *address;
  guint16 port;
  guint patience_ms;
  /* %NULL: until the patience is over or the other end hangs up. */
  HuisTalkEnoughFunc enough;
  HuisTalkFunc heard;
} HuisTalkOptions;

/* @hello may be %NULL. The look is held until the end. */
void huis_talk_start (const HuisTalkOptions *options, const void *hello, gsize length);

/* Only from within @heard. */
void huis_talk_say (HuisTalk *talk, const void *bytes, gsize length);

HuisLook *huis_talk_get_look (HuisTalk *talk);
const char *huis_talk_get_address (HuisTalk *talk);
guint16 huis_talk_get_port (HuisTalk *talk);

/* How often something was said: 1 at the first call of @heard when there was a hello. */
guint huis_talk_get_turn (HuisTalk *talk);

/* For @enough: an end of line, and the empty line after the headers of a message. */
gboolean huis_talk_has_line (const char *heard, gsize length);
gboolean huis_talk_has_headers (const char *heard, gsize length);

/* The value of header @name in a message of the HTTP family, to be freed; or %NULL. */
char *huis_talk_get_header (const char *message, const char *name);

/* The number on the first line, "RTSP/1.0 401 Unauthorized"; 0 where there is none. */
guint huis_talk_get_status (const char *message, const char *protocol);

G_END_DECLS
