/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-interfaces"

#include "huis-interfaces.h"

#include "huis-scan.h"

struct _HuisInterfaces
{
  GObject parent_instance;

  char *scanner;
  HuisScan *scan;
  GPtrArray *list;
  GPtrArray *next; /* what is being found; the list stays whole until all of it is there */
  GError *error;
};

G_DEFINE_FINAL_TYPE (HuisInterfaces, huis_interfaces, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FINDING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint found_signal;

static GPtrArray *
make_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) huis_observation_unref);
}

static void
observation_cb (HuisScan *scan, HuisObservation *observation, HuisInterfaces *self)
{
  if (huis_observation_is (observation, "network"))
    g_ptr_array_add (self->next, huis_observation_ref (observation));
}

static void
finished_cb (HuisScan *scan, gboolean complete, HuisInterfaces *self)
{
  g_clear_error (&self->error);
  if (huis_scan_get_error (scan) != NULL)
    self->error = g_error_copy (huis_scan_get_error (scan));

  g_ptr_array_unref (self->list);
  self->list = g_steal_pointer (&self->next);
  g_clear_object (&self->scan);
  g_signal_emit (self, found_signal, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDING]);
}

void
huis_interfaces_find (HuisInterfaces *self)
{
  g_autoptr (JsonObject) request = NULL;

  if (self->scan != NULL)
    return;

  request = json_object_new ();
  json_object_set_string_member (request, "request", "networks");
  self->next = make_list ();
  self->scan = huis_scan_new (self->scanner, request);
  g_signal_connect_object (self->scan, "observation", G_CALLBACK (observation_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->scan, "finished", G_CALLBACK (finished_cb), self,
                           G_CONNECT_DEFAULT);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDING]);
  huis_scan_start (self->scan);
}

gboolean
huis_interfaces_get_finding (HuisInterfaces *self)
{
  return self->scan != NULL;
}

const GError *
huis_interfaces_get_error (HuisInterfaces *self)
{
  return self->error;
}

GPtrArray *
huis_interfaces_get_list (HuisInterfaces *self)
{
  return self->list;
}

HuisObservation *
huis_interfaces_find_home (HuisInterfaces *self)
{
  HuisObservation *best = NULL;

  for (guint i = 0; i < self->list->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (self->list, i);
      JsonObject *fields = huis_observation_get_fields (next);

      if (huis_json_get_string (fields, "ignored") != NULL ||
          huis_observation_get_address (next) == NULL)
        continue;
      if (huis_json_get_boolean (fields, "default", FALSE))
        return next;
      if (best == NULL)
        best = next;
    }

  return best;
}

HuisObservation *
huis_interfaces_find_ignored (HuisInterfaces *self, const char *reason)
{
  for (guint i = 0; i < self->list->len; i++)
    if (g_strcmp0 (huis_observation_get_string (g_ptr_array_index (self->list, i), "ignored"),
                   reason) == 0)
      return g_ptr_array_index (self->list, i);

  return NULL;
}

static void
huis_interfaces_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_FINDING)
    g_value_set_boolean (value, HUIS_INTERFACES (object)->scan != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
huis_interfaces_finalize (GObject *object)
{
  HuisInterfaces *self = HUIS_INTERFACES (object);

  g_clear_object (&self->scan);
  g_clear_error (&self->error);
  g_ptr_array_unref (self->list);
  g_clear_pointer (&self->next, g_ptr_array_unref);
  g_free (self->scanner);

  G_OBJECT_CLASS (huis_interfaces_parent_class)->finalize (object);
}

static void
huis_interfaces_class_init (HuisInterfacesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = huis_interfaces_get_property;
  object_class->finalize = huis_interfaces_finalize;

  properties[PROP_FINDING] =
      g_param_spec_boolean ("finding", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  found_signal = g_signal_new ("found", HUIS_TYPE_INTERFACES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
huis_interfaces_init (HuisInterfaces *self)
{
  self->list = make_list ();
}

HuisInterfaces *
huis_interfaces_new (const char *scanner)
{
  HuisInterfaces *self = g_object_new (HUIS_TYPE_INTERFACES, NULL);

  self->scanner = g_strdup (scanner);

  return self;
}
