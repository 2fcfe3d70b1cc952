/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-address.h"

static void
test_reach (void)
{
  static const struct
  {
    const char *address;
    HuisAddressReach reach;
  } cases[] = {
    { NULL, HUIS_ADDRESS_NONE },
    { "", HUIS_ADDRESS_NONE },
    { "84.81.20", HUIS_ADDRESS_NONE },
    { "printer.local", HUIS_ADDRESS_NONE },
    { "84.81.20.7", HUIS_ADDRESS_GLOBAL },
    { "172.32.0.1", HUIS_ADDRESS_GLOBAL },
    { "2a02:a45f:1::5", HUIS_ADDRESS_GLOBAL },
    { "192.168.178.1", HUIS_ADDRESS_PRIVATE },
    { "172.20.10.1", HUIS_ADDRESS_PRIVATE },
    { "10.255.255.255", HUIS_ADDRESS_PRIVATE },
    { "fd00::1", HUIS_ADDRESS_PRIVATE },
    { "100.64.0.1", HUIS_ADDRESS_SHARED },
    { "100.127.255.255", HUIS_ADDRESS_SHARED },
    { "100.128.0.1", HUIS_ADDRESS_GLOBAL },
    { "192.0.0.2", HUIS_ADDRESS_DS_LITE },
    { "192.0.0.9", HUIS_ADDRESS_SPECIAL },
    { "0.0.0.0", HUIS_ADDRESS_SPECIAL },
    { "127.0.0.1", HUIS_ADDRESS_SPECIAL },
    { "169.254.1.1", HUIS_ADDRESS_SPECIAL },
    { "198.51.100.7", HUIS_ADDRESS_SPECIAL },
    { "224.0.0.251", HUIS_ADDRESS_SPECIAL },
    { "255.255.255.255", HUIS_ADDRESS_SPECIAL },
    { "::", HUIS_ADDRESS_SPECIAL },
    { "::1", HUIS_ADDRESS_SPECIAL },
    { "::ffff:84.81.20.7", HUIS_ADDRESS_SPECIAL },
    { "64:ff9b::5451:1407", HUIS_ADDRESS_SPECIAL },
    { "fe80::1", HUIS_ADDRESS_SPECIAL },
    { "ff02::1", HUIS_ADDRESS_SPECIAL },
    { "2001:db8::1", HUIS_ADDRESS_SPECIAL },
    { "2001:0:53aa::1", HUIS_ADDRESS_SPECIAL },
    { "2002:5451:1407::1", HUIS_ADDRESS_SPECIAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].address);
      g_assert_cmpint (huis_address_get_reach (cases[i].address), ==, cases[i].reach);
    }
}

static void
test_same_link (void)
{
  g_assert_true (huis_address_is_same_link ("2a02:a45f:1::2", "2a02:a45f:1:0:ffff::1"));
  g_assert_false (huis_address_is_same_link ("2a02:a45f:1::2", "2a02:a45f:1:1::2"));
  g_assert_false (huis_address_is_same_link ("10.0.0.1", "10.0.0.1"));
  g_assert_false (huis_address_is_same_link ("2a02:a45f:1::2", "door"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/reach", test_reach);
  g_test_add_func ("/address/same-link", test_same_link);

  return g_test_run ();
}
