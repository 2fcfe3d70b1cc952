/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HUIS_MEDIUM_WIRE,
  HUIS_MEDIUM_WIFI,
  HUIS_MEDIUM_MOBILE,
  HUIS_MEDIUM_TUNNEL,
  HUIS_MEDIUM_VIRTUAL,
} HuisMedium;

/*
 * What sort of link an interface is. @kind is the kernel's word for it (IFLA_INFO_KIND) or "",
 * @hardware its ARPHRD_ number. @ignored is set to why it is no home network, or to %NULL.
 */
HuisMedium huis_medium_classify (const char *name,
                                 const char *kind,
                                 unsigned short hardware,
                                 const char *driver,
                                 gboolean has_wireless,
                                 const char **ignored);

G_END_DECLS
