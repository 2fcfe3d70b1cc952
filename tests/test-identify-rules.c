/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-identify-rules"

#include "huis-field-table.h"
#include "huis-mac-vendor.h"
#include "huis-maker-table.h"
#include "huis-regex-literals.h"
#include "huis-rule-set.h"

#include <glib/gstdio.h>

static void
check_literals (const char *pattern, const char *expected)
{
  g_auto (GStrv) words = huis_regex_literals (pattern);
  g_autofree char *joined = words != NULL ? g_strjoinv (" ", words) : NULL;

  g_assert_cmpstr (joined, ==, expected);
}

/* A word that is wrong makes a rule that is never found; none only makes it slow. */
static void
test_literals (void)
{
  check_literals ("^Hue Bridge$", "hue bridge");
  check_literals ("^(?:DIR|DAP)-\\d{3}", "dir-000 dap-000");
  check_literals ("printers?$", "printers printer");
  check_literals ("foo(?:bar)?baz", "foobarbaz foobaz");
  check_literals ("foo.*longer", "longer");
  check_literals ("x[a-z]+abcd", "abcd");
  check_literals ("AB[12]C", "ab0c");
  check_literals ("(?-i)RT-AC", "rt-ac");
  check_literals ("a|bcde", NULL);
  check_literals ("\\d{4}", NULL);
  check_literals ("^.+$", NULL);
  check_literals ("ab*c+", NULL);
}

static void
test_makers (void)
{
  g_autoptr (HuisMakerTable) table = huis_maker_table_new ();
  g_autofree char *stripped = NULL;

  huis_maker_table_add_suffix (table, "Inc");
  huis_maker_table_add_suffix (table, "Technologies");
  huis_maker_table_add (table, "Acme", "Acme Widgets|ACM", TRUE, FALSE);
  huis_maker_table_add (table, "Apple", NULL, FALSE, FALSE);
  huis_maker_table_add (table, "Chipco", NULL, FALSE, TRUE);

  g_assert_cmpstr (huis_maker_table_find (table, "ACME, Inc.")->name, ==, "Acme");
  g_assert_cmpstr (huis_maker_table_find (table, "acme widgets")->name, ==, "Acme");
  g_assert_cmpstr (huis_maker_table_find (table, "New Acme thing")->name, ==, "Acme");
  g_assert_cmpstr (huis_maker_table_find (table, "Apple, Inc.")->name, ==, "Apple");
  g_assert_null (huis_maker_table_find (table, "Apple pie recipes"));
  g_assert_null (huis_maker_table_find (table, ""));
  g_assert_true (huis_maker_table_find (table, "Chipco Technologies")->chip);
  g_assert_cmpuint (huis_maker_table_get_size (table), ==, 2);

  stripped = huis_maker_table_strip (table, "Unheard Of Technologies Inc.");
  g_assert_cmpstr (stripped, ==, "Unheard Of");
}

static char *
make_folder (const char *const *files)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("huis-identify-XXXXXX", &error);

  g_assert_no_error (error);
  for (guint i = 0; files[i] != NULL; i += 2)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);

      g_assert_true (g_file_set_contents (path, files[i + 1], -1, NULL));
    }

  return folder;
}

static void
remove_folder (char *folder, const char *const *files)
{
  for (guint i = 0; files[i] != NULL; i += 2)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

/* The three registries: the most specific block wins; a made-up address is nobody's. */
static void
test_mac_vendor (void)
{
  const char *files[] = { "oui.csv",
                          "Registry,Assignment,Organization Name,Organization Address\n"
                          "MA-L,AC1234,\"Large, Ltd.\",Street\nMA-L,00AABB,Other,\n",
                          "mam.csv",
                          "MA-M,AC12345,Middle BV,Road\n",
                          "oui36.csv",
                          "MA-S,AC1234567,Small,Lane\n",
                          NULL };
  char *folder = make_folder (files);
  g_autoptr (HuisMacVendor) vendors = huis_mac_vendor_new (folder);

  g_assert_cmpstr (huis_mac_vendor_lookup (vendors, "ac:12:34:00:00:01"), ==, "Large, Ltd.");
  g_assert_cmpstr (huis_mac_vendor_lookup (vendors, "ac:12:34:50:00:01"), ==, "Middle BV");
  g_assert_cmpstr (huis_mac_vendor_lookup (vendors, "ac:12:34:56:70:01"), ==, "Small");
  g_assert_cmpstr (huis_mac_vendor_lookup (vendors, "00:aa:bb:00:00:01"), ==, "Other");
  g_assert_null (huis_mac_vendor_lookup (vendors, "00:cc:cc:00:00:01"));
  g_assert_null (huis_mac_vendor_lookup (vendors, "02:aa:bb:00:00:01"));
  g_assert_null (huis_mac_vendor_lookup (vendors, NULL));
  remove_folder (folder, files);
}

static void
check_broken (const char *rules)
{
  const char *files[] = { "fields.xml", "<identify><group id=\"g\" fields=\"a b\"/></identify>",
                          "rules.xml", rules, NULL };
  char *folder = make_folder (files);
  g_autoptr (GError) error = NULL;
  g_autoptr (HuisRuleSet) set = huis_rule_set_load (folder, &error);

  g_assert_true (set == NULL || !huis_rule_set_check (set, &error));
  g_assert_nonnull (error);
  remove_folder (folder, files);
}

static void
test_broken_rules (void)
{
  check_broken ("<identify>");
  check_broken ("<identify/>");
  check_broken (
      "<identify><rule field=\"a\" is=\"x\" kind=\"teapot\" strength=\"likely\"/></identify>");
  check_broken ("<identify><rule field=\"a\" is=\"x\" kind=\"tv\"/></identify>");
  check_broken ("<identify><rule field=\"a\" is=\"x\" strength=\"likely\"/></identify>");
  check_broken (
      "<identify><rule field=\"@h\" is=\"x\" kind=\"tv\" strength=\"likely\"/></identify>");
  check_broken ("<identify><rule field=\"a\" is=\"\" kind=\"tv\" strength=\"likely\"/></identify>");
  check_broken (
      "<identify><rule field=\"a\" match=\"(\" kind=\"tv\" strength=\"likely\"/></identify>");
  check_broken ("<identify><teapot/></identify>");
}

/* The network's own names of keys never get a number. */
static void
test_fields (void)
{
  g_autoptr (HuisFieldTable) table = huis_field_table_new ();
  HuisFieldSet set = { { 0 } };

  g_assert_cmpint (huis_field_table_lookup (table, "mdns.txt.anything"), ==, -1);
  g_assert_true (huis_field_table_parse (table, "a  b\n c", &set));
  huis_field_table_add_group (table, "three", &set);
  g_assert_true (huis_field_set_has (&set, huis_field_table_lookup (table, "c")));
  g_assert_false (huis_field_table_parse (table, "@four", &set));
  for (guint i = 0; i < HUIS_FIELDS_MAX + 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("f%u", i);

      huis_field_table_add (table, name);
    }
  g_assert_cmpint (huis_field_table_add (table, "one-more"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/identify-rules/literals", test_literals);
  g_test_add_func ("/identify-rules/makers", test_makers);
  g_test_add_func ("/identify-rules/mac-vendor", test_mac_vendor);
  g_test_add_func ("/identify-rules/broken-rules", test_broken_rules);
  g_test_add_func ("/identify-rules/fields", test_fields);

  return g_test_run ();
}
