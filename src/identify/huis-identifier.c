/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-identifier"

#include "huis-identifier.h"

#include "huis-claims.h"
#include "huis-friendly-name.h"
#include "huis-mac-vendor.h"
#include "huis-rule-index.h"

#include <string.h>

struct _HuisIdentifier
{
  HuisRuleSet *set;
  HuisMacVendor *vendors;
  HuisRuleIndex *seen;    /* rules about what was observed */
  HuisRuleIndex *derived; /* rules about what the others made of it */
  GHashTable *orders;     /* HuisRule → its place in the files */
};

/* One look at one device. */
typedef struct
{
  HuisIdentifier *self;
  HuisClaims *claims;
  HuisStrength ceiling;
} Look;

HuisIdentifier *
huis_identifier_new (const char *datadir, GError **error)
{
  g_autofree char *folder = g_build_filename (datadir, "identify", NULL);
  g_autoptr (HuisRuleSet) set = huis_rule_set_load (folder, error);
  HuisIdentifier *self;

  if (set == NULL)
    return NULL;

  self = g_new0 (HuisIdentifier, 1);
  self->set = g_steal_pointer (&set);
  self->vendors = huis_mac_vendor_new (NULL);
  self->seen = huis_rule_index_new ();
  self->derived = huis_rule_index_new ();
  self->orders = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->set->rules->len; i++)
    {
      HuisRule *rule = self->set->rules->pdata[i];

      huis_rule_index_add (rule->derived ? self->derived : self->seen, rule);
      g_hash_table_insert (self->orders, rule, GUINT_TO_POINTER (i));
    }

  return self;
}

void
huis_identifier_free (HuisIdentifier *self)
{
  huis_rule_index_free (self->seen);
  huis_rule_index_free (self->derived);
  huis_mac_vendor_free (self->vendors);
  g_hash_table_unref (self->orders);
  huis_rule_set_free (self->set);
  g_free (self);
}

static void
add_claim (HuisRule *rule, const HuisFact *fact, GMatchInfo *info, gpointer user_data)
{
  Look *look = user_data;

  huis_claims_add (look->claims, rule,
                   GPOINTER_TO_UINT (g_hash_table_lookup (look->self->orders, rule)), fact, info,
                   look->ceiling);
}

/* The MAC tells who made the network part; whether that is the maker, the table of makers knows. */
static void
add_mac (HuisIdentifier *self, HuisFacts *facts, const char *mac, HuisIdentity *identity)
{
  const char *vendor = huis_mac_vendor_lookup (self->vendors, mac);
  const HuisMaker *maker;

  huis_facts_add (facts, "mac.address", mac, NULL);
  if (vendor == NULL)
    return;

  maker = huis_maker_table_find (self->set->makers, vendor);
  g_free (identity->chip_maker);
  identity->chip_maker =
      maker != NULL ? g_strdup (maker->name) : huis_maker_table_strip (self->set->makers, vendor);
  huis_facts_add (facts, "mac.vendor", vendor, NULL);
  if (maker == NULL)
    huis_facts_add (facts, "mac.stranger", vendor, NULL);
  else
    huis_facts_add (facts, maker->chip ? "mac.chip" : "mac.maker", maker->name, NULL);
}

static HuisFacts *
collect_facts (HuisIdentifier *self, GPtrArray *observations, HuisIdentity *identity)
{
  HuisFacts *facts = huis_facts_new (self->set->fields);
  const char *mac = NULL;

  for (guint i = 0; i < observations->len; i++)
    {
      HuisObservation *observation = observations->pdata[i];
      const char *other = huis_observation_get_mac (observation);

      huis_facts_add_observation (facts, observation);
      if (other != NULL && (mac == NULL || strcmp (other, mac) < 0))
        mac = other;
    }
  if (mac != NULL)
    add_mac (self, facts, mac, identity);

  return facts;
}

/* Asks the rules that start from what is known now: a maker who makes printers only, a model. */
static void
derive (Look *look, HuisFacts *facts, HuisIdentity *identity)
{
  gboolean hardware = huis_claims_maker_is_hardware (look->claims, identity);
  guint first = facts->facts->len;

  if (identity->maker != NULL)
    huis_facts_add (facts, hardware ? "id.hardware" : "id.maker", identity->maker, NULL);
  if (identity->model != NULL)
    huis_facts_add (facts, "id.model", identity->model, NULL);

  for (guint i = first; i < facts->facts->len; i++)
    {
      HuisFact fact = g_array_index (facts->facts, HuisFact, i);

      look->ceiling = identity->model != NULL && strcmp (fact.value, identity->model) == 0
                          ? identity->model_strength
                          : identity->maker_strength;
      if (hardware && identity->model == NULL)
        look->ceiling = HUIS_STRENGTH_GUESS;
      huis_rule_index_each (look->self->derived, &fact, add_claim, look);
    }
}

static void
drop_own_chip_maker (HuisIdentity *identity)
{
  if (identity->maker != NULL && identity->chip_maker != NULL &&
      g_ascii_strcasecmp (identity->maker, identity->chip_maker) == 0)
    g_clear_pointer (&identity->chip_maker, g_free);
}

HuisIdentity *
huis_identifier_identify (HuisIdentifier *self, GPtrArray *observations)
{
  HuisIdentity *identity = huis_identity_new ();
  g_autoptr (HuisFacts) facts = collect_facts (self, observations, identity);
  g_autoptr (HuisClaims) claims = huis_claims_new (self->set, facts);
  Look look = { self, claims, HUIS_STRENGTH_CERTAIN };

  for (guint i = 0; i < facts->facts->len; i++)
    {
      HuisFact fact = g_array_index (facts->facts, HuisFact, i);

      huis_rule_index_each (self->seen, &fact, add_claim, &look);
    }
  huis_claims_weigh (claims, identity);

  if (identity->maker != NULL || identity->model != NULL)
    {
      derive (&look, facts, identity);
      huis_claims_weigh (claims, identity);
    }

  huis_claims_explain (claims, identity);
  if (!claims->literal_model)
    huis_friendly_name_clean_model (self->set, identity);
  identity->name = huis_friendly_name_choose (self->set, facts, identity);
  drop_own_chip_maker (identity);

  return identity;
}

guint
huis_identifier_get_n_makers (HuisIdentifier *self)
{
  return huis_maker_table_get_size (self->set->makers);
}

guint
huis_identifier_get_n_rules (HuisIdentifier *self)
{
  return self->set->rules->len;
}

gboolean
huis_identifier_check (HuisIdentifier *self, GError **error)
{
  return huis_rule_set_check (self->set, error);
}
