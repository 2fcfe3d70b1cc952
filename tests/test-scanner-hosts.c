/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-hosts.h"

/* A network that shows more devices than a home has is met up to here; nobody is forgotten for it.
 */
static void
test_no_end_of_devices (void)
{
  g_autoptr (HuisHosts) hosts = huis_hosts_new ();

  for (guint i = 0; i < HUIS_HOSTS_MAX; i++)
    {
      g_autofree char *address = g_strdup_printf ("10.0.%u.%u", i / 250, i % 250 + 1);

      g_assert_nonnull (huis_hosts_add (hosts, address));
    }
  g_assert_null (huis_hosts_add (hosts, "10.0.9.1"));
  g_assert_null (huis_hosts_find (hosts, "10.0.9.1"));
  g_assert_nonnull (huis_hosts_find (hosts, "10.0.0.1"));
  g_assert_cmpuint (huis_hosts_count (hosts), ==, HUIS_HOSTS_MAX);
  g_assert_cmpuint (HUIS_HOSTS_MAX, <=, 1024);
}

/* Somebody claims addresses without end: those that were known stay known, and may still change. */
static void
test_no_end_of_macs (void)
{
  g_autoptr (HuisHosts) hosts = huis_hosts_new ();

  huis_hosts_learn_mac (hosts, "10.0.0.1", "00:11:22:33:44:55");
  for (guint i = 0; i < 8 * HUIS_HOSTS_MAX; i++)
    {
      g_autofree char *address = g_strdup_printf ("fe80::%x", i);

      huis_hosts_learn_mac (hosts, address, "02:00:00:00:00:01");
    }
  g_assert_null (huis_hosts_get_mac (hosts, "fe80::1fff"));
  g_assert_cmpstr (huis_hosts_get_mac (hosts, "10.0.0.1"), ==, "00:11:22:33:44:55");
  huis_hosts_learn_mac (hosts, "10.0.0.1", "00:11:22:33:44:66");
  g_assert_cmpstr (huis_hosts_get_mac (hosts, "10.0.0.1"), ==, "00:11:22:33:44:66");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hosts/no-end-of-devices", test_no_end_of_devices);
  g_test_add_func ("/hosts/no-end-of-macs", test_no_end_of_macs);

  return g_test_run ();
}
