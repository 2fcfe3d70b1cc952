/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-tls"

#include "huis-tls.h"

#include "huis-json.h"

#define NAMES_MAX 16

static const char *
get_version_name (GTlsProtocolVersion version)
{
  switch (version)
    {
    case G_TLS_PROTOCOL_VERSION_SSL_3_0:
      return "SSLv3";
    case G_TLS_PROTOCOL_VERSION_TLS_1_0:
      return "TLSv1.0";
    case G_TLS_PROTOCOL_VERSION_TLS_1_1:
      return "TLSv1.1";
    case G_TLS_PROTOCOL_VERSION_TLS_1_2:
      return "TLSv1.2";
    case G_TLS_PROTOCOL_VERSION_TLS_1_3:
      return "TLSv1.3";
    default:
      return NULL;
    }
}

static void
add_names (JsonObject *fact, GTlsCertificate *certificate)
{
  g_autoptr (GPtrArray) names = g_tls_certificate_get_dns_names (certificate);
  JsonArray *array;

  if (names == NULL || names->len == 0)
    return;

  array = json_array_new ();
  for (guint i = 0; i < names->len && i < NAMES_MAX; i++)
    {
      gsize length;
      const char *bytes = g_bytes_get_data (g_ptr_array_index (names, i), &length);
      g_autofree char *name = g_strndup (bytes, length);
      g_autofree char *valid = g_utf8_make_valid (name, -1);

      json_array_add_string_element (array, valid);
    }
  json_object_set_array_member (fact, "names", array);
}

static void
set_time (JsonObject *fact, const char *name, GDateTime *time)
{
  if (time != NULL)
    json_object_set_int_member (fact, name, g_date_time_to_unix (time));
}

void
huis_tls_report (HuisLook *look,
                 const char *address,
                 guint16 port,
                 GTlsCertificate *certificate,
                 GTlsProtocolVersion version)
{
  g_autofree char *subject = g_tls_certificate_get_subject_name (certificate);
  g_autofree char *issuer = g_tls_certificate_get_issuer_name (certificate);
  g_autoptr (GDateTime) not_before = g_tls_certificate_get_not_valid_before (certificate);
  g_autoptr (GDateTime) not_after = g_tls_certificate_get_not_valid_after (certificate);
  JsonObject *fact = huis_look_fact (look, "tls", address);

  json_object_set_int_member (fact, "port", port);
  huis_json_set_string (fact, "version", get_version_name (version));
  huis_json_set_string (fact, "subject", subject);
  huis_json_set_string (fact, "issuer", issuer);
  add_names (fact, certificate);
  set_time (fact, "not_before", not_before);
  set_time (fact, "not_after", not_after);
  if (subject != NULL && issuer != NULL)
    json_object_set_boolean_member (fact, "self_signed", g_str_equal (subject, issuer));
  huis_look_emit (look, fact);
}
