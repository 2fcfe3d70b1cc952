/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-support-entry"

#include "huis-support-entry.h"

#include "huis-day.h"
#include "huis-wrap-box.h"

#include <glib/gi18n.h>

struct _HuisSupportEntry
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkEntry *entry;
  GtkButton *keep_button;
  GtkLabel *result;

  /* Owned */
  HuisTask *task;
  HuisDevice *device;
};

G_DEFINE_FINAL_TYPE (HuisSupportEntry, huis_support_entry, GTK_TYPE_BOX)

/* Says back what was understood, before and after it is kept. */
static void
changed_cb (HuisSupportEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *iso = huis_day_parse (text);
  g_autofree char *day = huis_day_format (iso);
  g_autofree char *words = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->keep_button), iso != NULL);
  if (day != NULL)
    /* Translators: %s is a day, "31 December 2027". */
    words = g_strdup_printf (_ ("That is %s."), day);
  else if (*text != '\0')
    words = g_strdup (_ ("Write it like 31-12-2027, or only the year."));
  gtk_label_set_text (self->result, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->result), words != NULL);
}

/* The date, or that there is none, tells more than what was answered before. */
static void
take_answer_back (HuisSupportEntry *self)
{
  if (huis_task_get_answer_kind (self->task) != HUIS_ANSWER_NONE)
    huis_task_answer (self->task, HUIS_ANSWER_NONE, NULL, FALSE);
}

static void
keep_cb (HuisSupportEntry *self)
{
  g_autofree char *iso = huis_day_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autofree char *day = huis_day_format (iso);
  g_autofree char *words = NULL;

  if (iso == NULL || !huis_device_set_support_until (self->device, iso))
    return;
  take_answer_back (self);
  /* Translators: %s is a day, "31 December 2027". */
  words = g_strdup_printf (_ ("Kept: updates until %s."), day);
  gtk_label_set_text (self->result, words);
  gtk_widget_set_visible (GTK_WIDGET (self->result), TRUE);
}

static void
not_found_cb (HuisSupportEntry *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  huis_device_set_support_sought (self->device, g_get_real_time () / G_USEC_PER_SEC);
  take_answer_back (self);
  gtk_label_set_text (self->result, _ ("Kept: you looked, and found nothing."));
  gtk_widget_set_visible (GTK_WIDGET (self->result), TRUE);
}

static void
huis_support_entry_dispose (GObject *object)
{
  HuisSupportEntry *self = HUIS_SUPPORT_ENTRY (object);

  g_clear_object (&self->task);
  g_clear_object (&self->device);
  gtk_widget_dispose_template (GTK_WIDGET (self), HUIS_TYPE_SUPPORT_ENTRY);

  G_OBJECT_CLASS (huis_support_entry_parent_class)->dispose (object);
}

static void
huis_support_entry_class_init (HuisSupportEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_support_entry_dispose;

  g_type_ensure (HUIS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-support-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisSupportEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, HuisSupportEntry, keep_button);
  gtk_widget_class_bind_template_child (widget_class, HuisSupportEntry, result);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_found_cb);
}

static void
huis_support_entry_init (HuisSupportEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The date that the person kept; else the one that is known of its maker, for the person to keep.
 */
static void
fill (HuisSupportEntry *self)
{
  const char *said = huis_device_get_support_until (self->device);
  const HuisMakerSupport *known =
      huis_network_find_support (huis_task_get_network (self->task), self->device);
  g_autofree char *day = known != NULL ? huis_day_format (known->until) : NULL;
  g_autofree char *words = NULL;

  if (said != NULL || day == NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), said != NULL ? said : "");
      return;
    }

  gtk_editable_set_text (GTK_EDITABLE (self->entry), known->until);
  /* Translators: the first is the name of a web site, the second a day. */
  words = g_strdup_printf (_ ("According to %1$s the updates end on %2$s. Is that right for yours? "
                              "Then keep this date."),
                           known->source, day);
  gtk_label_set_text (self->result, words);
}

GtkWidget *
huis_support_entry_new (HuisTask *task, HuisDevice *device)
{
  HuisSupportEntry *self = g_object_new (HUIS_TYPE_SUPPORT_ENTRY, NULL);

  g_set_object (&self->task, task);
  g_set_object (&self->device, device);
  fill (self);

  return GTK_WIDGET (self);
}
