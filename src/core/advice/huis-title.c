/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "huis-title.h"

#include <glib/gi18n.h>

char *
huis_title_of_device (HuisDevice *device, HuisCatalogue *catalogue)
{
  HuisKind kind = huis_device_get_kind (device);

  if (huis_device_get_name (device) != NULL)
    return g_strdup (huis_device_get_name (device));
  if (huis_device_is_self (device))
    return g_strdup (_ ("This computer"));
  if (huis_device_is_gateway (device))
    return g_strdup (_ ("Your router"));
  if (kind != HUIS_KIND_UNKNOWN)
    return g_strdup (huis_catalogue_text (huis_catalogue_get_kind (catalogue, kind)->title));

  return g_strdup (huis_device_get_title (device));
}
