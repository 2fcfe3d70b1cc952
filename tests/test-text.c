/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-text.h"

#include <string.h>

static const struct
{
  const char *what;
  const char *in;
  const char *out;
} clean_cases[] = {
  { "nothing", NULL, "" },
  { "plain", "Living room TV", "Living room TV" },
  { "markup is text", "<b>Tom & Jerry</b>", "<b>Tom & Jerry</b>" },
  { "line breaks", "a\r\nb\n\n\tc", "a b c" },
  { "ends", "  kitchen  ", "kitchen" },
  { "right-to-left override", "abc\u202Egnp.exe", "abcgnp.exe" },
  { "isolates", "\u2066x\u2069", "x" },
  { "zero width", "ro\u200Buter\uFEFF", "router" },
  { "escape sequence", "\x1b]0;owned\x07name", "]0;ownedname" },
  { "bad bytes", "caf\xe9", "caf\uFFFD" },
  { "composed", "cafe\u0301", "café" },
  { "combining storm", "x\u0334\u0335\u0336\u0337\u0338", "x\u0334\u0335" },
  { "only unwanted", "\u202E\u200B\x01", "" },
  { "emoji stays", "Lamp 💡", "Lamp 💡" },
};

static void
test_clean (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (clean_cases); i++)
    {
      g_autofree char *out = huis_text_clean (clean_cases[i].in, -1, HUIS_TEXT_NAME_MAX);

      g_test_message ("%s", clean_cases[i].what);
      g_assert_cmpstr (out, ==, clean_cases[i].out);
      g_assert_true (huis_text_is_clean (out, HUIS_TEXT_NAME_MAX));
    }
}

static void
test_clean_cuts (void)
{
  g_autofree char *long_name = g_strnfill (100000, 'x');
  g_autofree char *out = huis_text_clean (long_name, -1, 10);
  g_autofree char *exact = huis_text_clean ("0123456789", -1, 10);
  g_autofree char *at_space = huis_text_clean ("012345678 9", -1, 10);
  g_autofree char *nul_inside = huis_text_clean ("ab\0cd", 5, 10);

  g_assert_cmpstr (out, ==, "xxxxxxxxx…");
  g_assert_cmpstr (exact, ==, "0123456789");
  g_assert_cmpint (g_utf8_strlen (at_space, -1), <=, 10);
  g_assert_true (g_str_has_suffix (at_space, "…"));
  g_assert_true (g_utf8_validate (nul_inside, -1, NULL));
}

static void
test_mac (void)
{
  static const char *const same[] = { "AA:BB:CC:0D:0E:0F", "aa-bb-cc-0d-0e-0f", "aabb.cc0d.0e0f",
                                      "aabbcc0d0e0f" };
  static const char *const none[] = { "",
                                      "aa:bb:cc:0d:0e",
                                      "00:00:00:00:00:00",
                                      "ff:ff:ff:ff:ff:ff",
                                      "01:00:5e:00:00:fb",
                                      "aa:bb:cc:0d:0e:0g",
                                      "aa:bb:cc:0d:0e:0f:11" };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *mac = huis_text_normalise_mac (same[i]);

      g_assert_cmpstr (mac, ==, "aa:bb:cc:0d:0e:0f");
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_null (huis_text_normalise_mac (none[i]));

  g_assert_true (huis_text_mac_is_random ("da:a1:19:00:00:01"));
  g_assert_false (huis_text_mac_is_random ("d8:a1:19:00:00:01"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/clean-cuts", test_clean_cuts);
  g_test_add_func ("/text/mac", test_mac);

  return g_test_run ();
}
