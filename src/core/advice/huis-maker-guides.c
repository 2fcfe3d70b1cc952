/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-maker-guides"

#include "config.h"

#include "huis-maker-guides.h"

#include <glib/gi18n.h>

/* clang-format off */
G_DEFINE_ENUM_TYPE (HuisMakerTopic, huis_maker_topic,
  G_DEFINE_ENUM_VALUE (HUIS_MAKER_TOPIC_PASSWORD, "password"),
  G_DEFINE_ENUM_VALUE (HUIS_MAKER_TOPIC_TWO_FACTOR, "two-factor"),
  G_DEFINE_ENUM_VALUE (HUIS_MAKER_TOPIC_UPDATE, "update"),
  G_DEFINE_ENUM_VALUE (HUIS_MAKER_TOPIC_OUTSIDE, "outside"),
  G_DEFINE_ENUM_VALUE (HUIS_MAKER_TOPIC_HTTPS, "https"),
  G_DEFINE_ENUM_VALUE (HUIS_MAKER_TOPIC_OFFLINE, "offline"),
  G_DEFINE_ENUM_VALUE (HUIS_MAKER_TOPIC_SUPPORT, "support"),
  G_DEFINE_ENUM_VALUE (HUIS_MAKER_TOPIC_STREAM, "stream"),
  G_DEFINE_ENUM_VALUE (HUIS_MAKER_TOPIC_SHARES, "shares"),
  G_DEFINE_ENUM_VALUE (HUIS_MAKER_TOPIC_SNMP, "snmp"))

G_DEFINE_ENUM_TYPE (HuisMakerPageId, huis_maker_page_id,
  G_DEFINE_ENUM_VALUE (HUIS_MAKER_PAGE_ACCOUNT, "account"),
  G_DEFINE_ENUM_VALUE (HUIS_MAKER_PAGE_UPDATES, "updates"),
  G_DEFINE_ENUM_VALUE (HUIS_MAKER_PAGE_SUPPORT, "support"),
  G_DEFINE_ENUM_VALUE (HUIS_MAKER_PAGE_MANUAL, "manual"),
  G_DEFINE_ENUM_VALUE (HUIS_MAKER_PAGE_SECURITY, "security"))
/* clang-format on */

#define TOPIC(name) (1u << HUIS_MAKER_TOPIC_##name)

/* Which measure is about what, and whether its own steps are still needed after the maker's: those
 * of the router and of looking up a date are. */
static const struct
{
  const char *measure_id;
  HuisMakerTopic topic;
  gboolean instead;
} measures[] = {
  { "password", HUIS_MAKER_TOPIC_PASSWORD, TRUE },
  { "page-without-login", HUIS_MAKER_TOPIC_PASSWORD, TRUE },
  { "two-factor", HUIS_MAKER_TOPIC_TWO_FACTOR, TRUE },
  { "updates", HUIS_MAKER_TOPIC_UPDATE, TRUE },
  { "from-outside", HUIS_MAKER_TOPIC_OUTSIDE, FALSE },
  { "further-settings", HUIS_MAKER_TOPIC_OUTSIDE, FALSE },
  { "media-server-open", HUIS_MAKER_TOPIC_OUTSIDE, FALSE },
  { "https", HUIS_MAKER_TOPIC_HTTPS, TRUE },
  { "online-needed", HUIS_MAKER_TOPIC_OFFLINE, FALSE },
  { "support", HUIS_MAKER_TOPIC_SUPPORT, FALSE },
  { "camera-open", HUIS_MAKER_TOPIC_STREAM, FALSE },
  { "padlock-old", HUIS_MAKER_TOPIC_HTTPS, FALSE },
  { "shares-open", HUIS_MAKER_TOPIC_SHARES, TRUE },
  { "snmp-open", HUIS_MAKER_TOPIC_SNMP, TRUE },
};

/* By HuisMakerPageId: the topics that such a page helps with. */
static const guint helps_with[HUIS_MAKER_PAGE_SECURITY + 1] = {
  [HUIS_MAKER_PAGE_ACCOUNT] = TOPIC (PASSWORD) | TOPIC (TWO_FACTOR),
  [HUIS_MAKER_PAGE_UPDATES] = TOPIC (UPDATE),
  [HUIS_MAKER_PAGE_SUPPORT] = TOPIC (SUPPORT),
  [HUIS_MAKER_PAGE_MANUAL] = TOPIC (PASSWORD) | TOPIC (OUTSIDE) | TOPIC (HTTPS) | TOPIC (OFFLINE) |
                             TOPIC (STREAM) | TOPIC (SHARES) | TOPIC (SNMP),
  [HUIS_MAKER_PAGE_SECURITY] = TOPIC (UPDATE) | TOPIC (OUTSIDE),
};

/* The same where no other page does: to begin to look from. */
static const guint may_help_with[HUIS_MAKER_PAGE_SECURITY + 1] = {
  [HUIS_MAKER_PAGE_UPDATES] = TOPIC (SUPPORT),
  [HUIS_MAKER_PAGE_MANUAL] = TOPIC (SUPPORT) | TOPIC (UPDATE),
};

/* A <recognise>, <topic> or <support>, and for which devices it is. */
typedef struct
{
  const HuisXml *node;
  HuisDeviceRule *rule;
  HuisMakerSupport support; /* of a <support> */
} Part;

struct _HuisMakerGuide
{
  const char *id; /* all texts are borrowed from @document */
  const char *title;
  const char *date;
  GPtrArray *recognise; /* Part *: each alone is enough */
  GPtrArray *topics;    /* Part *: the first that fits is meant */
  GPtrArray *supports;  /* Part *: the same */
  GPtrArray *pages;     /* HuisMakerPage * */
  HuisXml *document;
};

struct _HuisMakerGuides
{
  GObject parent_instance;

  GPtrArray *guides; /* HuisMakerGuide * */
};

G_DEFINE_FINAL_TYPE (HuisMakerGuides, huis_maker_guides, G_TYPE_OBJECT)

static void
free_part (gpointer data)
{
  Part *part = data;

  g_clear_pointer (&part->rule, huis_device_rule_free);
  g_free (part);
}

static void
free_guide (gpointer data)
{
  HuisMakerGuide *guide = data;

  g_ptr_array_unref (guide->recognise);
  g_ptr_array_unref (guide->topics);
  g_ptr_array_unref (guide->supports);
  g_ptr_array_unref (guide->pages);
  huis_xml_free (guide->document);
  g_free (guide);
}

static gboolean
read_part (const HuisXml *node, GPtrArray *parts, GError **error)
{
  Part *part = g_new0 (Part, 1);

  g_ptr_array_add (parts, part);
  part->node = node;
  part->support.until = huis_xml_get (node, "until");
  part->support.source = huis_xml_get (node, "source");
  part->rule = huis_device_rule_new (node, error);

  return part->rule != NULL;
}

static gboolean
read_page (const HuisXml *node, GPtrArray *pages, GError **error)
{
  HuisMakerPage *page = g_new0 (HuisMakerPage, 1);
  int id = huis_enum_from_id (HUIS_TYPE_MAKER_PAGE_ID, huis_xml_get (node, "id"), -1);

  g_ptr_array_add (pages, page);
  page->id = (HuisMakerPageId) MAX (id, 0);
  page->href = huis_xml_get (node, "href");

  return (id >= 0 && page->href != NULL && g_str_has_prefix (page->href, "https://")) ||
         huis_xml_fail (node, error, "no known page, or no https address");
}

static gboolean
read_child (HuisMakerGuide *guide, const HuisXml *child, GError **error)
{
  if (g_str_equal (child->name, "recognise"))
    return read_part (child, guide->recognise, error);
  if (g_str_equal (child->name, "page"))
    return read_page (child, guide->pages, error);
  if (g_str_equal (child->name, "topic"))
    return (huis_enum_from_id (HUIS_TYPE_MAKER_TOPIC, huis_xml_get (child, "id"), -1) >= 0 ||
            huis_xml_fail (child, error, "no known topic")) &&
           read_part (child, guide->topics, error);
  if (g_str_equal (child->name, "support"))
    return ((huis_xml_get (child, "until") != NULL && huis_xml_get (child, "source") != NULL) ||
            huis_xml_fail (child, error, "until or source is missing")) &&
           read_part (child, guide->supports, error);

  return huis_xml_fail (child, error, "not known here");
}

static gboolean
read_guide (HuisXml *document, gpointer user_data, GError **error)
{
  HuisMakerGuides *self = user_data;
  HuisMakerGuide *guide = g_new0 (HuisMakerGuide, 1);

  g_ptr_array_add (self->guides, guide);
  guide->document = document;
  guide->recognise = g_ptr_array_new_with_free_func (free_part);
  guide->topics = g_ptr_array_new_with_free_func (free_part);
  guide->supports = g_ptr_array_new_with_free_func (free_part);
  guide->pages = g_ptr_array_new_with_free_func (g_free);
  guide->id = huis_xml_get (document, "id");
  guide->title = huis_xml_get (document, "title");
  guide->date = huis_xml_get (document, "date");
  if (guide->id == NULL || guide->title == NULL || guide->date == NULL)
    return huis_xml_fail (document, error, "id, title or date is missing");

  for (guint i = 0; i < document->children->len; i++)
    if (!read_child (guide, g_ptr_array_index (document->children, i), error))
      return FALSE;

  return TRUE;
}

HuisMakerGuides *
huis_maker_guides_new (const char *datadir, GError **error)
{
  g_autoptr (HuisMakerGuides) self = g_object_new (HUIS_TYPE_MAKER_GUIDES, NULL);
  g_autofree char *folder = g_build_filename (datadir, "makers", NULL);

  if (!huis_xml_read_folder (folder, read_guide, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

const GPtrArray *
huis_maker_guides_list (HuisMakerGuides *self)
{
  g_return_val_if_fail (HUIS_IS_MAKER_GUIDES (self), NULL);

  return self->guides;
}

const HuisMakerGuide *
huis_maker_guides_match (HuisMakerGuides *self, HuisDevice *device)
{
  const HuisMakerGuide *best = NULL;
  guint most = 0;

  g_return_val_if_fail (HUIS_IS_MAKER_GUIDES (self), NULL);

  for (guint i = 0; i < self->guides->len; i++)
    {
      const HuisMakerGuide *guide = g_ptr_array_index (self->guides, i);

      for (guint r = 0; r < guide->recognise->len; r++)
        {
          const Part *part = g_ptr_array_index (guide->recognise, r);
          guint weight = huis_device_rule_weigh (part->rule, device);

          if (weight <= most)
            continue;
          most = weight;
          best = guide;
        }
    }

  return best;
}

static const Part *
find_part (const GPtrArray *parts, const char *topic, HuisDevice *device)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = g_ptr_array_index (parts, i);

      if (g_strcmp0 (huis_xml_get (part->node, "id"), topic) == 0 &&
          huis_device_rule_fits_model (part->rule, device))
        return part;
    }

  return NULL;
}

const HuisMakerSupport *
huis_maker_guides_find_support (HuisMakerGuides *self, HuisDevice *device)
{
  const HuisMakerGuide *guide = huis_maker_guides_match (self, device);
  const Part *part = guide != NULL ? find_part (guide->supports, NULL, device) : NULL;

  return part != NULL ? &part->support : NULL;
}

const char *
huis_maker_guide_get_id (const HuisMakerGuide *guide)
{
  return guide->id;
}

const char *
huis_maker_guide_get_title (const HuisMakerGuide *guide)
{
  return guide->title;
}

GPtrArray *
huis_maker_guide_list_steps (const HuisMakerGuide *guide, HuisMakerTopic topic, HuisDevice *device)
{
  GPtrArray *steps = huis_guide_steps_new ();
  const Part *part =
      find_part (guide->topics, huis_enum_to_id (HUIS_TYPE_MAKER_TOPIC, topic), device);

  if (part != NULL && huis_xml_child (part->node, "not-known") == NULL)
    huis_guide_steps_add (steps, part->node, guide->date);

  return steps;
}

GPtrArray *
huis_maker_guide_list_measure_steps (const HuisMakerGuide *guide,
                                     const char *measure_id,
                                     HuisDevice *device,
                                     gboolean *instead)
{
  HuisMakerTopic topic;

  *instead = FALSE;
  if (guide == NULL || !huis_maker_topic_of_measure (measure_id, &topic, instead))
    return huis_guide_steps_new ();

  return huis_maker_guide_list_steps (guide, topic, device);
}

static void
add_pages (const HuisMakerGuide *guide, const guint *table, HuisMakerTopic topic, GPtrArray *pages)
{
  for (guint i = 0; i < guide->pages->len; i++)
    {
      HuisMakerPage *page = g_ptr_array_index (guide->pages, i);

      if ((table[page->id] & 1u << topic) != 0)
        g_ptr_array_add (pages, page);
    }
}

char *
huis_maker_page_dup_words (const HuisMakerPage *page, const char *where)
{
  /* A page of the maker; "%s" is the name of its site, or its address. */
  static const char *const words[] = {
    [HUIS_MAKER_PAGE_ACCOUNT] = N_ ("Your account: %s"),
    [HUIS_MAKER_PAGE_UPDATES] = N_ ("Updates: %s"),
    [HUIS_MAKER_PAGE_SUPPORT] = N_ ("Until when there are updates: %s"),
    [HUIS_MAKER_PAGE_MANUAL] = N_ ("Manual and help: %s"),
    [HUIS_MAKER_PAGE_SECURITY] = N_ ("About its safety: %s"),
  };
  g_auto (GStrv) parts = g_strsplit (_ (words[page->id]), "%s", 2);

  return g_strjoinv (where, parts);
}

GPtrArray *
huis_maker_guide_list_pages (const HuisMakerGuide *guide, HuisMakerTopic topic)
{
  GPtrArray *pages = g_ptr_array_new ();

  add_pages (guide, helps_with, topic, pages);
  if (pages->len == 0)
    add_pages (guide, may_help_with, topic, pages);

  return pages;
}

gboolean
huis_maker_topic_of_measure (const char *measure_id, HuisMakerTopic *topic, gboolean *instead)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    if (g_strcmp0 (measures[i].measure_id, measure_id) == 0)
      {
        *topic = measures[i].topic;
        if (instead != NULL)
          *instead = measures[i].instead;
        return TRUE;
      }

  return FALSE;
}

static void
huis_maker_guides_finalize (GObject *object)
{
  g_ptr_array_unref (HUIS_MAKER_GUIDES (object)->guides);

  G_OBJECT_CLASS (huis_maker_guides_parent_class)->finalize (object);
}

static void
huis_maker_guides_class_init (HuisMakerGuidesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = huis_maker_guides_finalize;
}

static void
huis_maker_guides_init (HuisMakerGuides *self)
{
  self->guides = g_ptr_array_new_with_free_func (free_guide);
}
