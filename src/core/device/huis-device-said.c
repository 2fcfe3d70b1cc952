/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-device"

#include "huis-device-private.h"

#include "huis-text.h"

#include <stdio.h>
#include <string.h>

#define NOTE_CHARS_MAX 2000

/* Sets *@field to a clean copy of @text, or %NULL where nothing is left of it. */
static gboolean
set_text (char **field, const char *text, guint max_chars)
{
  g_autofree char *clean = huis_text_clean (text, -1, max_chars);
  const char *value = *clean != '\0' ? clean : NULL;

  if (g_strcmp0 (*field, value) == 0)
    return FALSE;
  g_free (*field);
  *field = g_strdup (value);

  return TRUE;
}

/* All that the person said beside names and places has one property. */
static void
notify_reply (HuisDevice *self)
{
  self->replies_version++;
  g_object_notify (G_OBJECT (self), "replies");
}

const char *
huis_device_get_given_name (HuisDevice *self)
{
  return self->given_name;
}

void
huis_device_set_given_name (HuisDevice *self, const char *name)
{
  if (set_text (&self->given_name, name, HUIS_TEXT_NAME_MAX))
    g_object_notify (G_OBJECT (self), "title");
}

HuisKind
huis_device_get_given_kind (HuisDevice *self)
{
  return self->given_kind;
}

void
huis_device_set_given_kind (HuisDevice *self, HuisKind kind)
{
  if (self->given_kind == kind)
    return;
  self->given_kind = kind;
  g_object_notify (G_OBJECT (self), "kind");
}

/* What we show of the identity changes, and a name that speaks of it. */
static void
notify_make (HuisDevice *self)
{
  g_object_notify (G_OBJECT (self), "identity");
  g_object_notify (G_OBJECT (self), "title");
}

const char *
huis_device_get_given_maker (HuisDevice *self)
{
  return self->given_maker;
}

void
huis_device_set_given_maker (HuisDevice *self, const char *maker)
{
  if (set_text (&self->given_maker, maker, HUIS_TEXT_NAME_MAX))
    notify_make (self);
}

const char *
huis_device_get_given_model (HuisDevice *self)
{
  return self->given_model;
}

void
huis_device_set_given_model (HuisDevice *self, const char *model)
{
  if (set_text (&self->given_model, model, HUIS_TEXT_NAME_MAX))
    notify_make (self);
}

const char *
huis_device_get_room (HuisDevice *self)
{
  return self->room;
}

void
huis_device_set_room (HuisDevice *self, const char *room)
{
  if (set_text (&self->room, room, HUIS_TEXT_NAME_MAX))
    g_object_notify (G_OBJECT (self), "room");
}

const char *
huis_device_get_note (HuisDevice *self)
{
  return self->note;
}

void
huis_device_set_note (HuisDevice *self, const char *note)
{
  if (set_text (&self->note, note, NOTE_CHARS_MAX))
    g_object_notify (G_OBJECT (self), "note");
}

const char *
huis_device_get_keeper (HuisDevice *self)
{
  return self->keeper;
}

void
huis_device_set_keeper (HuisDevice *self, const char *keeper)
{
  if (set_text (&self->keeper, keeper, HUIS_TEXT_NAME_MAX))
    g_object_notify (G_OBJECT (self), "keeper");
}

gboolean
huis_device_get_known (HuisDevice *self)
{
  return self->known;
}

void
huis_device_set_known (HuisDevice *self, gboolean known)
{
  if (self->known == known)
    return;
  self->known = known;
  g_object_notify (G_OBJECT (self), "known");
}

gboolean
huis_device_get_confirmed (HuisDevice *self)
{
  return self->confirmed;
}

void
huis_device_set_confirmed (HuisDevice *self, gboolean confirmed)
{
  if (self->confirmed == confirmed)
    return;
  self->confirmed = confirmed;
  g_object_notify (G_OBJECT (self), "confirmed");
}

HuisReply
huis_device_get_reply (HuisDevice *self, HuisQuestion question)
{
  return self->replies[question];
}

void
huis_device_set_reply (HuisDevice *self, HuisQuestion question, HuisReply reply)
{
  if (self->replies[question] == reply)
    return;
  self->replies[question] = reply;
  self->reply_when[question] = g_get_real_time () / G_USEC_PER_SEC;
  notify_reply (self);
}

gint64
huis_device_get_reply_when (HuisDevice *self, HuisQuestion question)
{
  return self->replies[question] != HUIS_REPLY_NONE ? self->reply_when[question] : 0;
}

const char *
huis_device_get_support_until (HuisDevice *self)
{
  return self->support_until;
}

gint64
huis_device_get_support_said (HuisDevice *self)
{
  return self->support_said;
}

gboolean
huis_device_set_support_until (HuisDevice *self, const char *day)
{
  guint year, month, of_month;

  if (day != NULL && *day != '\0' &&
      (sscanf (day, "%4u-%2u-%2u", &year, &month, &of_month) != 3 || strlen (day) != 10 ||
       !g_date_valid_dmy ((GDateDay) of_month, (GDateMonth) month, (GDateYear) year)))
    return FALSE;

  g_free (self->support_until);
  self->support_until = day != NULL && *day != '\0' ? g_strdup (day) : NULL;
  self->support_said = self->support_until != NULL ? g_get_real_time () / G_USEC_PER_SEC : 0;
  self->support_sought = 0;
  notify_reply (self);

  return TRUE;
}

gint64
huis_device_get_support_sought (HuisDevice *self)
{
  return self->support_sought;
}

void
huis_device_set_support_sought (HuisDevice *self, gint64 when)
{
  g_clear_pointer (&self->support_until, g_free);
  self->support_said = 0;
  self->support_sought = when;
  notify_reply (self);
}

HuisEnding
huis_device_get_ending (HuisDevice *self)
{
  return self->ending;
}

gint64
huis_device_get_ending_when (HuisDevice *self)
{
  return self->ending != HUIS_ENDING_NONE ? self->ending_when : 0;
}

void
huis_device_set_ending (HuisDevice *self, HuisEnding ending, gint64 when)
{
  self->ending = ending;
  self->ending_when = when;
  notify_reply (self);
}

gboolean
huis_device_has_ended (HuisDevice *self)
{
  return self->ending != HUIS_ENDING_NONE && self->last_seen <= self->ending_when;
}

const char *
huis_device_get_hub (HuisDevice *self)
{
  return self->hub;
}

void
huis_device_set_hub (HuisDevice *self, const char *hub_id)
{
  if (set_text (&self->hub, hub_id, HUIS_TEXT_NAME_MAX))
    notify_reply (self);
}
