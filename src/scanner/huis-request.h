/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the scanner is asked to do: from a line of JSON on standard input, or from the command line.
 */
typedef enum
{
  HUIS_REQUEST_NETWORKS,
  HUIS_REQUEST_DISCOVER,
  HUIS_REQUEST_LOOK,
  HUIS_REQUEST_ROUTER,
  HUIS_REQUEST_CLOSE_OPENING,
  HUIS_REQUEST_OUTSIDE,
  HUIS_REQUEST_GUEST,
  HUIS_REQUEST_CHECK_SANDBOX,
} HuisRequestVerb;

typedef struct
{
  HuisRequestVerb verb;
  char *interface;
  /* "look": the device. */
  char *address;
  /* Seconds of listening, 0 for the usual. */
  double timeout;
  /* Probes a second, 0 for what fits the medium. */
  int pace;
  gboolean confirmed_large;
  /* "close-opening": "tcp" or "udp", and the port on the outside. */
  char *protocol;
  int external_port;
  /* "outside", "guest": of HuisTarget (huis-target.h). */
  GPtrArray *targets;
} HuisRequest;

void huis_request_free (HuisRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisRequest, huis_request_free)

/*
 * {"request": "discover", "interface": "eth0", …}: members as above, "request" by the name that the
 * command line uses. %NULL with G_IO_ERROR_INVALID_ARGUMENT or G_IO_ERROR_INVALID_DATA.
 */
HuisRequest *huis_request_new_from_json (const char *line, gssize length, GError **error);

/* "discover --interface=eth0 …"; @arguments begin with the name of the program. */
HuisRequest *huis_request_new_from_arguments (char **arguments, GError **error);

G_END_DECLS
