/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-scope"

#include "huis-scope.h"

gboolean
huis_scope_wants (const HuisLookOptions *options,
                  const HuisInterface *interface,
                  const char *address)
{
  switch (options->scope)
    {
    case HUIS_LOOK_DEVICE:
      return g_strcmp0 (address, options->target) == 0;
    case HUIS_LOOK_ROUTER:
      return huis_ipv4_from_string (address) == interface->gateway;
    case HUIS_LOOK_DISCOVER:
    default:
      return TRUE;
    }
}
