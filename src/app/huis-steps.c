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
  { "welcome", N_("Welcome"), huis_welcome_page_get_type },
  { "network", N_("Your network"), huis_network_page_get_type },
  { "inventory", N_("Devices at home"), huis_inventory_page_get_type },
  { "connection", N_("Needed online?"), huis_connection_page_get_type },
  { "router", N_("Router"), huis_router_page_get_type },
  { "devices", N_("Each device"), huis_devices_page_get_type },
  { "checklist", N_("Checklist"), huis_checklist_page_get_type },
};
/* clang-format on */

const HuisStep *
huis_steps_get (guint *n_steps)
{
  *n_steps = G_N_ELEMENTS (steps);

  return steps;
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
