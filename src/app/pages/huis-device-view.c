/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-device-view"

#include "huis-device-view.h"

#include "huis-device-evidence-rows.h"
#include "huis-device-form.h"
#include "huis-device-parts-rows.h"
#include "huis-device-words.h"
#include "huis-hub.h"
#include "huis-plug-test.h"
#include "huis-row.h"

#include <glib/gi18n.h>

struct _HuisDeviceView
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  HuisRow *headline;
  HuisRow *might_be;
  HuisDeviceForm *form;
  AdwComboRow *room;
  AdwEntryRow *own_room;
  AdwComboRow *hub;
  AdwEntryRow *keeper;
  AdwEntryRow *note;
  GtkWidget *unknown_button_row;
  GtkWidget *unknown_group;
  HuisPlugTest *plug_test;
  AdwExpanderRow *parts;
  AdwExpanderRow *evidence;

  /* Owned */
  HuisSession *session;
  HuisCatalogue *catalogue;
  GSignalGroup *signals;
  HuisDevice *device;
  GPtrArray *part_rows;     /* borrowed rows, to be taken out again */
  GPtrArray *evidence_rows; /* the same */
  GPtrArray *hubs;          /* HuisDevice, behind the first row: no hub */

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (HuisDeviceView, huis_device_view, ADW_TYPE_BIN)

/* In the list of rooms, before the rooms themselves: "Not said yet". After them: own words. */
#define ROOMS_BEFORE 1

static void
update_headline (HuisDeviceView *self)
{
  g_autofree char *title = huis_title_of_device (self->device, self->catalogue);
  g_autofree char *what = huis_device_words_what (self->device, self->catalogue);
  g_autofree char *state = huis_device_words_state (self->device);
  g_autofree char *subtitle = g_strjoin ("\n", what, *state != '\0' ? state : NULL, NULL);
  HuisKind kind = huis_device_get_kind (self->device);

  huis_row_set_icon_name (self->headline,
                          huis_catalogue_get_kind (self->catalogue, kind)->icon_name);
  huis_row_set_title (self->headline, title);
  huis_row_set_subtitle (self->headline, subtitle);
}

static void
update_room (HuisDeviceView *self)
{
  const char *room = huis_device_get_room (self->device);
  const GPtrArray *rooms = huis_catalogue_get_rooms (self->catalogue);
  guint selected = room != NULL ? ROOMS_BEFORE + rooms->len : 0;

  for (guint i = 0; i < rooms->len; i++)
    {
      if (g_strcmp0 (room, ((const HuisRoom *) g_ptr_array_index (rooms, i))->id) == 0)
        selected = ROOMS_BEFORE + i;
    }

  adw_combo_row_set_selected (self->room, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->own_room), selected == ROOMS_BEFORE + rooms->len);
  gtk_editable_set_text (GTK_EDITABLE (self->own_room),
                         selected == ROOMS_BEFORE + rooms->len ? room : "");
}

/* Only what was never seen on the network can work through a hub. */
static void
update_hub (HuisDeviceView *self)
{
  HuisNetwork *network = huis_session_get_network (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) hubs = huis_hub_list (network);
  guint selected = 0;

  g_ptr_array_set_size (self->hubs, 0);
  gtk_string_list_append (names, _ ("No"));
  for (guint i = 0; i < hubs->len; i++)
    {
      HuisDevice *hub = g_ptr_array_index (hubs, i);
      g_autofree char *title = NULL;

      if (hub == self->device)
        continue;
      title = huis_title_of_device (hub, self->catalogue);
      gtk_string_list_append (names, title);
      g_ptr_array_add (self->hubs, g_object_ref (hub));
      if (huis_hub_find (network, self->device) == hub)
        selected = self->hubs->len;
    }
  adw_combo_row_set_model (self->hub, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->hub, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->hub),
                          self->hubs->len > 0 && huis_hub_may_have (self->device));
}

static void
update_organisation (HuisDeviceView *self)
{
  HuisNetwork *network = huis_session_get_network (self->session);
  const char *keeper = huis_device_get_keeper (self->device);
  const char *note = huis_device_get_note (self->device);

  gtk_editable_set_text (GTK_EDITABLE (self->keeper), keeper != NULL ? keeper : "");
  gtk_editable_set_text (GTK_EDITABLE (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->keeper),
                          keeper != NULL ||
                              huis_network_get_owner (network) == HUIS_OWNER_ORGANISATION);
}

static void
update_known (HuisDeviceView *self)
{
  gboolean known = huis_device_get_known (self->device);
  g_autofree char *might_be = huis_device_words_might_be (self->device);

  huis_row_set_subtitle (self->might_be, might_be);
  gtk_widget_set_visible (self->unknown_group, !known);
  gtk_widget_set_visible (self->unknown_button_row,
                          known && huis_device_get_origin (self->device) != HUIS_ORIGIN_BY_HAND);
}

static void
fill (AdwExpanderRow *expander,
      GPtrArray *rows,
      void (*make) (HuisDevice *device, GPtrArray *rows),
      HuisDevice *device)
{
  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_remove (expander, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);

  make (device, rows);
  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_add_row (expander, g_ptr_array_index (rows, i));
}

static void
update_evidence (HuisDeviceView *self)
{
  fill (self->evidence, self->evidence_rows, huis_device_evidence_rows_make, self->device);
  fill (self->parts, self->part_rows, huis_device_parts_rows_make, self->device);
  gtk_widget_set_visible (GTK_WIDGET (self->parts), self->part_rows->len > 0);
}

/* What the network tells while the device is open; what is being typed stays as it is. */
static void
device_changed_cb (HuisDeviceView *self)
{
  update_headline (self);
  update_known (self);
}

static void
identity_changed_cb (HuisDeviceView *self)
{
  update_headline (self);
  update_evidence (self);
}

static void
room_selected_cb (HuisDeviceView *self)
{
  const GPtrArray *rooms = self->catalogue ? huis_catalogue_get_rooms (self->catalogue) : NULL;
  guint selected = adw_combo_row_get_selected (self->room);
  gboolean own = rooms != NULL && selected == ROOMS_BEFORE + rooms->len;

  if (self->updating || self->device == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->own_room), own);
  if (own)
    gtk_widget_grab_focus (GTK_WIDGET (self->own_room));
  else if (selected < ROOMS_BEFORE)
    huis_device_set_room (self->device, NULL);
  else
    huis_device_set_room (
        self->device, ((const HuisRoom *) g_ptr_array_index (rooms, selected - ROOMS_BEFORE))->id);
}

static void
own_room_changed_cb (HuisDeviceView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->own_room));

  if (!self->updating && self->device != NULL && *text != '\0')
    huis_device_set_room (self->device, text);
}

static void
hub_selected_cb (HuisDeviceView *self)
{
  guint selected = adw_combo_row_get_selected (self->hub);

  if (self->updating || self->device == NULL || selected > self->hubs->len)
    return;
  huis_device_set_hub (self->device,
                       selected > 0
                           ? huis_device_get_id (g_ptr_array_index (self->hubs, selected - 1))
                           : NULL);
}

static void
keeper_changed_cb (HuisDeviceView *self)
{
  if (!self->updating && self->device != NULL)
    huis_device_set_keeper (self->device, gtk_editable_get_text (GTK_EDITABLE (self->keeper)));
}

static void
note_changed_cb (HuisDeviceView *self)
{
  if (!self->updating && self->device != NULL)
    huis_device_set_note (self->device, gtk_editable_get_text (GTK_EDITABLE (self->note)));
}

static void
unknown_cb (HuisDeviceView *self)
{
  huis_device_set_known (self->device, FALSE);
  gtk_widget_child_focus (self->unknown_group, GTK_DIR_TAB_FORWARD);
}

static void
known_cb (HuisDeviceView *self)
{
  huis_device_set_known (self->device, TRUE);
  huis_device_form_focus_name (self->form);
}

static void
huis_device_view_dispose (GObject *object)
{
  HuisDeviceView *self = HUIS_DEVICE_VIEW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->device);
  g_clear_object (&self->session);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->part_rows, g_ptr_array_unref);
  g_clear_pointer (&self->hubs, g_ptr_array_unref);
  g_clear_pointer (&self->evidence_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (huis_device_view_parent_class)->dispose (object);
}

static void
huis_device_view_class_init (HuisDeviceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_device_view_dispose;

  g_type_ensure (HUIS_TYPE_DEVICE_FORM);
  g_type_ensure (HUIS_TYPE_PLUG_TEST);
  g_type_ensure (HUIS_TYPE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-device-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceView, scroller);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceView, headline);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceView, might_be);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceView, form);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceView, room);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceView, own_room);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceView, hub);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceView, keeper);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceView, note);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceView, unknown_button_row);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceView, unknown_group);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceView, plug_test);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceView, parts);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceView, evidence);
  gtk_widget_class_bind_template_callback (widget_class, room_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, own_room_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, hub_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, keeper_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unknown_cb);
  gtk_widget_class_bind_template_callback (widget_class, known_cb);
}

static void
huis_device_view_init (HuisDeviceView *self)
{
  static const char *const facts[] = { "title", "kind", "known", "confirmed", "present" };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->part_rows = g_ptr_array_new ();
  self->hubs = g_ptr_array_new_with_free_func (g_object_unref);
  self->evidence_rows = g_ptr_array_new ();
  self->signals = g_signal_group_new (HUIS_TYPE_DEVICE);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", facts[i], NULL);

      g_signal_group_connect_object (self->signals, signal, G_CALLBACK (device_changed_cb), self,
                                     G_CONNECT_SWAPPED);
    }
  g_signal_group_connect_object (self->signals, "notify::identity",
                                 G_CALLBACK (identity_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
fill_choices (HuisDeviceView *self)
{
  const GPtrArray *rooms = huis_catalogue_get_rooms (self->catalogue);
  g_autoptr (GtkStringList) room_names = gtk_string_list_new (NULL);

  gtk_string_list_append (room_names, _ ("Not said yet"));
  for (guint i = 0; i < rooms->len; i++)
    gtk_string_list_append (
        room_names, huis_catalogue_text (((const HuisRoom *) g_ptr_array_index (rooms, i))->title));
  gtk_string_list_append (room_names, _ ("Another place…"));

  adw_combo_row_set_model (self->room, G_LIST_MODEL (room_names));
}

void
huis_device_view_set_session (HuisDeviceView *self, HuisSession *session, HuisCatalogue *catalogue)
{
  g_return_if_fail (HUIS_IS_DEVICE_VIEW (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->catalogue = g_object_ref (catalogue);
  huis_device_form_set_catalogue (self->form, catalogue);
  self->updating = TRUE;
  fill_choices (self);
  self->updating = FALSE;
}

HuisDevice *
huis_device_view_get_device (HuisDeviceView *self)
{
  g_return_val_if_fail (HUIS_IS_DEVICE_VIEW (self), NULL);

  return self->device;
}

void
huis_device_view_set_device (HuisDeviceView *self, HuisDevice *device)
{
  g_return_if_fail (HUIS_IS_DEVICE_VIEW (self));

  g_set_object (&self->device, device);
  g_signal_group_set_target (self->signals, device);
  huis_device_form_set_device (self->form, device);
  huis_plug_test_set_device (self->plug_test, self->session, device);
  if (device == NULL)
    return;

  self->updating = TRUE;
  update_room (self);
  update_hub (self);
  update_organisation (self);
  self->updating = FALSE;

  update_headline (self);
  update_known (self);
  update_evidence (self);
  adw_expander_row_set_expanded (self->parts, FALSE);
  adw_expander_row_set_expanded (self->evidence, FALSE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}
