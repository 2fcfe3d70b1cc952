/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-claims"

#include "huis-claims.h"

#include <string.h>

/* More would not be read. */
#define REASONS_MAX 6

/* Which of the identity's claims this one speaks for. */
static HuisClaim
get_agreement (const HuisClaimed *claim, const HuisIdentity *identity)
{
  HuisClaim agreed = 0;

  if (claim->maker != NULL && identity->maker != NULL &&
      g_ascii_strcasecmp (claim->maker, identity->maker) == 0)
    agreed |= HUIS_CLAIM_MAKER;
  if (g_strcmp0 (claim->model, identity->model) == 0 && claim->model != NULL)
    agreed |= HUIS_CLAIM_MODEL;
  if (claim->kind == identity->kind && claim->kind != HUIS_KIND_UNKNOWN)
    agreed |= HUIS_CLAIM_KIND;

  return agreed;
}

static HuisReason *
find_reason (GPtrArray *reasons, const HuisClaimed *claim)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      HuisReason *reason = reasons->pdata[i];

      /* A sentence without a place for the value reads the same whatever was seen. */
      if (strcmp (reason->sentence, claim->sentence) == 0 &&
          (strstr (claim->sentence, "%s") == NULL || g_strcmp0 (reason->value, claim->value) == 0))
        return reason;
    }

  return NULL;
}

static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const HuisReason *left = *(HuisReason *const *) a, *right = *(HuisReason *const *) b;

  if (left->strength != right->strength)
    return left->strength > right->strength ? -1 : 1;
  if (left->claims != right->claims)
    return left->claims > right->claims ? -1 : 1;
  if (strcmp (left->sentence, right->sentence) != 0)
    return strcmp (left->sentence, right->sentence);

  return g_strcmp0 (left->value, right->value);
}

void
huis_claims_explain (HuisClaims *self, HuisIdentity *identity)
{
  for (guint i = 0; i < self->claims->len; i++)
    {
      const HuisClaimed *claim = &g_array_index (self->claims, HuisClaimed, i);
      HuisClaim agreed = get_agreement (claim, identity);
      HuisReason *reason;

      if (agreed == 0 || claim->sentence == NULL)
        continue;
      reason = find_reason (identity->reasons, claim);
      if (reason == NULL)
        g_ptr_array_add (identity->reasons,
                         huis_reason_new (agreed, claim->strength, claim->sentence, claim->value));
      else
        {
          reason->claims |= agreed;
          reason->strength = MAX (reason->strength, claim->strength);
        }
    }
  g_ptr_array_sort (identity->reasons, compare_reasons);
  if (identity->reasons->len > REASONS_MAX)
    g_ptr_array_set_size (identity->reasons, REASONS_MAX);
}
