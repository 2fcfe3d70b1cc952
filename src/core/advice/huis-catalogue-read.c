/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-catalogue"

#include "huis-catalogue-private.h"

#include <gio/gio.h>

#define DEFAULT_WEIGHT 50

static gboolean
fail (const HuisXml *node, GError **error, const char *what, const char *value)
{
  const char *id = huis_xml_get (node, "id");

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "line %d, <%s id=\"%s\">: %s %s",
               node->line, node->name, id != NULL ? id : "", what,
               value != NULL ? value : "(none)");
  return FALSE;
}

static gboolean
need (const HuisXml *node, const char *name, const char **text, GError **error)
{
  *text = huis_xml_child_text (node, name);
  return *text != NULL || fail (node, error, "has no element", name);
}

static gboolean
need_value (const HuisXml *node, const char *name, const char **value, GError **error)
{
  *value = huis_xml_get (node, name);
  return *value != NULL || fail (node, error, "has no attribute", name);
}

static gboolean
read_enum (const HuisXml *node, const char *attribute, GType type, int *value, GError **error)
{
  const char *id = huis_xml_get (node, attribute);

  *value = huis_enum_from_id (type, id, -1);
  return *value >= 0 || fail (node, error, attribute, id);
}

static HuisLink *
read_link (const HuisXml *node)
{
  HuisLink *link = g_new0 (HuisLink, 1);

  link->href = huis_xml_get (node, "href");
  link->title = huis_xml_get (node, "title");
  return link;
}

/* <not-for kinds="phone tablet">Reason.</not-for> */
static gboolean
read_skipped (const HuisXml *node, const char **skipped, GError **error)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const HuisXml *child = g_ptr_array_index (node->children, i);
      g_auto (GStrv) kinds = huis_xml_get_words (child, "kinds");

      if (!g_str_equal (child->name, "not-for"))
        continue;
      for (guint k = 0; kinds[k] != NULL; k++)
        {
          int kind = huis_enum_from_id (HUIS_TYPE_KIND, kinds[k], -1);

          if (kind < 0 || child->text[0] == '\0')
            return fail (node, error, "not-for", kinds[k]);
          skipped[kind] = child->text;
        }
    }
  return TRUE;
}

static void
read_lists (const HuisXml *node, GPtrArray *choices, GPtrArray *links)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const HuisXml *child = g_ptr_array_index (node->children, i);

      if (g_str_equal (child->name, "link"))
        {
          g_ptr_array_add (links, read_link (child));
        }
      else if (g_str_equal (child->name, "choice"))
        {
          HuisChoice *choice = g_new0 (HuisChoice, 1);

          choice->id = huis_xml_get (child, "id");
          choice->label = huis_xml_child_text (child, "label");
          choice->then = huis_xml_child_text (child, "then");
          g_ptr_array_add (choices, choice);
        }
    }
}

static gboolean
says_yes (const HuisXml *node, const char *attribute)
{
  return g_strcmp0 (huis_xml_get (node, attribute), "yes") == 0;
}

/* <step for="senses"> */
static guint
read_sense_steps (const HuisXml *node)
{
  guint sense_steps = 0;
  guint n = 0;

  for (guint i = 0; i < node->children->len; i++)
    {
      const HuisXml *child = g_ptr_array_index (node->children, i);

      if (!g_str_equal (child->name, "step"))
        continue;
      if (g_strcmp0 (huis_xml_get (child, "for"), "senses") == 0)
        sense_steps |= 1u << n;
      n++;
    }

  return sense_steps;
}

HuisMeasure *
huis_catalogue_read_measure (const HuisXml *node, GError **error)
{
  g_autoptr (HuisMeasure) measure = g_new0 (HuisMeasure, 1);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  const char **skipped = g_new0 (const char *, HUIS_KIND_LAST + 1);
  const char *weight = huis_xml_get (node, "weight");
  int scope = 0;

  measure->skipped = skipped;
  measure->carries_out = (const char *const *) huis_xml_get_words (node, "carries-out");
  measure->steps = (const char *const *) huis_xml_child_texts (node, "step");
  if (!need_value (node, "id", &measure->id, error) ||
      !read_enum (node, "scope", HUIS_TYPE_SCOPE, &scope, error) ||
      !need (node, "title", &measure->title, error) || !need (node, "why", &measure->why, error) ||
      !need (node, "proof", &measure->proof, error) ||
      !need_value (node, "source", &measure->source, error) ||
      !need_value (node, "date", &measure->date, error) || !read_skipped (node, skipped, error))
    return NULL;
  if (measure->steps[0] == NULL)
    {
      fail (node, error, "has no element", "step");
      return NULL;
    }

  measure->scope = (HuisScope) scope;
  measure->sense_steps = read_sense_steps (node);
  measure->check = huis_xml_get (node, "check");
  measure->only_when_seen = says_yes (node, "only-when-seen");
  measure->needs_internet = says_yes (node, "needs-internet");
  measure->waits = says_yes (node, "waits");
  measure->choice_stays = says_yes (node, "choice-stays");
  measure->weight = weight != NULL ? (int) g_ascii_strtoll (weight, NULL, 10) : DEFAULT_WEIGHT;
  measure->brief = huis_xml_child_text (node, "short");
  measure->question = huis_xml_child_text (node, "question");
  measure->danger = huis_xml_child_text (node, "danger");
  measure->done = huis_xml_child_text (node, "done");
  read_lists (node, choices, links);
  measure->choices = g_steal_pointer (&choices);
  measure->links = g_steal_pointer (&links);
  return g_steal_pointer (&measure);
}

void
huis_catalogue_free_measure (HuisMeasure *measure)
{
  if (measure == NULL)
    return;

  g_strfreev ((GStrv) measure->carries_out);
  g_strfreev ((GStrv) measure->steps);
  g_free ((gpointer) measure->skipped);
  g_clear_pointer ((GPtrArray **) &measure->choices, g_ptr_array_unref);
  g_clear_pointer ((GPtrArray **) &measure->links, g_ptr_array_unref);
  g_free (measure);
}

HuisKindInfo *
huis_catalogue_read_kind (const HuisXml *node, GError **error)
{
  g_autofree HuisKindInfo *info = g_new0 (HuisKindInfo, 1);
  const HuisXml *guest = huis_xml_child (node, "guest");
  int kind = 0;
  int online = 0;
  int move = 0;

  if (!read_enum (node, "id", HUIS_TYPE_KIND, &kind, error) ||
      !read_enum (node, "online", HUIS_TYPE_ONLINE, &online, error) ||
      !need_value (node, "icon", &info->icon_name, error) ||
      !need (node, "title", &info->title, error) || !need (node, "plural", &info->plural, error) ||
      !need (node, "danger", &info->danger, error) ||
      !need (node, "offline", &info->offline, error) ||
      !need (node, "guest", &info->guest_reason, error) ||
      !read_enum (guest, "can-move", HUIS_TYPE_MOVE, &move, error))
    return NULL;

  info->kind = (HuisKind) kind;
  info->online = (HuisOnline) online;
  info->senses = says_yes (node, "senses");
  info->guest = (HuisMove) move;
  return g_steal_pointer (&info);
}

/* <use id="print" services="_ipp._tcp" can-move="no">Reason.</use> */
HuisUse *
huis_catalogue_read_use (const HuisXml *node, GError **error)
{
  g_autoptr (HuisUse) use = g_new0 (HuisUse, 1);
  int move = 0;

  use->services = huis_xml_get_words (node, "services");
  use->reason = node->text;
  if (!need_value (node, "id", &use->id, error) ||
      !read_enum (node, "can-move", HUIS_TYPE_MOVE, &move, error))
    return NULL;
  if (use->services[0] == NULL || *use->reason == '\0')
    {
      fail (node, error, "needs services and a reason", NULL);
      return NULL;
    }

  use->guest = (HuisMove) move;
  return g_steal_pointer (&use);
}

void
huis_catalogue_free_use (HuisUse *use)
{
  if (use == NULL)
    return;

  g_strfreev (use->services);
  g_free (use);
}

/* <resolver name="Quad9" ranges="9.9.9.0/24 2620:fe::/48" source="…" date="…"/> */
HuisResolver *
huis_catalogue_read_resolver (const HuisXml *node, GError **error)
{
  g_autoptr (HuisResolver) resolver = g_new0 (HuisResolver, 1);

  resolver->ranges = huis_xml_get_words (node, "ranges");
  if (!need_value (node, "name", &resolver->name, error))
    return NULL;
  for (guint i = 0; resolver->ranges[i] != NULL; i++)
    {
      g_autoptr (GInetAddressMask) mask =
          g_inet_address_mask_new_from_string (resolver->ranges[i], NULL);

      if (mask == NULL)
        {
          fail (node, error, "is no range of addresses:", resolver->ranges[i]);
          return NULL;
        }
    }
  return g_steal_pointer (&resolver);
}

void
huis_catalogue_free_resolver (HuisResolver *resolver)
{
  if (resolver == NULL)
    return;

  g_strfreev (resolver->ranges);
  g_free (resolver);
}

HuisRoom *
huis_catalogue_read_room (const HuisXml *node, GError **error)
{
  g_autoptr (HuisRoom) room = g_new0 (HuisRoom, 1);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  int setting = 0;

  if (!need_value (node, "id", &room->id, error) ||
      !read_enum (node, "setting", HUIS_TYPE_SETTING, &setting, error) ||
      !need (node, "title", &room->title, error))
    return NULL;

  for (guint i = 0; i < node->children->len; i++)
    {
      const HuisXml *child = g_ptr_array_index (node->children, i);
      HuisRoomItem *item;
      int kind = 0;

      if (!g_str_equal (child->name, "item"))
        continue;
      if (!read_enum (child, "kind", HUIS_TYPE_KIND, &kind, error))
        return NULL;
      item = g_new0 (HuisRoomItem, 1);
      item->kind = (HuisKind) kind;
      item->text = child->text;
      g_ptr_array_add (items, item);
    }
  room->setting = (HuisSetting) setting;
  room->question = huis_xml_child_text (node, "question");
  room->items = g_steal_pointer (&items);
  return g_steal_pointer (&room);
}

void
huis_catalogue_free_room (HuisRoom *room)
{
  if (room == NULL)
    return;

  g_clear_pointer ((GPtrArray **) &room->items, g_ptr_array_unref);
  g_free (room);
}

HuisExplanation *
huis_catalogue_read_explanation (const HuisXml *node, GError **error)
{
  g_autoptr (HuisExplanation) explanation = g_new0 (HuisExplanation, 1);
  const HuisXml *link = huis_xml_child (node, "link");

  if (!need_value (node, "id", &explanation->id, error) ||
      !need (node, "title", &explanation->title, error) ||
      !need (node, "text", &explanation->text, error))
    return NULL;

  explanation->link = link != NULL ? read_link (link) : NULL;
  return g_steal_pointer (&explanation);
}

void
huis_catalogue_free_explanation (HuisExplanation *explanation)
{
  if (explanation == NULL)
    return;

  g_free ((gpointer) explanation->link);
  g_free (explanation);
}
