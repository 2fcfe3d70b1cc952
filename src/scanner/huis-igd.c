/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-igd"

#include "huis-igd.h"

#include "huis-fetch.h"
#include "huis-json.h"
#include "huis-xml.h"

#include <stdlib.h>
#include <string.h>

/* As many openings as are asked for; a list in a home is a handful. */
#define MAPPINGS_MAX 128

#define ENVELOPE                                                                                   \
  "<?xml version=\"1.0\"?>\r\n"                                                                    \
  "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" "                             \
  "s:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"><s:Body>"                         \
  "<u:%s xmlns:u=\"%s\">%s</u:%s></s:Body></s:Envelope>\r\n"

/* One conversation with one service: its questions come one after the other. */
typedef struct
{
  HuisLook *look;
  char *address;
  guint16 port;
  char *control;
  char *type;
  JsonObject *fact;
  guint step;
  guint mappings;
  /* The list came to its end: only then is its length known. */
  gboolean all_listed;
} Talk;

typedef struct
{
  char *protocol;
  guint16 external_port;
} Closing;

static void ask (Talk *talk);

static void
free_closing (gpointer data)
{
  Closing *closing = data;

  g_free (closing->protocol);
  g_free (closing);
}

void
huis_igd_close_when_met (HuisLook *look, const char *protocol, guint16 external_port)
{
  Closing *closing = g_new0 (Closing, 1);

  closing->protocol = g_ascii_strup (protocol, -1);
  closing->external_port = external_port;
  huis_look_set_state (look, "igd-closing", closing, free_closing);
}

static void
end_talk (Talk *talk)
{
  if (talk->fact != NULL)
    {
      if (talk->all_listed)
        json_object_set_int_member (talk->fact, "mapping_count", talk->mappings);
      huis_look_emit (talk->look, talk->fact);
    }
  g_free (talk->address);
  g_free (talk->control);
  g_free (talk->type);
  g_free (talk);
}

static gboolean
take_address (Talk *talk, const HuisXml *answer)
{
  const char *text = huis_xml_text (huis_xml_find (answer, "NewExternalIPAddress"));

  if (huis_ipv4_from_string (text) != 0)
    json_object_set_string_member (talk->fact, "external_address", text);

  return TRUE;
}

static gboolean
take_status (Talk *talk, const HuisXml *answer)
{
  const char *status = huis_xml_text (huis_xml_find (answer, "NewConnectionStatus"));
  const char *uptime = huis_xml_text (huis_xml_find (answer, "NewUptime"));

  huis_json_set_string (talk->fact, "status", status);
  if (uptime != NULL)
    json_object_set_int_member (talk->fact, "uptime", g_ascii_strtoll (uptime, NULL, 10));

  return TRUE;
}

static gboolean
is_true (const HuisXml *answer, const char *name)
{
  const char *text = huis_xml_text (huis_xml_find (answer, name));

  return g_strcmp0 (text, "1") == 0 || (text != NULL && g_ascii_strcasecmp (text, "true") == 0);
}

static gboolean
take_firewall (Talk *talk, const HuisXml *answer)
{
  if (huis_xml_find (answer, "FirewallEnabled") != NULL)
    {
      json_object_set_boolean_member (talk->fact, "firewall", is_true (answer, "FirewallEnabled"));
      json_object_set_boolean_member (talk->fact, "inbound_pinholes",
                                      is_true (answer, "InboundPinholeAllowed"));
    }

  return TRUE;
}

static void
set_number (JsonObject *fact, const char *member, const HuisXml *answer, const char *element)
{
  const char *text = huis_xml_text (huis_xml_find (answer, element));

  if (text != NULL)
    json_object_set_int_member (fact, member,
                                CLAMP (g_ascii_strtoll (text, NULL, 10), 0, G_MAXUINT32));
}

/* Past the last entry comes 713, SpecifiedArrayIndexInvalid (WANIPConnection:1, 2.4.14); some
 * routers say 714, NoSuchEntryInArray. Any other error is a refusal, and tells nothing. */
static gboolean
is_past_the_end (const HuisXml *answer)
{
  const char *code = huis_xml_text (huis_xml_find (answer, "errorCode"));

  return g_strcmp0 (code, "713") == 0 || g_strcmp0 (code, "714") == 0;
}

static gboolean
take_mapping (Talk *talk, const HuisXml *answer)
{
  const char *protocol = huis_xml_text (huis_xml_find (answer, "NewProtocol"));
  const char *client = huis_xml_text (huis_xml_find (answer, "NewInternalClient"));
  const char *remote = huis_xml_text (huis_xml_find (answer, "NewRemoteHost"));
  const char *text = huis_xml_text (huis_xml_find (answer, "NewPortMappingDescription"));
  g_autofree char *folded = protocol == NULL ? NULL : g_ascii_strdown (protocol, -1);
  JsonObject *fact;

  if (folded == NULL || (strcmp (folded, "tcp") != 0 && strcmp (folded, "udp") != 0))
    {
      talk->all_listed = is_past_the_end (answer);
      return TRUE;
    }

  fact = huis_look_fact (talk->look, "mapping", talk->address);
  json_object_set_string_member (fact, "protocol", folded);
  set_number (fact, "external_port", answer, "NewExternalPort");
  huis_json_set_string (fact, "internal_address", client);
  set_number (fact, "internal_port", answer, "NewInternalPort");
  huis_json_set_string (fact, "description", text);
  set_number (fact, "lease", answer, "NewLeaseDuration");
  json_object_set_boolean_member (fact, "enabled", is_true (answer, "NewEnabled"));
  huis_json_set_string (fact, "remote_host", remote);
  huis_look_emit (talk->look, fact);
  talk->mappings++;

  return talk->mappings >= MAPPINGS_MAX;
}

/* What came of closing an opening: the router's own number for why not (UPnP IGD, 2.6.4). */
static gboolean
take_closed (Talk *talk, const HuisXml *answer)
{
  Closing *closing = huis_look_get_state (talk->look, "igd-closing");
  g_autofree char *protocol = g_ascii_strdown (closing->protocol, -1);
  const HuisXml *code = huis_xml_find (answer, "errorCode");
  JsonObject *fact = huis_look_fact (talk->look, "closed", talk->address);

  json_object_set_string_member (fact, "protocol", protocol);
  json_object_set_int_member (fact, "external_port", closing->external_port);
  json_object_set_boolean_member (fact, "done",
                                  huis_xml_find (answer, "DeletePortMappingResponse") != NULL);
  if (code != NULL)
    set_number (fact, "error", answer, "errorCode");
  huis_look_emit (talk->look, fact);

  return TRUE;
}

static char *
mapping_arguments (Talk *talk)
{
  return g_strdup_printf ("<NewPortMappingIndex>%u</NewPortMappingIndex>", talk->mappings);
}

static char *
closing_arguments (Talk *talk)
{
  Closing *closing = huis_look_get_state (talk->look, "igd-closing");

  return g_strdup_printf ("<NewRemoteHost></NewRemoteHost><NewExternalPort>%u</NewExternalPort>"
                          "<NewProtocol>%s</NewProtocol>",
                          closing->external_port, closing->protocol);
}

/*
 * The questions in their order; @service is what the type of service must hold. A row is asked
 * again until its reader says that it is done.
 */
static const struct
{
  const char *service;
  const char *action;
  gboolean only_closing;
  char *(*arguments) (Talk *talk);
  gboolean (*take) (Talk *talk, const HuisXml *answer);
} questions[] = {
  { "Connection:", "DeletePortMapping", TRUE, closing_arguments, take_closed },
  { "Connection:", "GetExternalIPAddress", FALSE, NULL, take_address },
  { "Connection:", "GetStatusInfo", FALSE, NULL, take_status },
  { ":WANIPv6FirewallControl:", "GetFirewallStatus", FALSE, NULL, take_firewall },
  { "Connection:", "GetGenericPortMappingEntry", FALSE, mapping_arguments, take_mapping },
};

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Talk *talk = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HuisReply) reply = huis_fetch_finish (result, &error);
  g_autoptr (HuisXml) document = NULL;

  if (reply != NULL)
    document = huis_xml_parse (huis_reply_get_text (reply), reply->body->len - 1);
  /* A router that does not answer one question may still answer the next. */
  if (document == NULL || questions[talk->step].take (talk, document))
    talk->step++;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    talk->step = G_N_ELEMENTS (questions);
  ask (talk);
}

static gboolean
applies (Talk *talk)
{
  gboolean closing = huis_look_get_state (talk->look, "igd-closing") != NULL;

  return strstr (talk->type, questions[talk->step].service) != NULL &&
         (closing || !questions[talk->step].only_closing);
}

static void
ask (Talk *talk)
{
  HuisFetchRequest request = { 0 };
  g_autofree char *arguments = NULL;
  g_autofree char *body = NULL;
  g_autofree char *action = NULL;

  while (talk->step < G_N_ELEMENTS (questions) && !applies (talk))
    talk->step++;
  if (talk->step >= G_N_ELEMENTS (questions))
    {
      end_talk (talk);
      return;
    }

  if (questions[talk->step].arguments != NULL)
    arguments = questions[talk->step].arguments (talk);
  body = g_strdup_printf (ENVELOPE, questions[talk->step].action, talk->type,
                          arguments == NULL ? "" : arguments, questions[talk->step].action);
  action = g_strdup_printf ("\"%s#%s\"", talk->type, questions[talk->step].action);
  request.address = talk->address;
  request.port = talk->port;
  request.path = talk->control;
  request.content_type = "text/xml; charset=\"utf-8\"";
  request.body = body;
  request.soap_action = action;
  huis_fetch_async (talk->look, &request, answered_cb, talk);
}

/* "urn:schemas-upnp-org:service:WANIPConnection:1" without what all have in common. */
static const char *
get_short_type (const char *type)
{
  const char *found = strstr (type, ":service:");

  return found == NULL ? type : found + strlen (":service:");
}

/* The type goes back to the router inside XML and a header: only what types are made of. */
static gboolean
is_plain_type (const char *type)
{
  return strspn (type, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:-_.") ==
         strlen (type);
}

gboolean
huis_igd_is_met (HuisLook *look)
{
  return huis_look_get_state (look, "igd-met") != NULL;
}

void
huis_igd_ask (HuisLook *look,
              const char *address,
              guint16 port,
              const char *control,
              const char *type)
{
  Talk *talk;

  if (!is_plain_type (type))
    return;

  talk = g_new0 (Talk, 1);
  talk->look = look;
  talk->address = g_strdup (address);
  talk->port = port;
  talk->control = g_strdup (control);
  talk->type = g_strdup (type);
  if (huis_ipv4_from_string (address) == huis_look_get_interface (look)->gateway)
    huis_look_set_state (look, "igd-met", look, NULL);
  talk->fact = huis_look_fact (look, "igd", address);
  json_object_set_string_member (talk->fact, "service", get_short_type (type));
  json_object_set_string_member (talk->fact, "control", control);
  ask (talk);
}
