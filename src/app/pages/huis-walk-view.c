/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-walk-view"

#include "huis-walk-view.h"

#include "huis-device-words.h"
#include "huis-row.h"

#include <glib/gi18n.h>

struct _HuisWalkView
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkLabel *progress;
  GtkLabel *title;
  GtkLabel *question;
  GtkWidget *seen_group;
  GtkListBox *seen;
  GtkListBox *items;
  GtkButton *next_button;

  /* Owned */
  HuisSession *session;
  HuisCatalogue *catalogue;
  HuisNetwork *network;
  GPtrArray *rooms; /* borrowed HuisRoom of the catalogue */

  guint room;
};

G_DEFINE_FINAL_TYPE (HuisWalkView, huis_walk_view, ADW_TYPE_BIN)

/* What one tick is about: a device that was found, or a thing that tends to stand in the room. */
typedef struct
{
  HuisWalkView *view; /* borrowed: the tick lives in it */
  HuisDevice *device;
  const HuisRoomItem *item;
} Tick;

static void
tick_free (gpointer data, GClosure *closure)
{
  Tick *tick = data;

  g_clear_object (&tick->device);
  g_free (tick);
}

static const HuisRoom *
get_room (HuisWalkView *self)
{
  return g_ptr_array_index (self->rooms, self->room);
}

static HuisInventory *
get_inventory (HuisWalkView *self)
{
  return huis_network_get_inventory (self->network);
}

static gboolean
is_only_of_its_kind (const HuisRoom *room, const HuisRoomItem *item)
{
  guint n = 0;

  for (guint i = 0; i < room->items->len; i++)
    n += ((const HuisRoomItem *) g_ptr_array_index (room->items, i))->kind == item->kind;

  return n == 1 && item->kind != HUIS_KIND_UNKNOWN && item->kind != HUIS_KIND_OTHER;
}

/* The device in this room that a thing of the list stands for, or %NULL. */
static HuisDevice *
find_in_room (HuisWalkView *self, const HuisRoomItem *item)
{
  const HuisRoom *room = get_room (self);
  guint n = huis_inventory_get_n_devices (get_inventory (self));

  for (guint i = 0; i < n; i++)
    {
      HuisDevice *device = huis_inventory_peek (get_inventory (self), i);

      if (g_strcmp0 (huis_device_get_room (device), room->id) != 0)
        continue;
      if (g_strcmp0 (huis_device_get_given_name (device), huis_catalogue_text (item->text)) == 0)
        return device;
      if (huis_device_get_kind (device) == item->kind && is_only_of_its_kind (room, item))
        return device;
    }

  return NULL;
}

static void
add_item (HuisWalkView *self, const HuisRoomItem *item)
{
  g_autoptr (HuisDevice) device = huis_device_new (HUIS_ORIGIN_BY_HAND);

  huis_device_set_given_name (device, huis_catalogue_text (item->text));
  huis_device_set_given_kind (device, item->kind);
  huis_device_set_room (device, get_room (self)->id);
  huis_device_set_confirmed (device, TRUE);
  huis_inventory_add_device (get_inventory (self), device);
}

static void
item_toggled_cb (GtkCheckButton *button, Tick *tick)
{
  HuisDevice *device = find_in_room (tick->view, tick->item);

  if (gtk_check_button_get_active (button) && device == NULL)
    add_item (tick->view, tick->item);
  else if (!gtk_check_button_get_active (button) && device != NULL &&
           huis_device_get_origin (device) == HUIS_ORIGIN_BY_HAND)
    huis_inventory_remove (get_inventory (tick->view), device);
  else if (!gtk_check_button_get_active (button) && device != NULL)
    huis_device_set_room (device, NULL);
}

static void
device_toggled_cb (GtkCheckButton *button, Tick *tick)
{
  gboolean here = gtk_check_button_get_active (button);

  huis_device_set_room (tick->device, here ? get_room (tick->view)->id : NULL);
}

static void
append (HuisWalkView *self,
        GtkListBox *list,
        GtkWidget *row,
        const char *name,
        gboolean active,
        Tick *tick)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *parent = gtk_list_box_row_new ();

  tick->view = self;
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), row);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);
  gtk_widget_add_css_class (button, "tick");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "toggled",
                         tick->device != NULL ? G_CALLBACK (device_toggled_cb)
                                              : G_CALLBACK (item_toggled_cb),
                         tick, tick_free, G_CONNECT_DEFAULT);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (parent), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (parent), FALSE);
  gtk_widget_set_focusable (parent, FALSE);
  gtk_list_box_append (list, parent);
}

static void
append_device (HuisWalkView *self, HuisDevice *device)
{
  HuisKind kind = huis_device_get_kind (device);
  g_autofree char *title = huis_title_of_device (device, self->catalogue);
  g_autofree char *what = huis_device_words_what (device, self->catalogue);
  GtkWidget *row = huis_row_new ();
  Tick *tick = g_new0 (Tick, 1);

  tick->device = g_object_ref (device);
  huis_row_set_icon_name (HUIS_ROW (row),
                          huis_catalogue_get_kind (self->catalogue, kind)->icon_name);
  huis_row_set_title (HUIS_ROW (row), title);
  huis_row_set_subtitle (HUIS_ROW (row), what);
  append (self, self->seen, row, title, FALSE, tick);
}

static void
append_item (HuisWalkView *self, const HuisRoomItem *item)
{
  const HuisKindInfo *kind = huis_catalogue_get_kind (self->catalogue, item->kind);
  GtkWidget *row = huis_row_new ();
  Tick *tick = g_new0 (Tick, 1);

  tick->item = item;
  huis_row_set_icon_name (HUIS_ROW (row), kind->icon_name);
  huis_row_set_title (HUIS_ROW (row), huis_catalogue_text (item->text));
  append (self, self->items, row, huis_catalogue_text (item->text),
          find_in_room (self, item) != NULL, tick);
}

static gboolean
tends_to_stand_in (const HuisRoom *room, HuisKind kind)
{
  for (guint i = 0; i < room->items->len; i++)
    {
      if (((const HuisRoomItem *) g_ptr_array_index (room->items, i))->kind == kind)
        return TRUE;
    }

  return FALSE;
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
fill_lists (HuisWalkView *self)
{
  const HuisRoom *room = get_room (self);
  guint n = huis_inventory_get_n_devices (get_inventory (self));
  guint n_seen = 0;

  clear_list (self->seen);
  clear_list (self->items);
  for (guint i = 0; i < n; i++)
    {
      HuisDevice *device = huis_inventory_peek (get_inventory (self), i);

      if (huis_device_get_room (device) != NULL ||
          !tends_to_stand_in (room, huis_device_get_kind (device)))
        continue;
      append_device (self, device);
      n_seen++;
    }
  for (guint i = 0; i < room->items->len; i++)
    append_item (self, g_ptr_array_index (room->items, i));
  gtk_widget_set_visible (self->seen_group, n_seen > 0);
}

static void
show_room (HuisWalkView *self)
{
  const HuisRoom *room = get_room (self);
  g_autofree char *progress = NULL;

  /* Translators: which room of the walk this is, "2 of 19". */
  progress = g_strdup_printf (_ ("%u of %u"), self->room + 1, self->rooms->len);
  gtk_label_set_text (self->progress, progress);
  gtk_label_set_text (self->title, huis_catalogue_text (room->title));
  gtk_label_set_text (self->question, huis_catalogue_text (room->question));
  gtk_widget_set_visible (GTK_WIDGET (self->question), room->question != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), self->room + 1 < self->rooms->len);
  fill_lists (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);

  huis_store_set_room_done (huis_session_get_store (self->session), room->id, TRUE);
}

static void
next_cb (HuisWalkView *self)
{
  if (self->room + 1 >= self->rooms->len)
    return;

  self->room++;
  show_room (self);
  gtk_widget_child_focus (GTK_WIDGET (self->scroller), GTK_DIR_TAB_FORWARD);
}

static void
huis_walk_view_dispose (GObject *object)
{
  HuisWalkView *self = HUIS_WALK_VIEW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->network);
  g_clear_pointer (&self->rooms, g_ptr_array_unref);

  G_OBJECT_CLASS (huis_walk_view_parent_class)->dispose (object);
}

static void
huis_walk_view_class_init (HuisWalkViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_walk_view_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-walk-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisWalkView, scroller);
  gtk_widget_class_bind_template_child (widget_class, HuisWalkView, progress);
  gtk_widget_class_bind_template_child (widget_class, HuisWalkView, title);
  gtk_widget_class_bind_template_child (widget_class, HuisWalkView, question);
  gtk_widget_class_bind_template_child (widget_class, HuisWalkView, seen_group);
  gtk_widget_class_bind_template_child (widget_class, HuisWalkView, seen);
  gtk_widget_class_bind_template_child (widget_class, HuisWalkView, items);
  gtk_widget_class_bind_template_child (widget_class, HuisWalkView, next_button);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
huis_walk_view_init (HuisWalkView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rooms = g_ptr_array_new ();
}

void
huis_walk_view_set_session (HuisWalkView *self, HuisSession *session, HuisCatalogue *catalogue)
{
  g_return_if_fail (HUIS_IS_WALK_VIEW (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->catalogue = g_object_ref (catalogue);
}

void
huis_walk_view_set_network (HuisWalkView *self, HuisNetwork *network)
{
  g_return_if_fail (HUIS_IS_WALK_VIEW (self));

  g_set_object (&self->network, network);
}

void
huis_walk_view_begin (HuisWalkView *self)
{
  const GPtrArray *rooms;
  HuisStore *store;
  HuisSetting setting;

  g_return_if_fail (HUIS_IS_WALK_VIEW (self));
  g_return_if_fail (self->network != NULL);

  rooms = huis_catalogue_get_rooms (self->catalogue);
  store = huis_session_get_store (self->session);
  setting = huis_network_get_owner (self->network) == HUIS_OWNER_ORGANISATION ? HUIS_SETTING_OFFICE
                                                                              : HUIS_SETTING_HOME;

  g_ptr_array_set_size (self->rooms, 0);
  for (guint i = 0; i < rooms->len; i++)
    {
      if (((const HuisRoom *) g_ptr_array_index (rooms, i))->setting == setting)
        g_ptr_array_add (self->rooms, g_ptr_array_index (rooms, i));
    }

  for (self->room = 0; self->room + 1 < self->rooms->len; self->room++)
    {
      if (!huis_store_get_room_done (store, get_room (self)->id))
        break;
    }
  if (self->room + 1 == self->rooms->len)
    self->room = 0;
  show_room (self);
}

gboolean
huis_walk_view_back (HuisWalkView *self)
{
  g_return_val_if_fail (HUIS_IS_WALK_VIEW (self), FALSE);

  if (self->room == 0)
    return FALSE;

  self->room--;
  show_room (self);

  return TRUE;
}
