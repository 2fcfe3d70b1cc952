/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-opening-book"

#include "huis-opening-book.h"

/* As many as a router is asked for, twice; the oldest that are gone give way. */
#define RECORDS_MAX 256

struct _HuisOpeningBook
{
  GObject parent_instance;

  gint64 begun;
  GPtrArray *records; /* HuisOpeningRecord *, the newest first */
};

G_DEFINE_FINAL_TYPE (HuisOpeningBook, huis_opening_book, G_TYPE_OBJECT)

static guint changed_signal;

static void
free_record (gpointer data)
{
  HuisOpeningRecord *record = data;

  huis_observation_unref (record->opening);
  g_free (record->device_id);
  g_free (record);
}

static HuisOpeningRecord *
new_record (HuisObservation *opening, const char *device_id, gint64 first)
{
  HuisOpeningRecord *record = g_new0 (HuisOpeningRecord, 1);

  record->opening = huis_observation_ref (opening);
  record->device_id = g_strdup (device_id);
  record->first = first;

  return record;
}

/* The same door of the router, to the same place at home. */
static gboolean
is_same (HuisObservation *one, HuisObservation *other)
{
  return g_str_equal (huis_observation_get_slot (one), huis_observation_get_slot (other)) &&
         g_strcmp0 (huis_observation_get_string (one, "internal_address"),
                    huis_observation_get_string (other, "internal_address")) == 0 &&
         huis_observation_get_int (one, "internal_port", 0) ==
             huis_observation_get_int (other, "internal_port", 0);
}

static HuisOpeningRecord *
find (HuisOpeningBook *self, HuisObservation *opening)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      HuisOpeningRecord *record = g_ptr_array_index (self->records, i);

      if (record->gone == 0 && is_same (record->opening, opening))
        return record;
    }

  return NULL;
}

/* FALSE where all of it is known already. */
static gboolean
renew (HuisOpeningRecord *record, HuisObservation *opening, const char *device_id)
{
  gboolean moved = device_id != NULL && g_strcmp0 (record->device_id, device_id) != 0;

  if (record->opening == opening && !moved)
    return FALSE;
  huis_observation_ref (opening);
  huis_observation_unref (record->opening);
  record->opening = opening;
  if (moved)
    {
      g_free (record->device_id);
      record->device_id = g_strdup (device_id);
    }

  return TRUE;
}

static void
make_room (HuisOpeningBook *self)
{
  for (guint i = self->records->len; self->records->len >= RECORDS_MAX && i > 0; i--)
    if (((HuisOpeningRecord *) g_ptr_array_index (self->records, i - 1))->gone > 0)
      g_ptr_array_remove_index (self->records, i - 1);
}

gint64
huis_opening_book_get_begun (HuisOpeningBook *self)
{
  return self->begun;
}

void
huis_opening_book_begin (HuisOpeningBook *self, gint64 when)
{
  if (self->begun != 0)
    return;
  self->begun = when;
  g_signal_emit (self, changed_signal, 0);
}

void
huis_opening_book_note_open (HuisOpeningBook *self,
                             HuisObservation *opening,
                             const char *device_id,
                             gint64 when)
{
  HuisOpeningRecord *record = find (self, opening);

  if (record == NULL)
    {
      make_room (self);
      if (self->records->len >= RECORDS_MAX)
        return;
      g_ptr_array_insert (self->records, 0, new_record (opening, device_id, when));
    }
  else if (!renew (record, opening, device_id))
    {
      return;
    }
  g_signal_emit (self, changed_signal, 0);
}

void
huis_opening_book_note_gone (HuisOpeningBook *self,
                             HuisObservation *opening,
                             gboolean closed,
                             gint64 when)
{
  HuisOpeningRecord *record = find (self, opening);

  if (record == NULL)
    return;
  record->gone = when;
  record->closed = closed;
  g_signal_emit (self, changed_signal, 0);
}

const HuisOpeningRecord *
huis_opening_book_find (HuisOpeningBook *self, HuisObservation *opening)
{
  return find (self, opening);
}

const GPtrArray *
huis_opening_book_list (HuisOpeningBook *self)
{
  return self->records;
}

JsonObject *
huis_opening_book_to_json (HuisOpeningBook *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *records = json_array_new ();

  for (guint i = 0; i < self->records->len; i++)
    {
      const HuisOpeningRecord *record = g_ptr_array_index (self->records, i);
      JsonObject *next = json_object_new ();

      json_object_set_object_member (
          next, "fact", json_object_ref (huis_observation_get_fields (record->opening)));
      json_object_set_int_member (next, "seen", huis_observation_get_seen (record->opening));
      huis_json_set_string (next, "device", record->device_id);
      json_object_set_int_member (next, "first", record->first);
      json_object_set_int_member (next, "gone", record->gone);
      json_object_set_boolean_member (next, "closed", record->closed);
      json_array_add_object_element (records, next);
    }
  json_object_set_int_member (object, "begun", self->begun);
  json_object_set_array_member (object, "records", records);

  return object;
}

static HuisOpeningRecord *
load_record (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObject *fact = huis_json_get_object (object, "fact");
  g_autoptr (HuisObservation) opening = NULL;
  HuisOpeningRecord *record;

  if (fact != NULL)
    opening = huis_observation_new (fact, huis_json_get_int (object, "seen", 0), NULL);
  if (opening == NULL || !huis_observation_is (opening, "mapping"))
    return NULL;
  record = new_record (opening, huis_json_get_string (object, "device"),
                       huis_json_get_int (object, "first", 0));
  record->gone = huis_json_get_int (object, "gone", 0);
  record->closed = huis_json_get_boolean (object, "closed", FALSE);

  return record;
}

void
huis_opening_book_load_json (HuisOpeningBook *self, JsonObject *object)
{
  JsonArray *records = huis_json_get_array (object, "records");
  guint n = records != NULL ? json_array_get_length (records) : 0;

  self->begun = huis_json_get_int (object, "begun", 0);
  for (guint i = 0; i < n && self->records->len < RECORDS_MAX; i++)
    {
      HuisOpeningRecord *record = load_record (json_array_get_element (records, i));

      if (record != NULL)
        g_ptr_array_add (self->records, record);
    }
}

static void
huis_opening_book_finalize (GObject *object)
{
  g_ptr_array_unref (HUIS_OPENING_BOOK (object)->records);

  G_OBJECT_CLASS (huis_opening_book_parent_class)->finalize (object);
}

static void
huis_opening_book_class_init (HuisOpeningBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = huis_opening_book_finalize;

  changed_signal = g_signal_new ("changed", HUIS_TYPE_OPENING_BOOK, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
huis_opening_book_init (HuisOpeningBook *self)
{
  self->records = g_ptr_array_new_with_free_func (free_record);
}

HuisOpeningBook *
huis_opening_book_new (void)
{
  return g_object_new (HUIS_TYPE_OPENING_BOOK, NULL);
}
