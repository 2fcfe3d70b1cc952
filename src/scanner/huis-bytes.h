/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Numbers in packets, wherever they stand: no pointer is cast to something it isn't aligned for. */

static inline guint16
huis_get_be16 (const guint8 *bytes)
{
  return (guint16) (bytes[0] << 8 | bytes[1]);
}

static inline guint32
huis_get_be32 (const guint8 *bytes)
{
  return (guint32) huis_get_be16 (bytes) << 16 | huis_get_be16 (bytes + 2);
}

static inline guint16
huis_get_le16 (const guint8 *bytes)
{
  return (guint16) (bytes[1] << 8 | bytes[0]);
}

static inline void
huis_put_be32 (guint8 *bytes, guint32 value)
{
  bytes[0] = (guint8) (value >> 24);
  bytes[1] = (guint8) (value >> 16);
  bytes[2] = (guint8) (value >> 8);
  bytes[3] = (guint8) value;
}
