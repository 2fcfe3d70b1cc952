/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-openings"

#include "config.h"

#include "huis-openings.h"

#include "huis-assessment.h"

#include <glib/gi18n.h>

/* What usually listens behind a port, for people. IANA port registry, and the manuals of the
 * programs that chose their own. */
static const struct
{
  guint16 port;
  const char *words;
} services[] = {
  { 21, N_ ("Files (FTP)") },
  { 22, N_ ("Remote control (SSH)") },
  { 23, N_ ("Remote control without protection (Telnet)") },
  { 53, N_ ("The phone book of the internet (DNS)") },
  { 80, N_ ("Web page") },
  { 443, N_ ("Web page with a padlock") },
  { 445, N_ ("Shared folders") },
  { 500, N_ ("Tunnel (VPN)") },
  { 502, N_ ("Control of an energy device (Modbus)") },
  { 554, N_ ("Picture of a camera") },
  { 631, N_ ("Printer") },
  { 1194, N_ ("Tunnel (VPN)") },
  { 1883, N_ ("Messages of smart devices (MQTT)") },
  { 3074, N_ ("Games") },
  { 3389, N_ ("Screen of a computer") },
  { 4500, N_ ("Tunnel (VPN)") },
  { 5000, N_ ("Page of a device with files") },
  { 5001, N_ ("Page of a device with files") },
  { 5060, N_ ("Telephone") },
  { 5900, N_ ("Screen of a computer") },
  { 8000, N_ ("Web page") },
  { 8080, N_ ("Web page") },
  { 8081, N_ ("Web page") },
  { 8123, N_ ("Page of a smart home (Home Assistant)") },
  { 8443, N_ ("Web page with a padlock") },
  { 8554, N_ ("Picture of a camera") },
  { 8883, N_ ("Messages of smart devices (MQTT)") },
  { 9100, N_ ("Printer") },
  { 32400, N_ ("Films and music (Plex)") },
  { 34567, N_ ("Picture of a camera") },
  { 37777, N_ ("Picture of a camera") },
  { 51413, N_ ("Exchange of files (BitTorrent)") },
  { 51820, N_ ("Tunnel (VPN)") },
};

static HuisDevice *
find_router (HuisNetwork *network)
{
  return huis_inventory_find_gateway (huis_network_get_inventory (network));
}

/* Port 0 on the outside stands for all of them (UPnP WANIPConnection:1, 2.2.16). */
gboolean
huis_openings_is_opening (HuisObservation *observation)
{
  gint64 outside = huis_observation_get_int (observation, "external_port", -1);
  gint64 inside = huis_observation_get_int (observation, "internal_port", 0);

  return huis_observation_is (observation, "mapping") && outside >= 0 && outside <= G_MAXUINT16 &&
         inside >= 0 && inside <= G_MAXUINT16;
}

static int
compare_openings (gconstpointer a, gconstpointer b)
{
  HuisObservation *left = *(HuisObservation *const *) a, *right = *(HuisObservation *const *) b;
  gint64 difference = huis_observation_get_int (left, "external_port", 0) -
                      huis_observation_get_int (right, "external_port", 0);

  if (difference != 0)
    return difference < 0 ? -1 : 1;

  return g_strcmp0 (huis_observation_get_slot (left), huis_observation_get_slot (right));
}

GPtrArray *
huis_openings_list (HuisNetwork *network)
{
  GPtrArray *openings = g_ptr_array_new_with_free_func ((GDestroyNotify) huis_observation_unref);
  HuisDevice *router = find_router (network);
  GPtrArray *observations = router != NULL ? huis_device_get_observations (router) : NULL;

  for (guint i = 0; observations != NULL && i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);

      if (huis_openings_is_opening (next) &&
          huis_observation_get_seen (next) >= huis_device_get_tested (router))
        g_ptr_array_add (openings, huis_observation_ref (next));
    }
  g_ptr_array_sort (openings, compare_openings);

  return openings;
}

/* A router may speak UPnP and yet refuse its list: no opening seen is then no word about them. */
gboolean
huis_openings_are_all_listed (HuisNetwork *network)
{
  HuisDevice *router = find_router (network);
  GPtrArray *observations = router != NULL ? huis_device_get_observations (router) : NULL;

  for (guint i = 0; observations != NULL && i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);

      if (huis_observation_is (next, "igd") &&
          huis_observation_get_seen (next) >= huis_device_get_tested (router) &&
          huis_observation_get_int (next, "mapping_count", -1) >= 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
huis_openings_has (HuisNetwork *network, HuisObservation *opening)
{
  g_autoptr (GPtrArray) openings = huis_openings_list (network);

  for (guint i = 0; i < openings->len; i++)
    if (g_strcmp0 (huis_observation_get_slot (g_ptr_array_index (openings, i)),
                   huis_observation_get_slot (opening)) == 0)
      return TRUE;

  return FALSE;
}

HuisDevice *
huis_openings_find_device (HuisNetwork *network, HuisObservation *opening)
{
  const char *inside = huis_observation_get_string (opening, "internal_address");

  if (inside == NULL)
    return NULL;

  return huis_inventory_find_by_address (huis_network_get_inventory (network), inside);
}

static char *
describe_device (HuisDevice *device, HuisObservation *opening)
{
  const char *inside = huis_observation_get_string (opening, "internal_address");

  if (device != NULL)
    return g_strdup (huis_device_get_title (device));
  if (inside == NULL)
    return g_strdup (_ ("A device that we do not know"));

  /* Translators: %s is an address on the home network. */
  return g_strdup_printf (_ ("A device that we did not see (%s)"), inside);
}

char *
huis_openings_describe_target (HuisNetwork *network, HuisObservation *opening)
{
  return describe_device (huis_openings_find_device (network, opening), opening);
}

gboolean
huis_openings_lead_to (HuisNetwork *network, HuisDevice *device)
{
  g_autoptr (GPtrArray) openings = huis_openings_list (network);

  for (guint i = 0; i < openings->len; i++)
    {
      const char *inside =
          huis_observation_get_string (g_ptr_array_index (openings, i), "internal_address");

      if (inside != NULL && huis_device_has_address (device, inside))
        return TRUE;
    }

  return FALSE;
}

char *
huis_openings_describe_port (HuisObservation *opening)
{
  gint64 outside = huis_observation_get_int (opening, "external_port", 0);
  gint64 inside = huis_observation_get_int (opening, "internal_port", outside);

  /* The port inside tells more: behind door 8000 often stands the web page of port 80. */
  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    if (services[i].port == inside)
      /* Translators: what passes through a door in the router: "Web page (port 8080)". */
      return g_strdup_printf (_ ("%1$s (port %2$d)"), _ (services[i].words), (int) outside);

  /* Translators: a door in the router of which we do not know what passes: "Port 4711". */
  return g_strdup_printf (_ ("Port %d"), (int) outside);
}

char *
huis_openings_describe_lease (HuisObservation *opening)
{
  gint64 lease = huis_observation_get_int (opening, "lease", -1);
  gint64 hours = (lease + 3599) / 3600;
  gint64 days = (hours + 23) / 24;

  if (lease < 0)
    return NULL;
  if (lease == 0)
    return g_strdup (_ ("It stays open until someone closes it."));

  if (days > 2)
    /* Translators: about a door in the router. */
    return g_strdup_printf (ngettext ("It closes by itself within %d day, if the device lets it.",
                                      "It closes by itself within %d days, if the device lets it.",
                                      (gulong) days),
                            (int) days);

  /* Translators: about a door in the router. */
  return g_strdup_printf (ngettext ("It closes by itself within %d hour, if the device lets it.",
                                    "It closes by itself within %d hours, if the device lets it.",
                                    (gulong) hours),
                          (int) hours);
}

/* What came of asking to close @opening, since it was seen; or %NULL. */
static HuisObservation *
find_closed (HuisDevice *router, HuisObservation *opening)
{
  GPtrArray *observations = huis_device_get_observations (router);

  for (guint i = 0; i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);

      if (huis_observation_is (next, "closed") &&
          huis_observation_get_seen (next) >= huis_observation_get_seen (opening) &&
          huis_observation_get_int (next, "external_port", 0) ==
              huis_observation_get_int (opening, "external_port", -1) &&
          g_strcmp0 (huis_observation_get_string (next, "protocol"),
                     huis_observation_get_string (opening, "protocol")) == 0)
        return next;
    }

  return NULL;
}

char *
huis_openings_describe_closing (HuisNetwork *network, HuisObservation *opening)
{
  HuisDevice *router = find_router (network);
  HuisObservation *closed = router != NULL ? find_closed (router, opening) : NULL;

  if (closed != NULL && !huis_openings_has (network, opening))
    return g_strdup (_ ("The door is closed. We looked again and no longer see it."));
  if (closed == NULL)
    return g_strdup (_ ("The router gave no answer. Close the door on the page of the router."));
  if (!huis_json_get_boolean (huis_observation_get_fields (closed), "done", FALSE))
    return g_strdup (_ ("The router did not allow this. Many routers let only the device itself "
                        "close its door. Close it in the app of the device, or on the page of the "
                        "router. The steps stand below."));

  return g_strdup (_ ("The router closed the door, but it is open again. A device may have opened "
                      "it anew: switch UPnP off first."));
}

static gboolean
was_closed (HuisDevice *router, HuisObservation *opening)
{
  HuisObservation *closed = find_closed (router, opening);

  return closed != NULL &&
         huis_json_get_boolean (huis_observation_get_fields (closed), "done", FALSE);
}

/* Only the whole list tells that a door is gone. */
static void
remember_gone (HuisNetwork *network, HuisDevice *router, gint64 when)
{
  HuisOpeningBook *book = huis_network_get_opening_book (network);
  const GPtrArray *records = huis_opening_book_list (book);

  for (guint i = 0; i < records->len; i++)
    {
      const HuisOpeningRecord *record = g_ptr_array_index (records, i);

      if (record->gone == 0 && huis_observation_get_seen (record->opening) < when)
        huis_opening_book_note_gone (book, record->opening, was_closed (router, record->opening),
                                     when);
    }
}

void
huis_openings_remember (HuisNetwork *network)
{
  HuisOpeningBook *book = huis_network_get_opening_book (network);
  HuisDevice *router = find_router (network);
  gint64 when = router != NULL ? huis_device_get_tested (router) : 0;
  g_autoptr (GPtrArray) openings = huis_openings_list (network);

  if (when == 0)
    return;
  for (guint i = 0; i < openings->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (openings, i);
      HuisDevice *device = huis_openings_find_device (network, next);

      huis_opening_book_note_open (book, next, device != NULL ? huis_device_get_id (device) : NULL,
                                   when);
    }
  if (!huis_openings_are_all_listed (network))
    return;
  remember_gone (network, router, when);
  huis_opening_book_begin (book, when);
}

GPtrArray *
huis_openings_list_past (HuisNetwork *network)
{
  const GPtrArray *records = huis_opening_book_list (huis_network_get_opening_book (network));
  GPtrArray *past = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    {
      const HuisOpeningRecord *record = g_ptr_array_index (records, i);

      if (record->gone > 0)
        g_ptr_array_add (past, (gpointer) record);
    }

  return past;
}

char *
huis_openings_describe_age (HuisNetwork *network, HuisObservation *opening)
{
  HuisOpeningBook *book = huis_network_get_opening_book (network);
  const HuisOpeningRecord *record = huis_opening_book_find (book, opening);
  gint64 begun = huis_opening_book_get_begun (book);
  g_autofree char *day = record != NULL ? huis_assessment_format_date (record->first) : NULL;

  if (day == NULL)
    return NULL;
  if (begun != 0 && record->first > begun)
    /* Translators: a door in the router; %s is a day, "3 March 2026". */
    return g_strdup_printf (_ ("New since %s."), day);

  /* Translators: a door in the router; %s is a day, "3 March 2026". */
  return g_strdup_printf (_ ("It was open already when we first looked, on %s."), day);
}

/* The device is the one of then: its address may be another's today. */
char *
huis_openings_describe_past_title (HuisNetwork *network, const HuisOpeningRecord *record)
{
  HuisInventory *inventory = huis_network_get_inventory (network);
  HuisDevice *device =
      record->device_id != NULL ? huis_inventory_find (inventory, record->device_id) : NULL;
  g_autofree char *target = describe_device (device, record->opening);
  g_autofree char *port = huis_openings_describe_port (record->opening);

  /* Translators: a door in the router: to which device, and for what. */
  return g_strdup_printf (_ ("%1$s: %2$s"), target, port);
}

char *
huis_openings_describe_past (const HuisOpeningRecord *record)
{
  g_autofree char *first = huis_assessment_format_date (record->first);
  g_autofree char *gone = huis_assessment_format_date (record->gone);

  if (record->closed)
    /* Translators: a door in the router; both are days, "3 March 2026". */
    return g_strdup_printf (_ ("First seen on %1$s. Closed with Huiswacht on %2$s."), first, gone);

  /* Translators: a door in the router; both are days, "3 March 2026". */
  return g_strdup_printf (_ ("First seen on %1$s. Gone since %2$s."), first, gone);
}
