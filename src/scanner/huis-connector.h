/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-interface.h"

G_BEGIN_DECLS

/*
 * TCP connections, many at once yet few for each device: small devices have room for a handful.
 */
typedef struct _HuisConnector HuisConnector;

#define HUIS_CONNECTOR_IN_FLIGHT 256
#define HUIS_CONNECTOR_PER_HOST  8

typedef enum
{
  HUIS_CONNECT_OPEN,
  /* Refused: nobody listens, but somebody is there. */
  HUIS_CONNECT_CLOSED,
  /* No answer in time: something throws our packets away. */
  HUIS_CONNECT_SILENT,
  /* Never tried: a port not to be touched, or the connector is being freed. */
  HUIS_CONNECT_NOT_TRIED,
} HuisConnectResult;

/* @fd is the connection where it is open, else -1; it is closed after the call. */
typedef void (*HuisConnectFunc) (guint32 address,
                                 guint16 port,
                                 HuisConnectResult result,
                                 int fd,
                                 gpointer data);

HuisConnector *huis_connector_new (const HuisInterface *interface);

/* Forgets what was not answered, without calling back. */
void huis_connector_free (HuisConnector *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisConnector, huis_connector_free)

/* Tries @port when it is its turn; @func is called once, never from within this function. */
void huis_connector_try (HuisConnector *self,
                         guint32 address,
                         guint16 port,
                         guint timeout_ms,
                         HuisConnectFunc func,
                         gpointer data);

guint huis_connector_get_in_flight (HuisConnector *self);

G_END_DECLS
