/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-change"

#include "config.h"

#include "huis-change.h"

#include <glib/gi18n.h>

/* The words inside a sentence; those on a label (huis_status_to_text()) begin with a capital. */
static const char *
say (HuisStatus status)
{
  switch (status)
    {
    case HUIS_STATUS_IN_ORDER:
      return _ ("in order");
    case HUIS_STATUS_TO_DO:
      return _ ("to do");
    case HUIS_STATUS_ACCEPTED:
      return _ ("accepted");
    case HUIS_STATUS_NOT_APPLICABLE:
      return _ ("does not apply");
    case HUIS_STATUS_NOT_TESTED:
    case HUIS_N_STATUSES:
    default:
      return _ ("not tested");
    }
}

static gboolean
was_seen_to_do (const HuisVerdict *verdict)
{
  return verdict->status == HUIS_STATUS_TO_DO && verdict->witness == HUIS_WITNESS_SEEN;
}

char *
huis_change_describe (const HuisVerdict *before, const HuisVerdict *after)
{
  if (was_seen_to_do (before) && after->status == HUIS_STATUS_NOT_TESTED)
    return g_strdup (_ ("Was: to do. Now: not seen any more."));
  if (before->status != after->status)
    /* Translators: how a step stood before and after another look: "Was: to do. Now: in order." */
    return g_strdup_printf (_ ("Was: %1$s. Now: %2$s."), say (before->status), say (after->status));
  if (was_seen_to_do (before) && was_seen_to_do (after) && g_strcmp0 (before->saw, after->saw) != 0)
    return g_strdup (_ ("Something changed, but it is still to do."));

  return NULL;
}
