/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-maker-guides.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

static HuisMakerGuides *
read_guides (void)
{
  g_autoptr (GError) error = NULL;
  HuisMakerGuides *guides = huis_maker_guides_new (g_getenv ("HUISWACHT_DATADIR"), &error);

  g_assert_no_error (error);
  return guides;
}

typedef struct
{
  const char *maker;
  const char *model;
  const char *chip;
  HuisKind kind;
  const char *name; /* that the person gave */
  const char *guide;
} Case;

static HuisDevice *
make_device (const Case *one)
{
  HuisDevice *device = huis_device_new (HUIS_ORIGIN_SEEN);
  g_autoptr (HuisIdentity) identity = huis_identity_new ();

  identity->maker = g_strdup (one->maker);
  identity->model = g_strdup (one->model);
  identity->chip_maker = g_strdup (one->chip);
  identity->kind = one->kind;
  huis_device_set_identity (device, identity);
  huis_device_set_given_name (device, one->name);

  return device;
}

static void
test_match (void)
{
  static const Case cases[] = {
    { "Philips", "Hue Bridge", NULL, HUIS_KIND_HUB, NULL, "philips-hue" },
    /* The same maker, but a television. */
    { "Philips", "50PUS6523", NULL, HUIS_KIND_TV, NULL, "philips-tv" },
    /* The routers of this maker have guides of their own. */
    { "TP-Link", "Tapo C200", NULL, HUIS_KIND_CAMERA, NULL, "tplink-tapo" },
    { "TP-Link", "Archer C7", NULL, HUIS_KIND_ROUTER, NULL, NULL },
    { "Google", NULL, NULL, HUIS_KIND_DOORBELL, NULL, "google-nest-camera" },
    /* Two guides for one maker: by kind. */
    { "Somfy", NULL, NULL, HUIS_KIND_CAMERA, NULL, "somfy-alarm" },
    { "Somfy", NULL, NULL, HUIS_KIND_HUB, NULL, "somfy-tahoma" },
    /* No maker known: the person's name for it, whole words only. */
    { NULL, NULL, NULL, HUIS_KIND_LIGHT, "Hue lamp hall", "philips-hue" },
    { NULL, NULL, NULL, HUIS_KIND_LIGHT, "Huerta", NULL },
    { NULL, NULL, NULL, HUIS_KIND_LOCK, "Slot nuki achter", "nuki" },
    /* What the device tells goes before a name. */
    { "Shelly", NULL, NULL, HUIS_KIND_PLUG, "Stekker van de Hue", "shelly" },
    /* The brand on the box goes before who made the part inside. */
    { NULL, NULL, "Tuya", HUIS_KIND_PLUG, NULL, "tuya" },
    { NULL, NULL, "Tuya", HUIS_KIND_PLUG, "LSC stekker", "lsc-smart-connect" },
    { NULL, NULL, NULL, HUIS_KIND_CAMERA, NULL, NULL },
    { "Nobody", NULL, NULL, HUIS_KIND_CAMERA, "Nuki", NULL },
  };
  g_autoptr (HuisMakerGuides) guides = read_guides ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HuisDevice) device = make_device (&cases[i]);
      const HuisMakerGuide *guide = huis_maker_guides_match (guides, device);

      g_assert_cmpstr (guide != NULL ? huis_maker_guide_get_id (guide) : NULL, ==, cases[i].guide);
    }
}

static void
check_steps (const HuisMakerGuide *guide, HuisMakerTopic topic, HuisDevice *device)
{
  g_autoptr (GPtrArray) steps = huis_maker_guide_list_steps (guide, topic, device);
  g_autofree char *sources = huis_guide_steps_dup_sources (steps);

  if (steps->len > 0)
    g_assert_nonnull (strstr (sources, "Written down on 23 November 2026."));
  for (guint i = 0; i < steps->len; i++)
    {
      const HuisGuideStep *step = g_ptr_array_index (steps, i);

      g_assert_cmpstr (step->text, !=, "");
      g_assert_null (strchr (step->text, '|'));
      g_assert_nonnull (step->source);
    }
}

static void
test_every_guide (void)
{
  static const Case cases[] = { { .kind = HUIS_KIND_CAMERA }, { .kind = HUIS_KIND_PLUG } };
  g_autoptr (HuisMakerGuides) guides = read_guides ();
  const GPtrArray *list = huis_maker_guides_list (guides);

  g_assert_cmpuint (list->len, >, 0);
  for (guint i = 0; i < list->len; i++)
    for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
      {
        g_autoptr (HuisDevice) device = make_device (&cases[c]);

        g_assert_cmpstr (huis_maker_guide_get_title (list->pdata[i]), !=, "");
        for (int topic = 0; topic < HUIS_N_MAKER_TOPICS; topic++)
          check_steps (list->pdata[i], (HuisMakerTopic) topic, device);
      }
}

/* One data set of our own, so that a better text does not break a test of the reader. */
static HuisMakerGuides *
read_text (const char *text, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("huiswacht-makers-XXXXXX", NULL);
  g_autofree char *makers = g_build_filename (folder, "makers", NULL);
  g_autofree char *file = g_build_filename (makers, "one.xml", NULL);
  HuisMakerGuides *guides;

  g_assert_no_errno (g_mkdir (makers, 0700));
  if (text != NULL)
    g_assert_true (g_file_set_contents (file, text, -1, NULL));
  guides = huis_maker_guides_new (folder, error);
  g_unlink (file);
  g_rmdir (makers);
  g_rmdir (folder);

  return guides;
}

#define MAKER(inner) "<maker id=\"one\" title=\"One\" date=\"2026-11-23\">" inner "</maker>"

static void
assert_first_step (const HuisMakerGuide *guide,
                   HuisMakerTopic topic,
                   HuisDevice *device,
                   const char *text)
{
  g_autoptr (GPtrArray) steps = huis_maker_guide_list_steps (guide, topic, device);

  g_assert_cmpuint (steps->len, ==, text != NULL ? 1 : 0);
  if (text != NULL)
    g_assert_cmpstr (((HuisGuideStep *) steps->pdata[0])->text, ==, text);
}

/* The first topic that fits is meant; "not known" is the same as not there. */
static void
test_topics (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HuisMakerGuides) guides = read_text (
      MAKER ("<recognise maker=\"M\"/>"
             "<topic id=\"password\" kinds=\"camera\"><app words=\"Cam\" source=\"s\"/></topic>"
             "<topic id=\"password\" model=\"^X\\d\"><path words=\"A|B\" source=\"s\"/></topic>"
             "<topic id=\"password\"><text source=\"s\">Plain.</text></topic>"
             "<topic id=\"update\"><not-known/></topic>"
             "<page id=\"updates\" href=\"https://example.org/\"/>"
             "<page id=\"manual\" href=\"https://example.org/m\"/>"),
      &error);
  const Case camera = { "M", "X1", NULL, HUIS_KIND_CAMERA, NULL, NULL };
  const Case by_model = { "M", "x1", NULL, HUIS_KIND_PLUG, NULL, NULL };
  const Case other = { "M", NULL, NULL, HUIS_KIND_PLUG, NULL, NULL };
  g_autoptr (HuisDevice) a = make_device (&camera);
  g_autoptr (HuisDevice) b = make_device (&by_model);
  g_autoptr (HuisDevice) c = make_device (&other);
  const HuisMakerGuide *guide = huis_maker_guides_match (guides, a);
  g_autoptr (GPtrArray) pages = huis_maker_guide_list_pages (guide, HUIS_MAKER_TOPIC_UPDATE);

  g_assert_no_error (error);
  assert_first_step (guide, HUIS_MAKER_TOPIC_PASSWORD, a, "Open the app “Cam” on your phone.");
  assert_first_step (guide, HUIS_MAKER_TOPIC_PASSWORD, b, "Go to “A” › “B”.");
  assert_first_step (guide, HUIS_MAKER_TOPIC_PASSWORD, c, "Plain.");
  assert_first_step (guide, HUIS_MAKER_TOPIC_UPDATE, a, NULL);
  assert_first_step (guide, HUIS_MAKER_TOPIC_OUTSIDE, a, NULL);
  g_assert_cmpuint (pages->len, ==, 1);
  g_assert_cmpstr (((HuisMakerPage *) pages->pdata[0])->href, ==, "https://example.org/");
}

static const char *
find_support_page (const char *pages)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strconcat ("<recognise maker=\"M\"/>", pages, NULL);
  g_autofree char *whole = g_strdup_printf (MAKER ("%s"), text);
  g_autoptr (HuisMakerGuides) guides = read_text (whole, &error);
  const HuisMakerGuide *guide = g_ptr_array_index (huis_maker_guides_list (guides), 0);
  g_autoptr (GPtrArray) found = huis_maker_guide_list_pages (guide, HUIS_MAKER_TOPIC_SUPPORT);

  g_assert_no_error (error);
  return found->len == 1 ? g_intern_string (((HuisMakerPage *) found->pdata[0])->href) : NULL;
}

/* Where no page tells about the end of support, the search begins at its updates or its help. */
static void
test_where_to_look (void)
{
  const char *manual = "<page id=\"manual\" href=\"https://m.org/help\"/>";
  const char *both = "<page id=\"manual\" href=\"https://m.org/help\"/>"
                     "<page id=\"support\" href=\"https://m.org/end\"/>";

  g_assert_cmpstr (find_support_page (manual), ==, "https://m.org/help");
  g_assert_cmpstr (find_support_page (both), ==, "https://m.org/end");
  g_assert_null (find_support_page (""));
}

static const char *
find_until (HuisMakerGuides *guides, const char *maker, const char *model)
{
  const Case one = { maker, model, NULL, HUIS_KIND_CAMERA, NULL, NULL };
  g_autoptr (HuisDevice) device = make_device (&one);
  const HuisMakerSupport *support = huis_maker_guides_find_support (guides, device);

  return support != NULL ? support->until : NULL;
}

static void
test_support (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HuisMakerGuides) guides =
      read_text (MAKER ("<recognise maker=\"M\"/>"
                        "<support model=\"^Pro$\" until=\"2023-04-01\" source=\"s\"/>"
                        "<support model=\"^Pro 2$\" until=\"2024-01-01\" source=\"s\"/>"),
                 &error);

  g_assert_no_error (error);
  g_assert_cmpstr (find_until (guides, "M", "Pro"), ==, "2023-04-01");
  g_assert_cmpstr (find_until (guides, "M", "pro 2"), ==, "2024-01-01");
  g_assert_null (find_until (guides, "M", "Pro 3"));
  g_assert_null (find_until (guides, "M", NULL));
  g_assert_null (find_until (guides, "N", "Pro"));
}

static void
test_measures (void)
{
  HuisMakerTopic topic = HUIS_N_MAKER_TOPICS;
  gboolean instead = FALSE;

  g_assert_true (huis_maker_topic_of_measure ("password", &topic, &instead));
  g_assert_cmpint (topic, ==, HUIS_MAKER_TOPIC_PASSWORD);
  g_assert_true (instead);
  g_assert_true (huis_maker_topic_of_measure ("from-outside", &topic, &instead));
  g_assert_cmpint (topic, ==, HUIS_MAKER_TOPIC_OUTSIDE);
  g_assert_false (instead);
  g_assert_false (huis_maker_topic_of_measure ("router-upnp", &topic, NULL));
}

static void
test_broken (void)
{
  static const char *const texts[] = {
    "<maker id=\"one\" title=\"One\"/>",
    MAKER ("<thing/>"),
    MAKER ("<recognise maker=\"M\" kinds=\"submarine\"/>"),
    MAKER ("<topic id=\"x\"/>"),
    MAKER ("<support model=\"a\"/>"),
    MAKER ("<page id=\"manual\" href=\"http://example.org/\"/>"),
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (HuisMakerGuides) empty = read_text (NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (huis_maker_guides_list (empty)->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_null (read_text (texts[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_nonnull (strstr (error->message, "one.xml"));
      g_clear_error (&error);
    }
  g_assert_null (read_text (MAKER ("<recognise model=\"(\"/>"), &error));
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, G_REGEX_ERROR);
  g_clear_error (&error);
  g_assert_null (read_text ("<maker", &error));
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, G_MARKUP_ERROR);
  g_clear_error (&error);
  g_assert_null (huis_maker_guides_new ("/nonexistent", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/maker-guides/match", test_match);
  g_test_add_func ("/maker-guides/every-guide", test_every_guide);
  g_test_add_func ("/maker-guides/topics", test_topics);
  g_test_add_func ("/maker-guides/where-to-look", test_where_to_look);
  g_test_add_func ("/maker-guides/support", test_support);
  g_test_add_func ("/maker-guides/measures", test_measures);
  g_test_add_func ("/maker-guides/broken", test_broken);

  return g_test_run ();
}
