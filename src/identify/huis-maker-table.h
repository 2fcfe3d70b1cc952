/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-kind.h"

G_BEGIN_DECLS

/*
 * The names of makers: which writings mean the same one, who makes chips and modules for others,
 * and who makes one kind of thing only. Filled from data/identify/makers*.xml.
 */
typedef struct _HuisMakerTable HuisMakerTable;

typedef struct
{
  char *name;
  GStrv words;   /* all its writings, in lower case */
  gboolean chip; /* its MAC addresses stand in the things of others: never a brand */
  gboolean text; /* its name in a text means the maker: not "Apple" in "Apple pie recipes" */
} HuisMaker;

HuisMakerTable *huis_maker_table_new (void);
void huis_maker_table_free (HuisMakerTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisMakerTable, huis_maker_table_free)

/* @aliases has "|" between them, or is %NULL. */
void huis_maker_table_add (HuisMakerTable *self,
                           const char *name,
                           const char *aliases,
                           gboolean text,
                           gboolean chip);
/* A word at the end of names that says nothing: "Inc", "GmbH", "Technology". */
void huis_maker_table_add_suffix (HuisMakerTable *self, const char *suffix);

/* The maker that @text names, or %NULL where it is none of the table. */
const HuisMaker *huis_maker_table_find (HuisMakerTable *self, const char *text);

/* @text without the words at its end that say nothing. */
char *huis_maker_table_strip (HuisMakerTable *self, const char *text);

/* Of HuisMaker. */
GPtrArray *huis_maker_table_get_makers (HuisMakerTable *self);

/* How many makers there are, those of chips left out. */
guint huis_maker_table_get_size (HuisMakerTable *self);

G_END_DECLS
