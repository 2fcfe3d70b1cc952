/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-identity"

#include "config.h"

#include "huis-identity.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (HuisIdentity, huis_identity, huis_identity_ref, huis_identity_unref)

HuisReason *
huis_reason_new (HuisClaim claims, HuisStrength strength, const char *sentence, const char *value)
{
  HuisReason *self = g_new0 (HuisReason, 1);

  self->claims = claims;
  self->strength = strength;
  self->sentence = g_strdup (sentence);
  self->value = g_strdup (value);

  return self;
}

void
huis_reason_free (HuisReason *self)
{
  g_free (self->sentence);
  g_free (self->value);
  g_free (self);
}

char *
huis_reason_to_text (const HuisReason *self)
{
  const char *sentence = gettext (self->sentence);
  const char *place = strstr (sentence, "%s");

  if (place == NULL)
    return g_strdup (sentence);

  return g_strdup_printf ("%.*s%s%s", (int) (place - sentence), sentence,
                          self->value != NULL ? self->value : "", place + 2);
}

HuisIdentity *
huis_identity_new (void)
{
  HuisIdentity *self = g_new0 (HuisIdentity, 1);

  g_ref_count_init (&self->refs);
  self->reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) huis_reason_free);

  return self;
}

HuisIdentity *
huis_identity_ref (HuisIdentity *self)
{
  g_ref_count_inc (&self->refs);

  return self;
}

void
huis_identity_unref (HuisIdentity *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;

  g_free (self->maker);
  g_free (self->model);
  g_free (self->name);
  g_free (self->chip_maker);
  g_ptr_array_unref (self->reasons);
  g_free (self);
}

gboolean
huis_identity_equal (const HuisIdentity *a, const HuisIdentity *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->kind == b->kind && a->kind_strength == b->kind_strength &&
         a->maker_strength == b->maker_strength && a->model_strength == b->model_strength &&
         g_strcmp0 (a->maker, b->maker) == 0 && g_strcmp0 (a->model, b->model) == 0 &&
         g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->chip_maker, b->chip_maker) == 0 &&
         a->reasons->len == b->reasons->len;
}

HuisStrength
huis_identity_get_strength (const HuisIdentity *self)
{
  return self->kind != HUIS_KIND_UNKNOWN ? self->kind_strength : self->maker_strength;
}
