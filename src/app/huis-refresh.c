/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-refresh"

#include "huis-refresh.h"

#define DELAY_MS 100

struct _HuisRefresh
{
  HuisPage *page; /* borrowed: it owns us */
  HuisRefreshFunc func;
  HuisSession *session;
  GSignalGroup *network_signals;
  guint source;
};

static gboolean
due_cb (gpointer user_data)
{
  HuisRefresh *self = user_data;

  self->source = 0;
  self->func (self->page);

  return G_SOURCE_REMOVE;
}

static void
queue (HuisRefresh *self)
{
  if (self->source == 0 && huis_session_get_looking (self->session) != HUIS_LOOK_ALL)
    self->source = g_timeout_add (DELAY_MS, due_cb, self);
}

static void
network_cb (HuisRefresh *self)
{
  g_signal_group_set_target (self->network_signals, huis_session_get_network (self->session));
  queue (self);
}

HuisRefresh *
huis_refresh_new (HuisPage *page, HuisRefreshFunc func)
{
  HuisRefresh *self = g_new0 (HuisRefresh, 1);

  self->page = page;
  self->func = func;
  self->session = g_object_ref (huis_page_get_session (page));
  self->network_signals = g_signal_group_new (HUIS_TYPE_NETWORK);
  g_signal_group_connect_swapped (self->network_signals, "changed", G_CALLBACK (queue), self);
  g_signal_connect_swapped (self->session, "notify::network", G_CALLBACK (network_cb), self);
  g_signal_connect_swapped (self->session, "notify::looking", G_CALLBACK (queue), self);
  g_signal_connect_swapped (huis_session_get_interfaces (self->session), "found",
                            G_CALLBACK (queue), self);
  network_cb (self);

  /* Who comes here without having passed the step of the network today: nothing is sent by it. */
  if (huis_session_get_network (self->session) == NULL)
    huis_interfaces_find (huis_session_get_interfaces (self->session));

  return self;
}

void
huis_refresh_free (HuisRefresh *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (huis_session_get_interfaces (self->session), self);
  g_clear_object (&self->network_signals);
  g_object_unref (self->session);
  g_free (self);
}

void
huis_refresh_flush (HuisRefresh *self)
{
  if (self->source == 0)
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  self->func (self->page);
}
