/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-router-guides.h"
#include "huis-xml.h"

G_BEGIN_DECLS

/* For huis-router-guides.c (reads and matches) and huis-router-steps.c (puts into words) alone. */
struct _HuisRouterGuide
{
  const char *id; /* all texts are borrowed from @document */
  const char *title;
  const char *address;
  const char *app;
  const char *user;
  const char *password; /* a msgid */
  const char *date;
  const HuisXml *topics[HUIS_N_TOPICS];
  GPtrArray *recognised; /* borrowed HuisXml *: each alone is enough */
  HuisXml *document;
};

G_END_DECLS
