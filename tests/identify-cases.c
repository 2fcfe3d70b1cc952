/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "identify-cases"

#include "identify-cases.h"

static HuisIdentifier *identifier;

HuisIdentity *
identify_lines (HuisIdentifier *with, const char *const *lines, guint n, gboolean backwards)
{
  g_autoptr (GPtrArray) observations =
      g_ptr_array_new_with_free_func ((GDestroyNotify) huis_observation_unref);

  for (guint i = 0; i < n && lines[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      HuisObservation *observation = huis_observation_new_from_line (lines[i], -1, 0, &error);

      g_assert_no_error (error);
      g_ptr_array_insert (observations, backwards ? 0 : -1, observation);
    }

  return huis_identifier_identify (with, observations);
}

static void
check_case (const IdentifyCase *one)
{
  g_autoptr (HuisIdentity) identity =
      identify_lines (identifier, one->lines, G_N_ELEMENTS (one->lines), FALSE);
  g_autoptr (HuisIdentity) again =
      identify_lines (identifier, one->lines, G_N_ELEMENTS (one->lines), TRUE);

  g_test_message ("%s", one->lines[0]);
  g_assert_cmpstr (identity->maker, ==, one->maker);
  g_assert_cmpstr (identity->model, ==, one->model);
  g_assert_cmpstr (huis_kind_to_id (identity->kind), ==, huis_kind_to_id (one->kind));
  g_assert_true (huis_identity_equal (identity, again));
}

static void
test_family (gconstpointer data)
{
  const IdentifyFamily *family = data;

  for (guint i = 0; i < family->n; i++)
    check_case (&family->cases[i]);
}

int
identify_families_main (int argc, char **argv, const IdentifyFamily *families, guint n)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  identifier = huis_identifier_new (g_getenv ("HUISWACHT_DATADIR"), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    g_test_add_data_func (families[i].path, &families[i], test_family);
  result = g_test_run ();
  huis_identifier_free (identifier);

  return result;
}
