/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-next-look"

#include "huis-next-look.h"

#include "huis-reminder-row.h"
#include "huis-words.h"

#include <glib/gi18n.h>

#define MONTHS_USUAL 3

struct _HuisNextLook
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwActionRow *row;
  GtkMenuButton *menu_button;
  GtkPopover *popover;
  GtkCalendar *calendar;

  /* Owned */
  HuisNetwork *network;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (HuisNextLook, huis_next_look, ADW_TYPE_BIN)

/* At ten in the morning: a time at which the day is the same wherever one travels. */
static gint64
make_time (GDateTime *day)
{
  g_autoptr (GDateTime) morning =
      g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                             g_date_time_get_day_of_month (day), 10, 0, 0);

  return morning != NULL ? g_date_time_to_unix (morning) : 0;
}

static void
show (HuisNextLook *self)
{
  gint64 next = huis_network_get_next_look (self->network);
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_local (next);
  g_autofree char *words = next > 0 ? huis_words_day (next) : NULL;

  self->updating = TRUE;
  adw_action_row_set_subtitle (self->row, words != NULL ? words : _ ("No day chosen yet"));
  if (next > 0 && day != NULL)
    gtk_calendar_select_day (self->calendar, day);
  self->updating = FALSE;
}

static void
choose_months (HuisNextLook *self, int months)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) day = g_date_time_add_months (now, months);

  huis_network_set_next_look (self->network, make_time (day));
  show (self);
  gtk_popover_popdown (self->popover);
}

static void
three_months_cb (HuisNextLook *self)
{
  choose_months (self, MONTHS_USUAL);
}

static void
half_year_cb (HuisNextLook *self)
{
  choose_months (self, 6);
}

/* A day that is gone is no day to look again. */
static void
day_selected_cb (HuisNextLook *self)
{
  g_autoptr (GDateTime) day = NULL;
  gint64 when;

  if (self->updating)
    return;

  day = gtk_calendar_get_date (self->calendar);
  when = make_time (day);
  if (when > g_get_real_time () / G_USEC_PER_SEC)
    {
      huis_network_set_next_look (self->network, when);
      gtk_popover_popdown (self->popover);
    }
  show (self);
}

void
huis_next_look_update (HuisNextLook *self, HuisNetwork *network)
{
  g_set_object (&self->network, network);
  if (huis_network_get_next_look (network) == 0 && huis_network_get_last_look (network) > 0)
    choose_months (self, MONTHS_USUAL);
  else
    show (self);
}

static void
huis_next_look_dispose (GObject *object)
{
  HuisNextLook *self = HUIS_NEXT_LOOK (object);

  g_clear_object (&self->network);

  G_OBJECT_CLASS (huis_next_look_parent_class)->dispose (object);
}

static void
huis_next_look_class_init (HuisNextLookClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_next_look_dispose;
  g_type_ensure (HUIS_TYPE_REMINDER_ROW);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-next-look.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisNextLook, row);
  gtk_widget_class_bind_template_child (widget_class, HuisNextLook, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HuisNextLook, popover);
  gtk_widget_class_bind_template_child (widget_class, HuisNextLook, calendar);
  gtk_widget_class_bind_template_callback (widget_class, three_months_cb);
  gtk_widget_class_bind_template_callback (widget_class, half_year_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
huis_next_look_init (HuisNextLook *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
