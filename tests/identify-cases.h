/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-identifier.h"

G_BEGIN_DECLS

/* One device: its observations as the scanner prints them, a line each, and what it is. */
typedef struct
{
  const char *lines[4];
  const char *maker;
  const char *model;
  HuisKind kind;
} IdentifyCase;

/* The cases of one family of rules. */
typedef struct
{
  const char *path;
  const IdentifyCase *cases;
  guint n;
} IdentifyFamily;

/* @backwards: as if the last observation had come first. */
HuisIdentity *
identify_lines (HuisIdentifier *identifier, const char *const *lines, guint n, gboolean backwards);

/* The whole of a test program: each family is a test. */
int identify_families_main (int argc, char **argv, const IdentifyFamily *families, guint n);

G_END_DECLS
