/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-answers"

#include "huis-answers.h"

#include "huis-kind.h"
#include "huis-text.h"

#define NOTE_CHARS_MAX 2000

struct _HuisAnswers
{
  GObject parent_instance;

  GHashTable *table; /* "measure device" → HuisAnswer */
};

G_DEFINE_FINAL_TYPE (HuisAnswers, huis_answers, G_TYPE_OBJECT)

/* clang-format off */
G_DEFINE_ENUM_TYPE (HuisAnswerKind, huis_answer_kind,
  G_DEFINE_ENUM_VALUE (HUIS_ANSWER_NONE, "none"),
  G_DEFINE_ENUM_VALUE (HUIS_ANSWER_DONE, "done"),
  G_DEFINE_ENUM_VALUE (HUIS_ANSWER_LATER, "later"),
  G_DEFINE_ENUM_VALUE (HUIS_ANSWER_CANNOT, "cannot"),
  G_DEFINE_ENUM_VALUE (HUIS_ANSWER_NOT_APPLICABLE, "not-applicable"),
  G_DEFINE_ENUM_VALUE (HUIS_ANSWER_ACCEPTED, "accepted"))
/* clang-format on */

static guint changed_signal;

static void
answer_free (gpointer data)
{
  HuisAnswer *answer = data;

  g_free (answer->reason);
  g_free (answer->note);
  g_free (answer);
}

/* Ids hold no spaces, so a space parts the two for good. */
static char *
make_key (const char *measure_id, const char *device_id)
{
  return g_strconcat (measure_id, " ", device_id != NULL ? device_id : "", NULL);
}

static void
set_text (char **field, const char *text)
{
  g_autofree char *clean = huis_text_clean (text, -1, NOTE_CHARS_MAX);

  g_free (*field);
  *field = *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

static HuisAnswer *
get_or_add (HuisAnswers *self, const char *measure_id, const char *device_id)
{
  g_autofree char *key = make_key (measure_id, device_id);
  HuisAnswer *answer = g_hash_table_lookup (self->table, key);

  if (answer == NULL)
    {
      answer = g_new0 (HuisAnswer, 1);
      g_hash_table_insert (self->table, g_steal_pointer (&key), answer);
    }

  return answer;
}

const HuisAnswer *
huis_answers_get (HuisAnswers *self, const char *measure_id, const char *device_id)
{
  g_autofree char *key = make_key (measure_id, device_id);

  return g_hash_table_lookup (self->table, key);
}

void
huis_answers_set (HuisAnswers *self,
                  const char *measure_id,
                  const char *device_id,
                  HuisAnswerKind kind,
                  const char *reason,
                  gint64 now)
{
  HuisAnswer *answer = get_or_add (self, measure_id, device_id);

  answer->kind = kind;
  answer->when = now;
  set_text (&answer->reason, reason);
  g_signal_emit (self, changed_signal, 0);
}

void
huis_answers_set_note (HuisAnswers *self,
                       const char *measure_id,
                       const char *device_id,
                       const char *note)
{
  set_text (&get_or_add (self, measure_id, device_id)->note, note);
  g_signal_emit (self, changed_signal, 0);
}

JsonArray *
huis_answers_to_json (HuisAnswers *self)
{
  JsonArray *answers = json_array_new ();
  g_autoptr (GList) keys =
      g_list_sort (g_hash_table_get_keys (self->table), (GCompareFunc) g_strcmp0);

  for (GList *l = keys; l != NULL; l = l->next)
    {
      const HuisAnswer *answer = g_hash_table_lookup (self->table, l->data);
      g_auto (GStrv) ids = g_strsplit (l->data, " ", 2);
      JsonObject *object = json_object_new ();

      huis_json_set_string (object, "measure", ids[0]);
      huis_json_set_string (object, "device", ids[1]);
      huis_json_set_string (object, "answer",
                            huis_enum_to_id (HUIS_TYPE_ANSWER_KIND, (int) answer->kind));
      json_object_set_int_member (object, "when", answer->when);
      huis_json_set_string (object, "reason", answer->reason);
      huis_json_set_string (object, "note", answer->note);
      json_array_add_object_element (answers, object);
    }

  return answers;
}

void
huis_answers_load_json (HuisAnswers *self, JsonArray *answers)
{
  for (guint i = 0; i < json_array_get_length (answers); i++)
    {
      JsonNode *node = json_array_get_element (answers, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *measure = huis_json_get_string (object, "measure");
      HuisAnswer *answer;

      if (measure == NULL)
        continue;
      answer = get_or_add (self, measure, huis_json_get_string (object, "device"));
      answer->kind = (HuisAnswerKind) huis_enum_from_id (HUIS_TYPE_ANSWER_KIND,
                                                         huis_json_get_string (object, "answer"),
                                                         HUIS_ANSWER_NONE);
      answer->when = huis_json_get_int (object, "when", 0);
      set_text (&answer->reason, huis_json_get_string (object, "reason"));
      set_text (&answer->note, huis_json_get_string (object, "note"));
    }
}

static void
huis_answers_finalize (GObject *object)
{
  g_hash_table_unref (HUIS_ANSWERS (object)->table);

  G_OBJECT_CLASS (huis_answers_parent_class)->finalize (object);
}

static void
huis_answers_class_init (HuisAnswersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = huis_answers_finalize;

  changed_signal = g_signal_new ("changed", HUIS_TYPE_ANSWERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
huis_answers_init (HuisAnswers *self)
{
  self->table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, answer_free);
}

HuisAnswers *
huis_answers_new (void)
{
  return g_object_new (HUIS_TYPE_ANSWERS, NULL);
}
