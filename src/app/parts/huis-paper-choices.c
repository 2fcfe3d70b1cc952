/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-paper-choices"

#include "huis-paper-choices.h"

#include "huis-settings.h"

#define LARGE_KEY "large-letters"

struct _HuisPaperChoices
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwComboRow *sheet_row;
  AdwComboRow *device_row;
  GtkSwitch *large_switch;
  GtkSwitch *addresses_switch;

  /* Owned */
  GSettings *settings;   /* or NULL */
  GPtrArray *device_ids; /* char *: beside the rows of the list of devices */

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (HuisPaperChoices, huis_paper_choices, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static HuisSheet
get_sheet (HuisPaperChoices *self)
{
  return (HuisSheet) adw_combo_row_get_selected (self->sheet_row);
}

static void
show_rows (HuisPaperChoices *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->device_row), get_sheet (self) == HUIS_SHEET_DEVICE);
}

static void
changed_cb (HuisPaperChoices *self)
{
  show_rows (self);
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* The list that one device is chosen from. */
static void
fill_devices (HuisPaperChoices *self, HuisInventory *inventory)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint before = adw_combo_row_get_selected (self->device_row);
  g_autofree char *chosen = before < self->device_ids->len
                                ? g_strdup (g_ptr_array_index (self->device_ids, before))
                                : NULL;
  guint selected = 0, n = huis_inventory_get_n_devices (inventory);

  g_ptr_array_set_size (self->device_ids, 0);
  for (guint i = 0; i < n; i++)
    {
      HuisDevice *device = huis_inventory_peek (inventory, i);

      if (g_strcmp0 (huis_device_get_id (device), chosen) == 0)
        selected = i;
      gtk_string_list_append (names, huis_device_get_title (device));
      g_ptr_array_add (self->device_ids, g_strdup (huis_device_get_id (device)));
    }
  adw_combo_row_set_model (self->device_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->device_row, selected);
}

void
huis_paper_choices_update (HuisPaperChoices *self, HuisNetwork *network)
{
  g_return_if_fail (HUIS_IS_PAPER_CHOICES (self));

  self->updating = TRUE;
  fill_devices (self, huis_network_get_inventory (network));
  self->updating = FALSE;
}

void
huis_paper_choices_get (HuisPaperChoices *self, HuisChecklistOptions *options)
{
  guint device = adw_combo_row_get_selected (self->device_row);

  options->sheet = get_sheet (self);
  options->device_id =
      device < self->device_ids->len ? g_ptr_array_index (self->device_ids, device) : NULL;
  options->addresses = gtk_switch_get_active (self->addresses_switch);
}

gboolean
huis_paper_choices_get_large (HuisPaperChoices *self)
{
  return gtk_switch_get_active (self->large_switch);
}

static void
huis_paper_choices_dispose (GObject *object)
{
  HuisPaperChoices *self = HUIS_PAPER_CHOICES (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->device_ids, g_ptr_array_unref);

  G_OBJECT_CLASS (huis_paper_choices_parent_class)->dispose (object);
}

static void
huis_paper_choices_class_init (HuisPaperChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_paper_choices_dispose;

  signals[CHANGED] = g_signal_new ("changed", HUIS_TYPE_PAPER_CHOICES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-paper-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisPaperChoices, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, HuisPaperChoices, device_row);
  gtk_widget_class_bind_template_child (widget_class, HuisPaperChoices, large_switch);
  gtk_widget_class_bind_template_child (widget_class, HuisPaperChoices, addresses_switch);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

/* Who had large letters needs them the next time too. An older schema may be installed. */
static void
remember_large (HuisPaperChoices *self)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  if (self->settings == NULL)
    return;
  g_object_get (self->settings, "settings-schema", &schema, NULL);
  if (g_settings_schema_has_key (schema, LARGE_KEY))
    g_settings_bind (self->settings, LARGE_KEY, self->large_switch, "active",
                     G_SETTINGS_BIND_DEFAULT);
}

static void
huis_paper_choices_init (HuisPaperChoices *self)
{
  self->device_ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = huis_settings_new ();
  remember_large (self);
}
