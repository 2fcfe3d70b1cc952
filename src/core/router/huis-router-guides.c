/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-router-guides"

#include "config.h"

#include "huis-router-guides-private.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#define GENERIC_ID "generic"

/* clang-format off */
G_DEFINE_ENUM_TYPE (HuisTopic, huis_topic,
  G_DEFINE_ENUM_VALUE (HUIS_TOPIC_FIREWALL, "firewall"),
  G_DEFINE_ENUM_VALUE (HUIS_TOPIC_UPNP, "upnp"),
  G_DEFINE_ENUM_VALUE (HUIS_TOPIC_OPENINGS, "openings"),
  G_DEFINE_ENUM_VALUE (HUIS_TOPIC_GUEST, "guest"),
  G_DEFINE_ENUM_VALUE (HUIS_TOPIC_UPDATE, "update"),
  G_DEFINE_ENUM_VALUE (HUIS_TOPIC_PASSWORD, "password"),
  G_DEFINE_ENUM_VALUE (HUIS_TOPIC_REMOTE, "remote"),
  G_DEFINE_ENUM_VALUE (HUIS_TOPIC_WIFI, "wifi"),
  G_DEFINE_ENUM_VALUE (HUIS_TOPIC_DEVICES, "devices"),
  G_DEFINE_ENUM_VALUE (HUIS_TOPIC_VPN, "vpn"),
  G_DEFINE_ENUM_VALUE (HUIS_TOPIC_IPV6, "ipv6"))
/* clang-format on */

struct _HuisRouterGuides
{
  GObject parent_instance;

  GPtrArray *guides; /* HuisRouterGuide * */
  const HuisRouterGuide *generic;
};

G_DEFINE_FINAL_TYPE (HuisRouterGuides, huis_router_guides, G_TYPE_OBJECT)

/* Where each attribute of <recognise> may be seen: a member of a fact of that type. */
static const struct
{
  const char *attribute;
  const char *type;
  const char *member;
} places[] = {
  { "maker", "upnp", "manufacturer" },  { "model", "upnp", "model_name" },
  { "model", "upnp", "model_number" },  { "model", "upnp", "model_description" },
  { "model", "upnp", "friendly_name" }, { "name", "upnp", "friendly_name" },
  { "name", "mdns", "host" },           { "name", "http", "location" },
  { "name", "netbios", "name" },        { "name", "llmnr", "name" },
  { "server", "ssdp", "server" },       { "server", "http", "server" },
  { "title", "http", "title" },         { "realm", "http", "realm" },
  { "location", "http", "location" },   { "tls", "tls", "subject" },
  { "tls", "tls", "issuer" },           { "name", "tls", "subject" },
};

static void
free_guide (gpointer data)
{
  HuisRouterGuide *guide = data;

  g_ptr_array_unref (guide->recognised);
  huis_xml_free (guide->document);
  g_free (guide);
}

static gboolean
read_children (HuisRouterGuide *guide, GError **error)
{
  for (guint i = 0; i < guide->document->children->len; i++)
    {
      HuisXml *child = g_ptr_array_index (guide->document->children, i);
      int topic;

      if (g_str_equal (child->name, "recognise"))
        {
          g_ptr_array_add (guide->recognised, child);
        }
      else if (g_str_equal (child->name, "topic"))
        {
          topic = huis_enum_from_id (HUIS_TYPE_TOPIC, huis_xml_get (child, "id"), -1);
          if (topic < 0 || child->children->len == 0)
            return huis_xml_fail (child, error, "no known topic, or nothing in it");
          guide->topics[topic] = child;
        }
    }
  for (int topic = 0; topic < HUIS_N_TOPICS; topic++)
    if (guide->topics[topic] == NULL)
      return huis_xml_fail (guide->document, error, huis_enum_to_id (HUIS_TYPE_TOPIC, topic));

  return TRUE;
}

static gboolean
read_guide (HuisXml *document, gpointer user_data, GError **error)
{
  HuisRouterGuides *self = user_data;
  HuisRouterGuide *guide = g_new0 (HuisRouterGuide, 1);

  g_ptr_array_add (self->guides, guide);
  guide->document = document;
  guide->recognised = g_ptr_array_new ();
  guide->id = huis_xml_get (document, "id");
  guide->title = huis_xml_get (document, "title");
  guide->address = huis_xml_get (document, "address");
  guide->app = huis_xml_get (document, "app");
  guide->user = huis_xml_get (document, "user");
  guide->date = huis_xml_get (document, "date");
  guide->password = huis_xml_child_text (document, "password");
  if (guide->id == NULL || guide->title == NULL || guide->date == NULL || guide->password == NULL)
    return huis_xml_fail (document, error, "id, title, date or password is missing");

  return read_children (guide, error);
}

static int
compare_guides (gconstpointer a, gconstpointer b)
{
  const HuisRouterGuide *left = *(const HuisRouterGuide *const *) a;
  const HuisRouterGuide *right = *(const HuisRouterGuide *const *) b;

  if (huis_router_guide_is_generic (left) != huis_router_guide_is_generic (right))
    return huis_router_guide_is_generic (left) ? 1 : -1;

  return g_ascii_strcasecmp (left->title, right->title);
}

HuisRouterGuides *
huis_router_guides_new (const char *datadir, GError **error)
{
  g_autoptr (HuisRouterGuides) self = g_object_new (HUIS_TYPE_ROUTER_GUIDES, NULL);
  g_autofree char *folder = g_build_filename (datadir, "routers", NULL);

  if (!huis_xml_read_folder (folder, read_guide, self, error))
    return NULL;

  g_ptr_array_sort (self->guides, compare_guides);
  self->generic = huis_router_guides_find (self, GENERIC_ID);
  if (self->generic == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: no guide \"%s\"", folder,
                   GENERIC_ID);
      return NULL;
    }

  return g_steal_pointer (&self);
}

const GPtrArray *
huis_router_guides_list (HuisRouterGuides *self)
{
  g_return_val_if_fail (HUIS_IS_ROUTER_GUIDES (self), NULL);

  return self->guides;
}

const HuisRouterGuide *
huis_router_guides_find (HuisRouterGuides *self, const char *id)
{
  g_return_val_if_fail (HUIS_IS_ROUTER_GUIDES (self), NULL);

  for (guint i = 0; i < self->guides->len; i++)
    {
      const HuisRouterGuide *guide = g_ptr_array_index (self->guides, i);

      if (g_strcmp0 (guide->id, id) == 0)
        return guide;
    }

  return NULL;
}

const HuisRouterGuide *
huis_router_guides_get_generic (HuisRouterGuides *self)
{
  g_return_val_if_fail (HUIS_IS_ROUTER_GUIDES (self), NULL);

  return self->generic;
}

/* All that was seen of the router, by attribute of <recognise>: char * → lower-case text, one fact
 * a line. */
static GHashTable *
gather (HuisDevice *router)
{
  GHashTable *seen = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GPtrArray *observations = huis_device_get_observations (router);
  const char *own[][2] = {
    { "maker", huis_device_get_maker (router) },
    { "model", huis_device_get_model (router) },
    { "address", huis_device_get_address (router) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    g_hash_table_insert (seen, (char *) own[i][0],
                         g_ascii_strdown (own[i][1] != NULL ? own[i][1] : "", -1));
  for (guint i = 0; i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);

      for (guint p = 0; p < G_N_ELEMENTS (places); p++)
        {
          const char *value = huis_observation_is (next, places[p].type)
                                  ? huis_observation_get_string (next, places[p].member)
                                  : NULL;
          const char *before = g_hash_table_lookup (seen, places[p].attribute);
          g_autofree char *lower = g_ascii_strdown (value != NULL ? value : "", -1);

          if (value != NULL)
            g_hash_table_insert (seen, (char *) places[p].attribute,
                                 g_strconcat (before != NULL ? before : "", "\n", lower, NULL));
        }
    }

  return seen;
}

/* The length of the longest of @words ("one|two") that stands in @text; 0 for none. */
static gsize
match_words (const char *text, const char *words)
{
  g_auto (GStrv) each = g_strsplit (words, "|", -1);
  gsize longest = 0;

  for (guint i = 0; text != NULL && each[i] != NULL; i++)
    {
      g_autofree char *lower = g_ascii_strdown (each[i], -1);

      if (strstr (text, lower) != NULL)
        longest = MAX (longest, strlen (lower));
    }

  return longest;
}

/* How much of @node was seen; 0 where one of its attributes was not. */
static gsize
score (const HuisXml *node, GHashTable *seen)
{
  GHashTableIter iter;
  gpointer attribute, words;
  gsize sum = 0;

  g_hash_table_iter_init (&iter, node->values);
  while (g_hash_table_iter_next (&iter, &attribute, &words))
    {
      gsize length = match_words (g_hash_table_lookup (seen, attribute), words);

      if (length == 0)
        return 0;
      sum += length;
    }

  return sum;
}

const HuisRouterGuide *
huis_router_guides_match (HuisRouterGuides *self, HuisDevice *router)
{
  const HuisRouterGuide *best;
  g_autoptr (GHashTable) seen = NULL;
  gsize most = 0;

  g_return_val_if_fail (HUIS_IS_ROUTER_GUIDES (self), NULL);

  best = self->generic;
  if (router == NULL)
    return best;

  seen = gather (router);
  for (guint i = 0; i < self->guides->len; i++)
    {
      const HuisRouterGuide *guide = g_ptr_array_index (self->guides, i);

      for (guint r = 0; r < guide->recognised->len; r++)
        {
          gsize now = score (g_ptr_array_index (guide->recognised, r), seen);

          if (now <= most)
            continue;
          most = now;
          best = guide;
        }
    }

  return best;
}

const char *
huis_router_guide_get_id (const HuisRouterGuide *guide)
{
  return guide->id;
}

const char *
huis_router_guide_get_title (const HuisRouterGuide *guide)
{
  return huis_router_guide_is_generic (guide) ? _ ("Your router") : guide->title;
}

gboolean
huis_router_guide_is_generic (const HuisRouterGuide *guide)
{
  return g_strcmp0 (guide->id, GENERIC_ID) == 0;
}

const char *
huis_router_guide_get_address (const HuisRouterGuide *guide)
{
  return guide->address;
}

const char *
huis_router_guide_get_app (const HuisRouterGuide *guide)
{
  return guide->app;
}

static void
huis_router_guides_finalize (GObject *object)
{
  HuisRouterGuides *self = HUIS_ROUTER_GUIDES (object);

  g_ptr_array_unref (self->guides);

  G_OBJECT_CLASS (huis_router_guides_parent_class)->finalize (object);
}

static void
huis_router_guides_class_init (HuisRouterGuidesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = huis_router_guides_finalize;
}

static void
huis_router_guides_init (HuisRouterGuides *self)
{
  self->guides = g_ptr_array_new_with_free_func (free_guide);
}

const HuisRouterGuide *
huis_router_guides_for_network (HuisRouterGuides *self, HuisNetwork *network)
{
  const char *chosen = huis_network_get_router_guide (network);
  const HuisRouterGuide *guide = chosen != NULL ? huis_router_guides_find (self, chosen) : NULL;

  if (guide != NULL)
    return guide;

  return huis_router_guides_match (self, huis_inventory_find_gateway (
                                             huis_network_get_inventory (network)));
}
