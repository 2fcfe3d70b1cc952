/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-rule"

#include "huis-rule.h"

HuisRule *
huis_rule_new (void)
{
  HuisRule *self = g_new0 (HuisRule, 1);

  self->conditions = g_array_sized_new (FALSE, TRUE, sizeof (HuisCondition), 1);
  g_array_set_clear_func (self->conditions, (GDestroyNotify) huis_condition_clear);

  return self;
}

void
huis_rule_free (HuisRule *self)
{
  g_array_unref (self->conditions);
  g_free (self);
}
