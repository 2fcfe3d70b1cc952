/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-ssdp"

#include "huis-ssdp.h"

#include "huis-description.h"
#include "huis-json.h"

void
huis_ssdp_take (HuisLook *look, const char *address, SoupMessageHeaders *headers)
{
  const char *st = soup_message_headers_get_one (headers, "ST");
  const char *nts = soup_message_headers_get_one (headers, "NTS");
  const char *location = soup_message_headers_get_one (headers, "Location");
  JsonObject *fact;

  if (st == NULL)
    st = soup_message_headers_get_one (headers, "NT");
  if (st == NULL || g_strcmp0 (nts, "ssdp:byebye") == 0)
    return;

  if (huis_look_meet (look, address, "ssdp") == NULL)
    return;
  fact = huis_look_fact (look, "ssdp", address);
  huis_json_set_string (fact, "st", st);
  huis_json_set_string (fact, "usn", soup_message_headers_get_one (headers, "USN"));
  huis_json_set_string (fact, "server", soup_message_headers_get_one (headers, "Server"));
  huis_json_set_string (fact, "location", location);
  huis_look_emit (look, fact);
  huis_description_fetch (look, address, location);
}

void
huis_ssdp_take_packet (HuisLook *look, const char *address, const guint8 *bytes, gsize length)
{
  SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  guint status = 0;

  if (soup_headers_parse_response ((const char *) bytes, (int) length, headers, NULL, &status,
                                   NULL) &&
      status == SOUP_STATUS_OK)
    huis_ssdp_take (look, address, headers);
  soup_message_headers_unref (headers);
}
