/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-maker-rules"

#include "huis-maker-rules.h"

/* Below all that any rule says of itself. */
#define KIND_WEIGHT 1

static HuisRule *
add_rule (HuisRuleSet *set, HuisMatch match, const HuisFieldSet *fields)
{
  HuisCondition condition = { .match = match, .fields = *fields };
  HuisRule *rule = huis_rule_new ();

  g_array_append_val (rule->conditions, condition);
  g_ptr_array_add (set->rules, rule);

  return rule;
}

void
huis_maker_rules_add_kind (HuisRuleSet *set, const char *maker, HuisKind kind)
{
  HuisFieldSet fields = { { 0 } };
  g_autofree char *word = g_ascii_strdown (maker, -1);
  HuisRule *rule;

  huis_field_table_parse (set->fields, "id.maker id.hardware", &fields);
  rule = add_rule (set, HUIS_MATCH_IS, &fields);
  huis_rule_get_condition (rule, 0)->words = g_new0 (char *, 2);
  huis_rule_get_condition (rule, 0)->words[0] = (char *) huis_rule_set_keep (set, word);
  rule->kind = kind;
  rule->strength = HUIS_STRENGTH_LIKELY;
  rule->kind_strength = HUIS_STRENGTH_LIKELY;
  rule->weight = KIND_WEIGHT;
  rule->derived = TRUE;
}

void
huis_maker_rules_add_names (HuisRuleSet *set,
                            const HuisFieldSet *fields,
                            HuisStrength strength,
                            int weight)
{
  GPtrArray *makers = huis_maker_table_get_makers (set->makers);

  for (guint i = 0; i < makers->len; i++)
    {
      const HuisMaker *maker = makers->pdata[i];
      HuisRule *rule;

      if (!maker->text)
        continue;
      rule = add_rule (set, HUIS_MATCH_WORD, fields);
      huis_rule_get_condition (rule, 0)->words =
          g_memdup2 (maker->words, (g_strv_length (maker->words) + 1) * sizeof (char *));
      rule->maker = maker->name;
      rule->strength = strength;
      rule->kind_strength = strength;
      rule->weight = weight;
    }
}
