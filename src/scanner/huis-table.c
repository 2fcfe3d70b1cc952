/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-table"

#include "huis-table.h"

#include "huis-rtnetlink.h"

#include <unistd.h>

struct _HuisTable
{
  int fd;
  HuisNeighbourTable state;
  guint64 refused_before;
};

static void
table_cb (const struct nlmsghdr *message, gpointer data)
{
  HuisTable *self = data;
  HuisNeighbourTable state;

  if (huis_rtnetlink_parse_table (message, &state))
    self->state = state;
}

static void
update (HuisTable *self)
{
  if (self->fd >= 0)
    (void) huis_rtnetlink_dump_on (self->fd, RTM_GETNEIGHTBL, AF_INET, table_cb, self);
}

HuisTable *
huis_table_new (void)
{
  HuisTable *self = g_new0 (HuisTable, 1);

  self->fd = huis_rtnetlink_open (0);
  update (self);
  self->refused_before = self->state.refused;

  return self;
}

void
huis_table_free (HuisTable *self)
{
  if (self == NULL)
    return;

  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}

gboolean
huis_table_has_room (HuisTable *self)
{
  update (self);

  return self->state.limit == 0 || self->state.entries + HUIS_TABLE_RESERVE < self->state.limit;
}

gboolean
huis_table_was_refused (HuisTable *self)
{
  gboolean refused;

  update (self);
  refused = self->state.refused != self->refused_before;
  self->refused_before = self->state.refused;

  return refused;
}
