/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-device-rule"

#include "huis-device-rule.h"

/* What each attribute weighs: one maker goes before all that is said without one. */
enum
{
  WEIGHT_CHIP = 1,
  WEIGHT_KINDS = 2,
  WEIGHT_MODEL = 4,
  WEIGHT_NAMED = 8,
  WEIGHT_MAKER = 16,
};

struct _HuisDeviceRule
{
  const char *maker; /* borrowed, or %NULL: not asked for */
  const char *chip;
  GRegex *named;
  GRegex *model;
  guint32 kinds; /* a bit a HuisKind; 0: all */
};

G_STATIC_ASSERT (HUIS_KIND_LAST < 32);

void
huis_device_rule_free (HuisDeviceRule *self)
{
  g_clear_pointer (&self->named, g_regex_unref);
  g_clear_pointer (&self->model, g_regex_unref);
  g_free (self);
}

static gboolean
read_regex (const char *pattern, GRegex **regex, GError **error)
{
  if (pattern == NULL)
    return TRUE;

  *regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, error);
  return *regex != NULL;
}

HuisDeviceRule *
huis_device_rule_new (const HuisXml *node, GError **error)
{
  g_autoptr (HuisDeviceRule) self = g_new0 (HuisDeviceRule, 1);
  const char *words = huis_xml_get (node, "named");
  g_autofree char *named = words != NULL ? g_strdup_printf ("\\b(?:%s)\\b", words) : NULL;
  g_auto (GStrv) kinds = huis_xml_get_words (node, "kinds");

  self->maker = huis_xml_get (node, "maker");
  self->chip = huis_xml_get (node, "chip");
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      int kind = huis_enum_from_id (HUIS_TYPE_KIND, kinds[i], -1);

      if (kind < 0)
        {
          huis_xml_fail (node, error, "there is no such kind");
          return NULL;
        }
      self->kinds |= 1u << kind;
    }
  if (!read_regex (named, &self->named, error) ||
      !read_regex (huis_xml_get (node, "model"), &self->model, error))
    return NULL;

  return g_steal_pointer (&self);
}

static gboolean
matches (const GRegex *regex, const char *text)
{
  return regex == NULL || (text != NULL && g_regex_match (regex, text, 0, NULL));
}

gboolean
huis_device_rule_fits_model (const HuisDeviceRule *self, HuisDevice *device)
{
  return (self->kinds == 0 || (self->kinds & 1u << huis_device_get_kind (device)) != 0) &&
         matches (self->model, huis_device_get_model (device));
}

guint
huis_device_rule_weigh (const HuisDeviceRule *self, HuisDevice *device)
{
  HuisIdentity *identity = huis_device_get_identity (device);
  const char *chip = identity != NULL ? identity->chip_maker : NULL;

  /* A name that the person chose is no proof against what the device says of itself. */
  if (g_strcmp0 (self->maker, huis_device_get_maker (device)) != 0 ||
      (self->chip != NULL && g_strcmp0 (self->chip, chip) != 0) ||
      !matches (self->named, huis_device_get_given_name (device)) ||
      !huis_device_rule_fits_model (self, device))
    return 0;

  return (self->maker != NULL ? WEIGHT_MAKER : 0) + (self->named != NULL ? WEIGHT_NAMED : 0) +
         (self->model != NULL ? WEIGHT_MODEL : 0) + (self->kinds != 0 ? WEIGHT_KINDS : 0) +
         (self->chip != NULL ? WEIGHT_CHIP : 0);
}
