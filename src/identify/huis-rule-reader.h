/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-rule-set.h"

G_BEGIN_DECLS

/* Adds what one file of rules holds to @set. src/identify/README.md tells how such a file looks. */
gboolean huis_rule_reader_read (HuisRuleSet *set, const char *path, GError **error);

G_END_DECLS
