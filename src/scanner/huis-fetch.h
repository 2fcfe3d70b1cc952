/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-look.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/*
 * One document from one device, by libsoup with everything that a stranger could use taken off: no
 * redirect, cookie, login, decoder, proxy or name look-up; HTTP/1.1; at most %HUIS_FETCH_MAX bytes
 * in %HUIS_FETCH_SECONDS all told (a server that drips would never be timed out otherwise).
 */

#define HUIS_FETCH_MAX     (256 * 1024)
#define HUIS_FETCH_SECONDS 5

/* Of @path and the rest %NULL means: nothing. All are copied. */
typedef struct
{
  const char *address;
  guint16 port;
  gboolean secure;
  /* With the query, and beginning with a slash. */
  const char *path;
  /* A body makes it a POST. */
  const char *content_type;
  const char *body;
  const char *soap_action;
  /* At most this much is read; 0 for %HUIS_FETCH_MAX. */
  gsize max_size;
} HuisFetchRequest;

typedef struct
{
  char *address;
  guint16 port;
  gboolean secure;
  guint status;
  SoupMessageHeaders *headers;
  GByteArray *body;
  /* Of a secure one; the certificate is kept as a fact, and trusted for nothing. */
  GTlsCertificate *certificate;
  GTlsProtocolVersion tls_version;
} HuisReply;

void huis_reply_free (HuisReply *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisReply, huis_reply_free)

/* The body as a string with a NUL behind it; what comes after a NUL in it is lost. Borrowed. */
const char *huis_reply_get_text (HuisReply *self);

/*
 * Fetches when it is its turn. The look is held until then. Refused at once with
 * G_IO_ERROR_PERMISSION_DENIED for a port not to be spoken to, or an address of another network.
 */
void huis_fetch_async (HuisLook *look,
                       const HuisFetchRequest *request,
                       GAsyncReadyCallback callback,
                       gpointer data);
HuisReply *huis_fetch_finish (GAsyncResult *result, GError **error);

/*
 * Takes apart a link that a device gave, "http://192.168.1.1:49000/desc.xml", and allows it only
 * where it leads back to @sender: scheme http, that very address written out, no user, no port
 * never to be spoken to. @path is to be freed.
 */
gboolean huis_fetch_split_link (const char *link, const char *sender, guint16 *port, char **path);

G_END_DECLS
