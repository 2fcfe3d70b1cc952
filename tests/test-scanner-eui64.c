/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-eui64.h"

static void
test_make (void)
{
  static const struct
  {
    const char *own;
    const char *mac;
    const char *made;
  } cases[] = {
    { "2a02:a45f:1:2:3:4:5:6", "00:11:32:7a:c0:5d", "2a02:a45f:1:2:211:32ff:fe7a:c05d" },
    { "2a02:a45f:1:2::9", "44:19:b6:0c:77:31", "2a02:a45f:1:2:4619:b6ff:fe0c:7731" },
    /* Made up by the device itself. */
    { "2a02:a45f:1:2::9", "f2:3b:9c:07:e8:51", NULL },
    { "2a02:a45f:1:2::9", "nobody", NULL },
    { "fe80::9", "00:11:32:7a:c0:5d", NULL },
    { "fd00::9", "00:11:32:7a:c0:5d", NULL },
    { "84.81.20.7", "00:11:32:7a:c0:5d", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *made = huis_eui64_make (cases[i].own, cases[i].mac);

      g_assert_cmpstr (made, ==, cases[i].made);
    }
}

static void
test_first (void)
{
  g_autofree char *first = huis_eui64_make_first ("2a02:a45f:1:2:3:4:5:6");
  g_autofree char *none = huis_eui64_make_first ("fe80::9");

  g_assert_cmpstr (first, ==, "2a02:a45f:1:2::1");
  g_assert_null (none);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scanner-eui64/make", test_make);
  g_test_add_func ("/scanner-eui64/first", test_first);

  return g_test_run ();
}
