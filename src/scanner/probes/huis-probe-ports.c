/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-ports"

#include "huis-connector.h"
#include "huis-probe-list.h"
#include "huis-probes.h"

#include <unistd.h>

/*
 * Which doors of a device are open. Each is tried once with a full connection, which is closed at
 * once; a device that throws the first eight away gets less patience for the rest.
 */

#define PATIENCE_WIRE_MS 1000
/* Long enough for the kernel's own second try, one second after the first that Wi-Fi lost. */
#define PATIENCE_WIFI_MS   1300
#define PATIENCE_SILENT_MS 400

typedef struct
{
  HuisLook *look;
  HuisConnector *connector;
} Probe;

/* What came of the ports of one device so far. */
typedef struct
{
  Probe *probe;
  HuisHost *host;
  guint next;
  guint waiting;
  guint answers;
  guint silences;
  JsonArray *closed;
} Round;

static void
free_probe (gpointer data)
{
  Probe *self = data;

  huis_connector_free (self->connector);
  g_free (self);
}

static void
finish_round (Round *round)
{
  HuisLook *look = round->probe->look;
  JsonObject *fact = huis_look_fact (look, "ports", round->host->address);

  json_object_set_array_member (fact, "closed", round->closed);
  json_object_set_int_member (fact, "silent", round->silences);
  huis_look_emit (look, fact);
  huis_look_release (look);
  g_free (round);
}

/* Starts the probe that speaks the language of the port. */
static void
greet (HuisLook *look, HuisHost *host, guint16 port, int fd)
{
  const HuisPort *row = huis_ports_find (huis_look_get_ports (look), port);
  const HuisProbe *probe = row == NULL ? NULL : huis_probes_for_port (row->speaks);

  if (probe != NULL)
    probe->open (look, host, port, fd);
}

static void try_more (Round *round);

static void
tried_cb (guint32 address, guint16 port, HuisConnectResult result, int fd, gpointer data)
{
  Round *round = data;
  HuisLook *look = round->probe->look;

  round->waiting--;
  if (result == HUIS_CONNECT_OPEN)
    {
      JsonObject *fact = huis_look_fact (look, "port", round->host->address);

      json_object_set_int_member (fact, "port", port);
      json_object_set_string_member (fact, "state", "open");
      huis_look_emit (look, fact);
      greet (look, round->host, port, fd);
    }
  else if (result == HUIS_CONNECT_CLOSED)
    json_array_add_int_element (round->closed, port);
  if (result == HUIS_CONNECT_OPEN || result == HUIS_CONNECT_CLOSED)
    round->answers++;
  else if (result == HUIS_CONNECT_SILENT)
    round->silences++;

  try_more (round);
}

static guint
get_patience (Round *round)
{
  HuisMedium medium = huis_look_get_interface (round->probe->look)->medium;

  if (round->answers == 0 && round->silences >= HUIS_CONNECTOR_PER_HOST)
    return PATIENCE_SILENT_MS;

  return medium == HUIS_MEDIUM_WIFI ? PATIENCE_WIFI_MS : PATIENCE_WIRE_MS;
}

static void
try_more (Round *round)
{
  HuisPorts *ports = huis_look_get_ports (round->probe->look);

  while (round->waiting < HUIS_CONNECTOR_PER_HOST && round->next < huis_ports_get_count (ports))
    {
      guint16 port = huis_ports_get (ports, round->next++)->number;

      round->waiting++;
      huis_look_count_sent (round->probe->look, 1);
      huis_connector_try (round->probe->connector, round->host->ipv4, port, get_patience (round),
                          tried_cb, round);
    }
  if (round->waiting == 0)
    finish_round (round);
}

void
huis_probe_ports_meet (HuisLook *look, HuisHost *host)
{
  Probe *self = huis_look_get_state (look, "ports");
  Round *round;

  if (self == NULL)
    {
      self = g_new0 (Probe, 1);
      self->look = look;
      self->connector = huis_connector_new (huis_look_get_interface (look));
      huis_look_set_state (look, "ports", self, free_probe);
    }
  /* The doors of this computer are not seen from outside. */
  if (host->is_self)
    return;

  round = g_new0 (Round, 1);
  round->probe = self;
  round->host = host;
  round->closed = json_array_new ();
  huis_look_hold (look);
  try_more (round);
}
