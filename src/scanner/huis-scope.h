/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-interface.h"

G_BEGIN_DECLS

/* What is looked at: the whole network, one device again, or the router alone. */
typedef enum
{
  HUIS_LOOK_DISCOVER,
  HUIS_LOOK_DEVICE,
  HUIS_LOOK_ROUTER,
} HuisLookScope;

typedef struct
{
  HuisLookScope scope;
  /* The one address of a device, for %HUIS_LOOK_DEVICE. */
  const char *target;
  double listen_seconds;
  /* Probes a second; 0 for what fits the medium. */
  guint pace;
  /* Whether a network of more than 1,022 addresses may be asked whole. */
  gboolean confirmed_large;
} HuisLookOptions;

/* Whether a look on @interface is about @address: all of them, or the one it was asked for. */
gboolean huis_scope_wants (const HuisLookOptions *options,
                           const HuisInterface *interface,
                           const char *address);

G_END_DECLS
