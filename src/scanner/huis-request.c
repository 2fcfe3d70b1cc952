/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-request"

#include "huis-request.h"

#include "huis-interface.h"
#include "huis-json.h"
#include "huis-target.h"

#include <string.h>

#define TIMEOUT_MAX 60
#define PACE_MAX    500

static const struct
{
  const char *name;
  HuisRequestVerb verb;
} verbs[] = {
  { "networks", HUIS_REQUEST_NETWORKS },
  { "discover", HUIS_REQUEST_DISCOVER },
  { "look", HUIS_REQUEST_LOOK },
  { "router", HUIS_REQUEST_ROUTER },
  { "close-opening", HUIS_REQUEST_CLOSE_OPENING },
  { "outside", HUIS_REQUEST_OUTSIDE },
  { "guest", HUIS_REQUEST_GUEST },
  { "check-sandbox", HUIS_REQUEST_CHECK_SANDBOX },
};

void
huis_request_free (HuisRequest *self)
{
  if (self == NULL)
    return;

  g_free (self->interface);
  g_free (self->address);
  g_free (self->protocol);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_free (self);
}

static gboolean
set_verb (HuisRequest *self, const char *name, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_strcmp0 (verbs[i].name, name) == 0)
      {
        self->verb = verbs[i].verb;
        return TRUE;
      }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "No such request: %s",
               name == NULL ? "(none)" : name);

  return FALSE;
}

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, reason);

  return FALSE;
}

static gboolean
check (HuisRequest *self, GError **error)
{
  if (self->interface != NULL &&
      (strlen (self->interface) >= IF_NAMESIZE || strchr (self->interface, '/') != NULL))
    return refuse (error, "Not the name of an interface");
  if (self->verb == HUIS_REQUEST_LOOK && huis_ipv4_from_string (self->address) == 0)
    return refuse (error, "\"look\" needs the IPv4 address of a device");
  if (!(self->timeout >= 0 && self->timeout <= TIMEOUT_MAX))
    return refuse (error, "The timeout is a number of seconds from 0 to 60");
  if (self->pace < 0 || self->pace > PACE_MAX)
    return refuse (error, "The pace is a number of probes a second from 0 to 500");
  if (self->verb == HUIS_REQUEST_CLOSE_OPENING &&
      ((g_strcmp0 (self->protocol, "tcp") != 0 && g_strcmp0 (self->protocol, "udp") != 0) ||
       self->external_port < 1 || self->external_port > G_MAXUINT16))
    return refuse (error, "\"close-opening\" needs a protocol (tcp or udp) and a port");

  return TRUE;
}

/* The addresses and doors that "outside" and "guest" are about: those that may be tried, or none.
 */
static gboolean
take_targets (HuisRequest *self, JsonArray *targets, GError **error)
{
  if (self->verb != HUIS_REQUEST_OUTSIDE && self->verb != HUIS_REQUEST_GUEST)
    return TRUE;
  self->targets = huis_targets_new (targets,
                                    self->verb == HUIS_REQUEST_OUTSIDE ? HUIS_TARGETS_OUTSIDE
                                                                       : HUIS_TARGETS_GUEST,
                                    error);

  return self->targets != NULL;
}

HuisRequest *
huis_request_new_from_json (const char *line, gssize length, GError **error)
{
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (HuisRequest) self = g_new0 (HuisRequest, 1);

  object = huis_json_parse_object (line, length, HUIS_JSON_LINE_MAX, error);
  if (object == NULL || !set_verb (self, huis_json_get_string (object, "request"), error))
    return NULL;

  self->interface = g_strdup (huis_json_get_string (object, "interface"));
  self->address = g_strdup (huis_json_get_string (object, "address"));
  self->timeout = huis_json_get_double (object, "timeout", 0);
  self->pace = (int) CLAMP (huis_json_get_int (object, "pace", 0), -1, PACE_MAX + 1);
  self->confirmed_large = huis_json_get_boolean (object, "confirmed_large", FALSE);
  self->protocol = g_strdup (huis_json_get_string (object, "protocol"));
  self->external_port = (int) CLAMP (huis_json_get_int (object, "external_port", 0), -1, 65536);
  if (!check (self, error) || !take_targets (self, huis_json_get_array (object, "targets"), error))
    return NULL;

  return g_steal_pointer (&self);
}

static const char summary[] =
    "Looks at the network this computer is on, and prints one JSON object a line.\n"
    "It needs no rights, never logs in, and changes nothing but by close-opening.\n\n"
    "Requests:\n"
    "  networks        the networks this computer is on; sends nothing\n"
    "  discover        every device, and what it says of itself\n"
    "  look            one device again\n"
    "  router          the router alone: openings and how they are made\n"
    "  close-opening   removes one opening that the router listed\n"
    "  outside         your own home over the internet: the targets, and nothing else\n"
    "  guest           your devices from your guest network: the targets alone\n"
    "  check-sandbox   tries to break out of the sandbox\n\n"
    "Without a request it reads one as a line of JSON, and stops at the end of input.";

static gboolean
parse_options (HuisRequest *self, GStrv *words, GStrv *targets, GStrv *rest, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("REQUEST");
  const GOptionEntry entries[] = {
    { "interface", 'i', 0, G_OPTION_ARG_STRING, &self->interface,
      "The network card to use; without it, the one to the internet", "NAME" },
    { "address", 'a', 0, G_OPTION_ARG_STRING, &self->address, "look: the device", "ADDRESS" },
    { "timeout", 't', 0, G_OPTION_ARG_DOUBLE, &self->timeout, "Listen this long", "SECONDS" },
    { "pace", 0, 0, G_OPTION_ARG_INT, &self->pace, "At most this many probes a second", "NUMBER" },
    { "confirmed-large", 0, 0, G_OPTION_ARG_NONE, &self->confirmed_large,
      "discover: also a network of more than 1,022 addresses", NULL },
    { "protocol", 0, 0, G_OPTION_ARG_STRING, &self->protocol, "close-opening: tcp or udp",
      "PROTOCOL" },
    { "external-port", 0, 0, G_OPTION_ARG_INT, &self->external_port,
      "close-opening: the port on the outside", "PORT" },
    { "target", 0, 0, G_OPTION_ARG_STRING_ARRAY, targets,
      "outside, guest: an address and its ports; once for each", "ADDRESS=PORT,PORT" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, rest, NULL, NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_summary (context, summary);

  return g_option_context_parse_strv (context, words, error);
}

HuisRequest *
huis_request_new_from_arguments (char **arguments, GError **error)
{
  g_autoptr (HuisRequest) self = g_new0 (HuisRequest, 1);
  g_auto (GStrv) words = g_strdupv (arguments);
  g_auto (GStrv) targets = NULL;
  g_auto (GStrv) rest = NULL;
  g_autoptr (JsonArray) array = NULL;

  if (!parse_options (self, &words, &targets, &rest, error))
    return NULL;
  if (rest == NULL || rest[0] == NULL || rest[1] != NULL)
    {
      refuse (error, "One request is needed; --help lists them");
      return NULL;
    }
  array = huis_targets_words_to_json ((const char *const *) targets);
  if (!set_verb (self, rest[0], error) || !check (self, error) ||
      !take_targets (self, array, error))
    return NULL;

  return g_steal_pointer (&self);
}
