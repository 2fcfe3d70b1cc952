/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-catalogue"

#include "huis-catalogue.h"

#include "config.h"
#include "huis-address.h"
#include "huis-catalogue-private.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/* clang-format off */
G_DEFINE_ENUM_TYPE (HuisScope, huis_scope,
  G_DEFINE_ENUM_VALUE (HUIS_SCOPE_HOME, "home"),
  G_DEFINE_ENUM_VALUE (HUIS_SCOPE_ROUTER, "router"),
  G_DEFINE_ENUM_VALUE (HUIS_SCOPE_DEVICE, "device"))

G_DEFINE_ENUM_TYPE (HuisOnline, huis_online,
  G_DEFINE_ENUM_VALUE (HUIS_ONLINE_MAYBE, "maybe"),
  G_DEFINE_ENUM_VALUE (HUIS_ONLINE_NO, "no"),
  G_DEFINE_ENUM_VALUE (HUIS_ONLINE_YES, "yes"))

G_DEFINE_ENUM_TYPE (HuisMove, huis_move,
  G_DEFINE_ENUM_VALUE (HUIS_MOVE_NO, "no"),
  G_DEFINE_ENUM_VALUE (HUIS_MOVE_PARTLY, "partly"),
  G_DEFINE_ENUM_VALUE (HUIS_MOVE_YES, "yes"))

G_DEFINE_ENUM_TYPE (HuisSetting, huis_setting,
  G_DEFINE_ENUM_VALUE (HUIS_SETTING_HOME, "home"),
  G_DEFINE_ENUM_VALUE (HUIS_SETTING_OFFICE, "office"))
/* clang-format on */

struct _HuisCatalogue
{
  GObject parent_instance;

  char *datadir;
  GPtrArray *documents;    /* HuisXml *: the structs below borrow their texts from these */
  GPtrArray *measures;     /* HuisMeasure * */
  GPtrArray *uses;         /* HuisUse * */
  GPtrArray *rooms;        /* HuisRoom * */
  GPtrArray *resolvers;    /* HuisResolver * */
  GPtrArray *explanations; /* HuisExplanation * */
  HuisKindInfo *kinds[HUIS_KIND_LAST + 1];
};

G_DEFINE_FINAL_TYPE (HuisCatalogue, huis_catalogue, G_TYPE_OBJECT)

/* In the order in which a person meets them. */
static const char *const files[] = { "home.xml",  "router.xml",    "device.xml", "kinds.xml",
                                     "rooms.xml", "resolvers.xml", "why.xml" };

static gboolean
add_element (HuisCatalogue *self, const HuisXml *node, GError **error)
{
  gpointer item = NULL;

  if (g_str_equal (node->name, "measure"))
    {
      if ((item = huis_catalogue_read_measure (node, error)) != NULL)
        {
          ((HuisMeasure *) item)->catalogue = self;
          g_ptr_array_add (self->measures, item);
        }
    }
  else if (g_str_equal (node->name, "use"))
    {
      if ((item = huis_catalogue_read_use (node, error)) != NULL)
        g_ptr_array_add (self->uses, item);
    }
  else if (g_str_equal (node->name, "room"))
    {
      if ((item = huis_catalogue_read_room (node, error)) != NULL)
        g_ptr_array_add (self->rooms, item);
    }
  else if (g_str_equal (node->name, "resolver"))
    {
      if ((item = huis_catalogue_read_resolver (node, error)) != NULL)
        g_ptr_array_add (self->resolvers, item);
    }
  else if (g_str_equal (node->name, "explanation"))
    {
      if ((item = huis_catalogue_read_explanation (node, error)) != NULL)
        g_ptr_array_add (self->explanations, item);
    }
  else if (g_str_equal (node->name, "kind"))
    {
      HuisKindInfo *info = huis_catalogue_read_kind (node, error);

      if ((item = info) != NULL)
        {
          g_free (self->kinds[info->kind]);
          self->kinds[info->kind] = info;
        }
    }
  else
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "line %d: <%s> is not known here",
                   node->line, node->name);
    }
  return item != NULL;
}

static gboolean
add_file (HuisCatalogue *self, const char *datadir, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (datadir, "advice", name, NULL);
  HuisXml *document = huis_xml_read (path, error);

  if (document == NULL)
    return FALSE;

  g_ptr_array_add (self->documents, document);
  for (guint i = 0; i < document->children->len; i++)
    if (!add_element (self, g_ptr_array_index (document->children, i), error))
      {
        g_prefix_error (error, "%s: ", path);
        return FALSE;
      }
  return TRUE;
}

HuisCatalogue *
huis_catalogue_new (const char *datadir, GError **error)
{
  g_autoptr (HuisCatalogue) self = g_object_new (HUIS_TYPE_CATALOGUE, NULL);

  self->datadir = g_strdup (datadir);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (!add_file (self, datadir, files[i], error))
      return NULL;

  for (int kind = 0; kind <= HUIS_KIND_LAST; kind++)
    if (self->kinds[kind] == NULL)
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                     "%s/advice/kinds.xml: kind \"%s\" is missing", datadir,
                     huis_kind_to_id ((HuisKind) kind));
        return NULL;
      }
  return g_steal_pointer (&self);
}

const char *
huis_catalogue_get_datadir (HuisCatalogue *self)
{
  g_return_val_if_fail (HUIS_IS_CATALOGUE (self), NULL);
  return self->datadir;
}

const GPtrArray *
huis_catalogue_get_measures (HuisCatalogue *self)
{
  g_return_val_if_fail (HUIS_IS_CATALOGUE (self), NULL);
  return self->measures;
}

const HuisMeasure *
huis_catalogue_find_measure (HuisCatalogue *self, const char *id)
{
  g_return_val_if_fail (HUIS_IS_CATALOGUE (self), NULL);

  for (guint i = 0; i < self->measures->len; i++)
    {
      const HuisMeasure *measure = g_ptr_array_index (self->measures, i);

      if (g_strcmp0 (measure->id, id) == 0)
        return measure;
    }
  return NULL;
}

const HuisKindInfo *
huis_catalogue_get_kind (HuisCatalogue *self, HuisKind kind)
{
  g_return_val_if_fail (HUIS_IS_CATALOGUE (self), NULL);

  if ((int) kind < 0 || kind > HUIS_KIND_LAST)
    kind = HUIS_KIND_UNKNOWN;
  return self->kinds[kind];
}

const GPtrArray *
huis_catalogue_get_uses (HuisCatalogue *self)
{
  g_return_val_if_fail (HUIS_IS_CATALOGUE (self), NULL);
  return self->uses;
}

const GPtrArray *
huis_catalogue_get_rooms (HuisCatalogue *self)
{
  g_return_val_if_fail (HUIS_IS_CATALOGUE (self), NULL);
  return self->rooms;
}

const HuisRoom *
huis_catalogue_find_room (HuisCatalogue *self, const char *id)
{
  g_return_val_if_fail (HUIS_IS_CATALOGUE (self), NULL);

  for (guint i = 0; i < self->rooms->len; i++)
    {
      const HuisRoom *room = g_ptr_array_index (self->rooms, i);

      if (g_strcmp0 (room->id, id) == 0)
        return room;
    }
  return NULL;
}

const HuisResolver *
huis_catalogue_find_resolver (HuisCatalogue *self, const char *address)
{
  g_return_val_if_fail (HUIS_IS_CATALOGUE (self), NULL);

  for (guint i = 0; i < self->resolvers->len; i++)
    {
      const HuisResolver *resolver = g_ptr_array_index (self->resolvers, i);

      if (huis_address_is_in (address, (const char *const *) resolver->ranges))
        return resolver;
    }
  return NULL;
}

const GPtrArray *
huis_catalogue_get_explanations (HuisCatalogue *self)
{
  g_return_val_if_fail (HUIS_IS_CATALOGUE (self), NULL);
  return self->explanations;
}

const HuisExplanation *
huis_catalogue_get_explanation (HuisCatalogue *self, const char *id)
{
  g_return_val_if_fail (HUIS_IS_CATALOGUE (self), NULL);

  for (guint i = 0; i < self->explanations->len; i++)
    {
      const HuisExplanation *explanation = g_ptr_array_index (self->explanations, i);

      if (g_strcmp0 (explanation->id, id) == 0)
        return explanation;
    }
  return NULL;
}

gboolean
huis_measure_applies_to (const HuisMeasure *measure, HuisKind kind, const char **reason)
{
  const char *skipped = NULL;

  g_return_val_if_fail (measure != NULL, FALSE);

  if (measure->scope == HUIS_SCOPE_DEVICE && (int) kind >= 0 && kind <= HUIS_KIND_LAST)
    skipped = measure->skipped[kind];
  if (reason != NULL)
    *reason = skipped;
  return skipped == NULL;
}

gboolean
huis_measure_carries_out (const HuisMeasure *measure, const char *factsheet_id)
{
  g_return_val_if_fail (measure != NULL, FALSE);
  return g_strv_contains (measure->carries_out, factsheet_id);
}

GPtrArray *
huis_measure_list_steps (const HuisMeasure *measure, const HuisKindInfo *kind)
{
  GPtrArray *steps = g_ptr_array_new ();

  for (guint i = 0; measure->steps[i] != NULL; i++)
    if (kind == NULL || kind->senses || (measure->sense_steps & 1u << i) == 0)
      g_ptr_array_add (steps, (gpointer) measure->steps[i]);

  return steps;
}

char *
huis_measure_dup_meaning (const HuisMeasure *measure, const HuisKindInfo *kind)
{
  /* Q1 with V3 is about visits from outside: there the danger counts. */
  if (huis_measure_carries_out (measure, "Q1") && !huis_measure_carries_out (measure, "V3"))
    /* Translators: %s is a sentence that tells what keeping a device off the internet means. */
    return g_strdup_printf (_ ("Without internet: %s"), huis_catalogue_text (kind->offline));
  if (huis_measure_carries_out (measure, "N4"))
    return g_strdup (huis_catalogue_text (kind->guest_reason));

  return g_strdup (huis_catalogue_text (kind->danger));
}

const char *
huis_catalogue_text (const char *msgid)
{
  if (msgid == NULL || msgid[0] == '\0')
    return "";
  return dgettext (GETTEXT_PACKAGE, msgid);
}

static void
huis_catalogue_finalize (GObject *object)
{
  HuisCatalogue *self = HUIS_CATALOGUE (object);

  for (int kind = 0; kind <= HUIS_KIND_LAST; kind++)
    g_free (self->kinds[kind]);
  g_free (self->datadir);
  g_ptr_array_unref (self->measures);
  g_ptr_array_unref (self->uses);
  g_ptr_array_unref (self->rooms);
  g_ptr_array_unref (self->resolvers);
  g_ptr_array_unref (self->explanations);
  g_ptr_array_unref (self->documents);
  G_OBJECT_CLASS (huis_catalogue_parent_class)->finalize (object);
}

static void
huis_catalogue_class_init (HuisCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = huis_catalogue_finalize;
}

static GPtrArray *
new_list (gpointer free_func)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_func);
}

static void
huis_catalogue_init (HuisCatalogue *self)
{
  self->documents = new_list (huis_xml_free);
  self->measures = new_list (huis_catalogue_free_measure);
  self->uses = new_list (huis_catalogue_free_use);
  self->rooms = new_list (huis_catalogue_free_room);
  self->resolvers = new_list (huis_catalogue_free_resolver);
  self->explanations = new_list (huis_catalogue_free_explanation);
}
