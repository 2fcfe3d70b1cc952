/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-task.h"

G_BEGIN_DECLS

/* For huis-task.c (how it stands, what the person says) and huis-task-steps.c (what to do) alone.
 */
struct _HuisTask
{
  GObject parent_instance;

  HuisSession *session;
  HuisNetwork *network;
  HuisCatalogue *catalogue;
  HuisDevice *device;
  HuisRouterGuides *guides;

  const HuisRouterGuide *guide; /* the guides' */
  const HuisMeasure *measure;   /* the catalogue's */
};

G_END_DECLS
