/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-catalogue.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static HuisCatalogue *
load (void)
{
  g_autoptr (GError) error = NULL;
  HuisCatalogue *catalogue = huis_catalogue_new (g_getenv ("HUISWACHT_DATADIR"), &error);

  g_assert_no_error (error);
  return catalogue;
}

static void
test_measures (void)
{
  g_autoptr (HuisCatalogue) catalogue = load ();
  const GPtrArray *measures = huis_catalogue_get_measures (catalogue);
  HuisScope scope = HUIS_SCOPE_HOME;

  g_assert_cmpuint (measures->len, >, 20);
  for (guint i = 0; i < measures->len; i++)
    {
      const HuisMeasure *measure = g_ptr_array_index (measures, i);

      g_assert_true (huis_catalogue_find_measure (catalogue, measure->id) == measure);
      g_assert_cmpint (measure->scope, >=, scope);
      g_assert_nonnull (measure->steps[0]);
      g_assert_true (measure->catalogue == catalogue);
      g_assert_nonnull (measure->carries_out[0]);
      g_assert_cmpint (measure->weight, >, 0);
      g_assert_cmpint (measure->weight, <=, 100);
      scope = measure->scope;
    }
  g_assert_cmpint (scope, ==, HUIS_SCOPE_DEVICE);
  g_assert_null (huis_catalogue_find_measure (catalogue, "no-such-measure"));
  g_assert_null (huis_catalogue_find_measure (catalogue, NULL));
}

static void
test_one_measure (void)
{
  g_autoptr (HuisCatalogue) catalogue = load ();
  const HuisMeasure *upnp = huis_catalogue_find_measure (catalogue, "router-upnp");
  const HuisMeasure *camera = huis_catalogue_find_measure (catalogue, "camera-open");
  const HuisMeasure *online = huis_catalogue_find_measure (catalogue, "online-needed");
  const HuisLink *link;

  g_assert_nonnull (upnp);
  g_assert_cmpint (upnp->scope, ==, HUIS_SCOPE_ROUTER);
  g_assert_cmpstr (upnp->check, ==, "upnp");
  g_assert_cmpstr (upnp->title, ==, "Switch UPnP off");
  g_assert_true (huis_measure_carries_out (upnp, "N2"));
  g_assert_false (huis_measure_carries_out (upnp, "N"));
  g_assert_false (upnp->only_when_seen);
  g_assert_cmpuint (upnp->choices->len, ==, 0);
  link = g_ptr_array_index (upnp->links, 0);
  g_assert_true (g_str_has_prefix (link->href, "https://"));

  g_assert_true (camera->only_when_seen);
  g_assert_cmpint (camera->weight, >, upnp->weight);

  g_assert_cmpuint (online->choices->len, ==, 3);
  g_assert_cmpstr (((HuisChoice *) g_ptr_array_index (online->choices, 1))->id, ==, "no");
}

/* Where a person reads it: the danger of this very kind, or what it means to take the step. */
static void
test_meaning (void)
{
  g_autoptr (HuisCatalogue) catalogue = load ();
  const HuisKindInfo *camera = huis_catalogue_get_kind (catalogue, HUIS_KIND_CAMERA);
  const HuisMeasure *password = huis_catalogue_find_measure (catalogue, "password");
  const HuisMeasure *outside = huis_catalogue_find_measure (catalogue, "from-outside");
  const HuisMeasure *offline = huis_catalogue_find_measure (catalogue, "online-needed");
  const HuisMeasure *guest = huis_catalogue_find_measure (catalogue, "guest-network");
  g_autofree char *danger = huis_measure_dup_meaning (password, camera);
  g_autofree char *visited = huis_measure_dup_meaning (outside, camera);
  g_autofree char *without = huis_measure_dup_meaning (offline, camera);
  g_autofree char *moved = huis_measure_dup_meaning (guest, camera);

  g_assert_cmpstr (danger, ==, camera->danger);
  g_assert_cmpstr (visited, ==, camera->danger);
  g_assert_nonnull (strstr (without, camera->offline));
  g_assert_cmpstr (moved, ==, camera->guest_reason);
}

static gboolean
speaks_of_microphone (const HuisMeasure *measure, const HuisKindInfo *kind)
{
  g_autoptr (GPtrArray) steps = huis_measure_list_steps (measure, kind);

  for (guint i = 0; i < steps->len; i++)
    if (strstr (steps->pdata[i], "microphone") != NULL)
      return TRUE;

  return FALSE;
}

/* A step about a microphone is for what may have one. */
static void
test_steps_by_kind (void)
{
  g_autoptr (HuisCatalogue) catalogue = load ();
  const HuisMeasure *measure = huis_catalogue_find_measure (catalogue, "further-settings");

  g_assert_true (
      speaks_of_microphone (measure, huis_catalogue_get_kind (catalogue, HUIS_KIND_SPEAKER)));
  g_assert_false (
      speaks_of_microphone (measure, huis_catalogue_get_kind (catalogue, HUIS_KIND_THERMOSTAT)));
  g_assert_true (speaks_of_microphone (measure, NULL));
}

static void
test_applies (void)
{
  g_autoptr (HuisCatalogue) catalogue = load ();
  const HuisMeasure *guest = huis_catalogue_find_measure (catalogue, "guest-network");
  const HuisMeasure *router = huis_catalogue_find_measure (catalogue, "router-upnp");
  const char *reason = "left over";

  g_assert_true (huis_measure_applies_to (guest, HUIS_KIND_CAMERA, &reason));
  g_assert_null (reason);
  g_assert_false (huis_measure_applies_to (guest, HUIS_KIND_PRINTER, &reason));
  g_assert_cmpstr (reason, ==,
                   huis_catalogue_get_kind (catalogue, HUIS_KIND_PRINTER)->guest_reason);
  g_assert_false (huis_measure_applies_to (guest, HUIS_KIND_PRINTER, NULL));
  g_assert_true (huis_measure_applies_to (router, HUIS_KIND_PRINTER, NULL));
}

static void
test_kinds (void)
{
  g_autoptr (HuisCatalogue) catalogue = load ();

  for (int kind = 0; kind <= HUIS_KIND_LAST; kind++)
    {
      const HuisKindInfo *info = huis_catalogue_get_kind (catalogue, (HuisKind) kind);

      g_assert_cmpint (info->kind, ==, kind);
      g_assert_nonnull (info->danger);
      g_assert_true (g_str_has_suffix (info->icon_name, "-symbolic"));
    }
  g_assert_cmpint (huis_catalogue_get_kind (catalogue, (HuisKind) 99)->kind, ==, HUIS_KIND_UNKNOWN);
  g_assert_cmpint (huis_catalogue_get_kind (catalogue, HUIS_KIND_PRINTER)->online, ==,
                   HUIS_ONLINE_NO);
  g_assert_true (huis_catalogue_get_kind (catalogue, HUIS_KIND_CAMERA)->guest);
  g_assert_false (huis_catalogue_get_kind (catalogue, HUIS_KIND_NAS)->guest);
}

static void
test_rooms (void)
{
  g_autoptr (HuisCatalogue) catalogue = load ();
  const GPtrArray *rooms = huis_catalogue_get_rooms (catalogue);
  const HuisRoom *attic = huis_catalogue_find_room (catalogue, "attic");
  const HuisRoomItem *first = g_ptr_array_index (attic->items, 0);
  guint office = 0;

  for (guint i = 0; i < rooms->len; i++)
    {
      const HuisRoom *room = g_ptr_array_index (rooms, i);

      g_assert_cmpuint (room->items->len, >, 0);
      office += room->setting == HUIS_SETTING_OFFICE;
    }
  g_assert_cmpuint (office, >=, 10);
  g_assert_cmpuint (rooms->len - office, >=, 19);
  g_assert_cmpint (first->kind, ==, HUIS_KIND_ENERGY);
  g_assert_cmpstr (first->text, ==, "Inverter of the solar panels");
}

static void
test_explanations (void)
{
  g_autoptr (HuisCatalogue) catalogue = load ();

  g_assert_cmpuint (huis_catalogue_get_explanations (catalogue)->len, ==, 10);
  g_assert_null (huis_catalogue_get_explanation (catalogue, "W1")->link);
  g_assert_cmpstr (huis_catalogue_get_explanation (catalogue, "M1")->link->href, ==,
                   "https://www.ncsc.nl/");
  g_assert_null (huis_catalogue_get_explanation (catalogue, "W8"));
}

static void
test_text (void)
{
  g_assert_cmpstr (huis_catalogue_text (NULL), ==, "");
  g_assert_cmpstr (huis_catalogue_text (""), ==, "");
  g_assert_cmpstr (huis_catalogue_text ("Not a text of ours"), ==, "Not a text of ours");
}

/* Each of these is a home.xml that must be refused with a word about where it is wrong. */
static const struct
{
  const char *xml;
  const char *complaint;
} bad_files[] = {
  { "<advice><measure", "home.xml" },
  { "<advice>\n<riddle/></advice>", "line 2: <riddle>" },
  { "<advice><measure id='x' scope='home'/></advice>", "title" },
  { "<advice><measure id='x' scope='moon'><title>X</title></measure></advice>", "moon" },
  { "<advice><measure id='x' scope='home' source='s' date='d'><title>X</title><why>W</why>"
    "<proof>P</proof></measure></advice>",
    "step" },
  { "<advice><measure id='x' scope='home' source='s' date='d'><title>X</title><why>W</why>"
    "<proof>P</proof><step>S</step><not-for kinds='cat'>No.</not-for></measure></advice>",
    "cat" },
  { "<advice><resolver name='x' ranges='9.9.9.0/24 9.9.9'/></advice>", "9.9.9" },
};

static void
test_bad_files (void)
{
  g_autofree char *datadir = g_dir_make_tmp ("huis-catalogue-XXXXXX", NULL);
  g_autofree char *advice = g_build_filename (datadir, "advice", NULL);
  g_autofree char *home = g_build_filename (advice, "home.xml", NULL);

  g_assert_cmpint (g_mkdir (advice, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (home, bad_files[i].xml, -1, NULL));
      g_assert_null (huis_catalogue_new (datadir, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, bad_files[i].complaint));
      g_assert_nonnull (strstr (error->message, "home.xml"));
    }
  g_assert_cmpint (g_unlink (home), ==, 0);
  g_assert_cmpint (g_rmdir (advice), ==, 0);
  g_assert_cmpint (g_rmdir (datadir), ==, 0);
}

static void
test_resolvers (void)
{
  static const struct
  {
    const char *address;
    const char *name; /* %NULL: not known */
  } cases[] = {
    { "9.9.9.9", "Quad9" },
    { "2620:fe::fe", "Quad9" },
    { "8.8.8.8", "Google" },
    { "8.8.8.9", NULL },
    { "1.1.1.3", "Cloudflare" },
    { "1.1.1.4", NULL },
    { "2a10:50c0::ad2:ff", "AdGuard" },
    { "2620:119:53::53", "OpenDNS" },
    { "198.51.100.7", NULL },
    { "192.168.1.1", NULL },
    { "quad9", NULL },
  };
  g_autoptr (HuisCatalogue) catalogue = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HuisResolver *resolver = huis_catalogue_find_resolver (catalogue, cases[i].address);

      g_assert_cmpstr (resolver != NULL ? resolver->name : NULL, ==, cases[i].name);
    }
}

static void
test_no_files (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (huis_catalogue_new ("/nowhere", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/measures", test_measures);
  g_test_add_func ("/catalogue/one-measure", test_one_measure);
  g_test_add_func ("/catalogue/meaning", test_meaning);
  g_test_add_func ("/catalogue/steps-by-kind", test_steps_by_kind);
  g_test_add_func ("/catalogue/applies", test_applies);
  g_test_add_func ("/catalogue/kinds", test_kinds);
  g_test_add_func ("/catalogue/rooms", test_rooms);
  g_test_add_func ("/catalogue/resolvers", test_resolvers);
  g_test_add_func ("/catalogue/explanations", test_explanations);
  g_test_add_func ("/catalogue/text", test_text);
  g_test_add_func ("/catalogue/bad-files", test_bad_files);
  g_test_add_func ("/catalogue/no-files", test_no_files);

  return g_test_run ();
}
