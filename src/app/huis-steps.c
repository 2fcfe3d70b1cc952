/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-steps"

#include "huis-steps.h"

#include "huis-checklist-page.h"
#include "huis-connection-page.h"
#include "huis-devices-page.h"
#include "huis-inventory-page.h"
#include "huis-network-page.h"
#include "huis-router-page.h"
#include "huis-welcome-page.h"

#include <glib/gi18n.h>
#include <string.h>

/* The whole road, from the door to the paper. A new page is a new row here. */
/* clang-format off */
static const HuisStep steps[] = {
  { "welcome", N_("Welcome"), NULL, huis_welcome_page_get_type },
  { "network", N_("Your network"), NULL, huis_network_page_get_type },
  { "inventory", N_("Devices at home"), N_("Devices here"), huis_inventory_page_get_type },
  { "connection", N_("Needed online?"), NULL, huis_connection_page_get_type },
  { "router", N_("Router"), NULL, huis_router_page_get_type },
  { "devices", N_("Each device"), NULL, huis_devices_page_get_type },
  { "checklist", N_("Checklist"), NULL, huis_checklist_page_get_type },
};
/* clang-format on */

const HuisStep *
huis_steps_get (guint *n_steps)
{
  *n_steps = G_N_ELEMENTS (steps);

  return steps;
}

const char *
huis_step_get_title (const HuisStep *self, HuisNetwork *network)
{
  gboolean office = network != NULL && huis_network_get_owner (network) == HUIS_OWNER_ORGANISATION;

  return _ (office && self->office_title != NULL ? self->office_title : self->title);
}

int
huis_steps_find (const char *id)
{
  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (steps); i++)
    {
      if (strcmp (steps[i].id, id) == 0)
        return (int) i;
    }

  return -1;
}
