/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-language"

#include "huis-language.h"

#include <locale.h>

/* Runs in a child of its own: the language of the system is read once, at the start. */
static void
run_with (const char *language, const char *locale, const char *expected)
{
  if (g_test_subprocess ())
    {
      g_unsetenv ("LC_ALL");
      g_unsetenv ("LC_MESSAGES");
      g_setenv ("LANG", locale, TRUE);
      g_setenv ("LANGUAGE", language, TRUE);
      huis_language_init ();
      g_assert_cmpstr (huis_language_get (), ==, expected);
      /* In the locale "C" gettext would not listen to LANGUAGE. */
      g_assert_cmpstr (setlocale (LC_MESSAGES, NULL), !=, "C");
      g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, expected);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_system_dutch (void)
{
  /* This system may well lack the data of that locale. */
  run_with ("", "nl_NL.UTF-8", "nl");
}

static void
test_system_flemish (void)
{
  run_with ("", "nl_BE.UTF-8", "nl");
}

static void
test_system_other (void)
{
  run_with ("fr:de", "fr_FR.UTF-8", "en");
}

static void
test_system_c (void)
{
  run_with ("", "C", "en");
}

static void
test_list_of_languages (void)
{
  run_with ("fr:nl:en", "fr_FR.UTF-8", "nl");
}

static void
test_switch (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  g_setenv ("LANG", "C.UTF-8", TRUE);
  g_setenv ("LANGUAGE", "", TRUE);
  huis_language_init ();
  g_assert_false (huis_language_set ("en"));
  g_assert_true (huis_language_set ("nl"));
  g_assert_cmpstr (huis_language_get (), ==, "nl");
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "nl");
  g_assert_false (huis_language_set ("nl"));
  /* What we don't speak is the language of the system. */
  g_assert_true (huis_language_set ("xx"));
  g_assert_cmpstr (huis_language_get (), ==, "en");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/system-dutch", test_system_dutch);
  g_test_add_func ("/language/system-flemish", test_system_flemish);
  g_test_add_func ("/language/system-other", test_system_other);
  g_test_add_func ("/language/system-c", test_system_c);
  g_test_add_func ("/language/list-of-languages", test_list_of_languages);
  g_test_add_func ("/language/switch", test_switch);

  return g_test_run ();
}
