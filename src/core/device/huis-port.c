/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-port"

#include "huis-port.h"

static const struct
{
  guint16 first;
  guint16 last;
} never_touched[] = {
  { 0, 0 },
  { 515, 515 },
  { 9100, 9107 },
  { 9999, 9999 },
};

gboolean
huis_port_may_be_touched (guint16 port)
{
  for (gsize i = 0; i < G_N_ELEMENTS (never_touched); i++)
    if (port >= never_touched[i].first && port <= never_touched[i].last)
      return FALSE;

  return TRUE;
}
