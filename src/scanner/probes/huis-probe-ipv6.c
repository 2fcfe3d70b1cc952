/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-ipv6"

#include "huis-eui64.h"
#include "huis-probe-list.h"

/*
 * Which IPv6 address of the internet a device has: most smart devices make it out of the home's
 * prefix, which this computer has too, and their MAC (RFC 4291, appendix A); a router mostly takes
 * the first one. The kernel asks whether somebody is there, and that is all. Who makes up its
 * address (RFC 8981) is not found so; it seldom listens either.
 */
void
huis_probe_ipv6_meet (HuisLook *look, HuisHost *host)
{
  const char *mac = huis_look_get_mac (look, host->address);
  GStrv prefixes = huis_look_get_interface (look)->ipv6;

  for (guint i = 0; prefixes != NULL && prefixes[i] != NULL && !host->is_self; i++)
    {
      g_autofree char *made = mac != NULL ? huis_eui64_make (prefixes[i], mac) : NULL;
      g_autofree char *first = host->is_gateway ? huis_eui64_make_first (prefixes[i]) : NULL;

      if (made != NULL)
        huis_probe_neighbour_find (look, made);
      if (first != NULL)
        huis_probe_neighbour_find (look, first);
    }
}
