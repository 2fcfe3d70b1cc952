/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What came of one connection that was tried, as far as the kernel can tell. */
typedef enum
{
  HUIS_ANSWER_OPEN,
  HUIS_ANSWER_REFUSED,     /* somebody is there, and says no */
  HUIS_ANSWER_UNREACHABLE, /* a router on the way, or this computer, says that there is no way */
  HUIS_ANSWER_SILENT,
  HUIS_ANSWER_EXPIRED, /* a router on the way threw it away: it had made all its hops */
} HuisAnswer;

/* @fd is of huis_reach_visit(), @error its SO_ERROR. */
HuisAnswer huis_answer_read (int fd, GInetAddress *target, int error);

G_END_DECLS
