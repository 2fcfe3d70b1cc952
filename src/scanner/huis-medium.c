/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-medium"

#include "huis-medium.h"

#include <linux/if_arp.h>
#include <string.h>

/*
 * How an interface gives itself away. The first row that fits decides. A prefix of the name, a kind
 * as the kernel calls it (IFLA_INFO_KIND) or the driver behind it; %NULL fits all.
 */
static const struct
{
  const char *prefix;
  const char *kind;
  const char *driver;
  HuisMedium medium;
  const char *ignored;
} habits[] = {
  { NULL, "wireguard", NULL, HUIS_MEDIUM_TUNNEL, "tunnel" },
  { NULL, "tun", NULL, HUIS_MEDIUM_TUNNEL, "tunnel" },
  { NULL, "ipip", NULL, HUIS_MEDIUM_TUNNEL, "tunnel" },
  { NULL, "gre", NULL, HUIS_MEDIUM_TUNNEL, "tunnel" },
  { NULL, "sit", NULL, HUIS_MEDIUM_TUNNEL, "tunnel" },
  { NULL, "vti", NULL, HUIS_MEDIUM_TUNNEL, "tunnel" },
  { NULL, "xfrm", NULL, HUIS_MEDIUM_TUNNEL, "tunnel" },
  { NULL, "ppp", NULL, HUIS_MEDIUM_TUNNEL, "tunnel" },
  { "docker", NULL, NULL, HUIS_MEDIUM_VIRTUAL, "container" },
  { "podman", NULL, NULL, HUIS_MEDIUM_VIRTUAL, "container" },
  { "cni", NULL, NULL, HUIS_MEDIUM_VIRTUAL, "container" },
  { "flannel", NULL, NULL, HUIS_MEDIUM_VIRTUAL, "container" },
  { "lxcbr", NULL, NULL, HUIS_MEDIUM_VIRTUAL, "container" },
  { "lxdbr", NULL, NULL, HUIS_MEDIUM_VIRTUAL, "container" },
  { "incusbr", NULL, NULL, HUIS_MEDIUM_VIRTUAL, "container" },
  { "waydroid", NULL, NULL, HUIS_MEDIUM_VIRTUAL, "container" },
  { "virbr", NULL, NULL, HUIS_MEDIUM_VIRTUAL, "virtual-machine" },
  { "vmnet", NULL, NULL, HUIS_MEDIUM_VIRTUAL, "virtual-machine" },
  { "vboxnet", NULL, NULL, HUIS_MEDIUM_VIRTUAL, "virtual-machine" },
  { "mpqemubr", NULL, NULL, HUIS_MEDIUM_VIRTUAL, "virtual-machine" },
  { NULL, "dummy", NULL, HUIS_MEDIUM_VIRTUAL, "virtual-machine" },
  { "wwan", NULL, NULL, HUIS_MEDIUM_MOBILE, "tethering" },
  { "rmnet", NULL, NULL, HUIS_MEDIUM_MOBILE, "tethering" },
  { "bnep", NULL, NULL, HUIS_MEDIUM_MOBILE, "tethering" },
  { NULL, NULL, "rndis_host", HUIS_MEDIUM_MOBILE, "tethering" },
  { NULL, NULL, "ipheth", HUIS_MEDIUM_MOBILE, "tethering" },
  { NULL, NULL, "cdc_mbim", HUIS_MEDIUM_MOBILE, "tethering" },
  { NULL, NULL, "qmi_wwan", HUIS_MEDIUM_MOBILE, "tethering" },
};

/* Docker names the bridge of a network "br-" and twelve hex digits. */
static gboolean
is_docker_network (const char *name)
{
  return g_str_has_prefix (name, "br-") && strlen (name) == 15 &&
         strspn (name + 3, "0123456789abcdef") == 12;
}

HuisMedium
huis_medium_classify (const char *name,
                      const char *kind,
                      unsigned short hardware,
                      const char *driver,
                      gboolean has_wireless,
                      const char **ignored)
{
  *ignored = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (habits); i++)
    if ((habits[i].prefix == NULL || g_str_has_prefix (name, habits[i].prefix)) &&
        (habits[i].kind == NULL || strcmp (kind, habits[i].kind) == 0) &&
        (habits[i].driver == NULL || g_strcmp0 (driver, habits[i].driver) == 0))
      {
        *ignored = habits[i].ignored;
        return habits[i].medium;
      }
  if (is_docker_network (name))
    {
      *ignored = "container";
      return HUIS_MEDIUM_VIRTUAL;
    }
  /* Whatever carries no Ethernet frames has no neighbours to find. */
  if (hardware != ARPHRD_ETHER)
    {
      *ignored = "tunnel";
      return HUIS_MEDIUM_TUNNEL;
    }

  return has_wireless ? HUIS_MEDIUM_WIFI : HUIS_MEDIUM_WIRE;
}
