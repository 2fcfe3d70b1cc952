/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-device-words"

#include "huis-device-words.h"

#include "huis-hub.h"
#include "huis-words.h"

#include <glib/gi18n.h>

#define DOT " · "

/* Of the devices behind a hub: more names are no longer read. */
#define BEHIND_MAX 12

/* The model often begins with the maker's name; it is not said twice. */
static char *
make_and_model (HuisDevice *device)
{
  const char *maker = huis_device_get_maker (device);
  const char *model = huis_device_get_model (device);

  if (maker == NULL || model == NULL)
    return g_strdup (maker != NULL ? maker : model);
  if (g_str_has_prefix (model, maker))
    return g_strdup (model);

  return g_strconcat (maker, " ", model, NULL);
}

static char *
chip_maker (HuisDevice *device)
{
  HuisIdentity *identity = huis_device_get_identity (device);

  if (identity == NULL || identity->chip_maker == NULL)
    return NULL;

  /* Translators: %s is a company that makes parts for devices of many brands. */
  return g_strdup_printf (_ ("network part by %s"), identity->chip_maker);
}

char *
huis_device_words_what (HuisDevice *device, HuisCatalogue *catalogue)
{
  HuisKind kind = huis_device_get_kind (device);
  g_autofree char *make = make_and_model (device);
  g_autofree char *chip = make == NULL ? chip_maker (device) : NULL;
  const char *more = make != NULL ? make : chip;
  const char *address = huis_device_get_address (device);
  const char *title = NULL;

  if (kind != HUIS_KIND_UNKNOWN)
    title = huis_catalogue_text (huis_catalogue_get_kind (catalogue, kind)->title);
  else if (huis_device_is_extender (device))
    title = _ ("Probably a Wi-Fi extender");
  else
    title = _ ("Not recognised yet");

  /* Two nameless devices must not look the same. */
  if (more == NULL && kind == HUIS_KIND_UNKNOWN)
    more = address;

  return more != NULL ? g_strconcat (title, DOT, more, NULL) : g_strdup (title);
}

char *
huis_device_words_behind (HuisNetwork *network, HuisDevice *device, HuisCatalogue *catalogue)
{
  g_autoptr (GPtrArray) behind = huis_hub_list_behind (network, device);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *names = NULL;

  if (behind->len == 0)
    return NULL;

  for (guint i = 0; i < behind->len; i++)
    g_ptr_array_add (titles, huis_title_of_device (g_ptr_array_index (behind, i), catalogue));
  g_ptr_array_add (titles, NULL);
  names = huis_words_names ((const char *const *) titles->pdata, BEHIND_MAX);

  /* Translators: %s is a list of devices: "Hall lamp, Kitchen lamp". */
  return g_strdup_printf (_ ("These work through it: %s"), names);
}

const char *
huis_device_words_strength (HuisStrength strength)
{
  switch (strength)
    {
    case HUIS_STRENGTH_CERTAIN:
      return _ ("Certain");
    case HUIS_STRENGTH_LIKELY:
      return _ ("Likely");
    case HUIS_STRENGTH_GUESS:
      return _ ("A guess");
    case HUIS_STRENGTH_NONE:
    default:
      return _ ("No idea yet");
    }
}

const char *
huis_device_words_strength_icon (HuisStrength strength)
{
  switch (strength)
    {
    case HUIS_STRENGTH_CERTAIN:
      return "huis-strength-certain-symbolic";
    case HUIS_STRENGTH_LIKELY:
      return "huis-strength-likely-symbolic";
    case HUIS_STRENGTH_GUESS:
      return "huis-strength-guess-symbolic";
    case HUIS_STRENGTH_NONE:
    default:
      return "huis-unknown-symbolic";
    }
}

/* Those that there are, in one line. */
static char *
join (const char *first, const char *second, const char *third)
{
  const char *words[4] = { NULL };
  guint n = 0;

  if (first != NULL)
    words[n++] = first;
  if (second != NULL)
    words[n++] = second;
  if (third != NULL)
    words[n++] = third;

  return g_strjoinv (DOT, (char **) words);
}

char *
huis_device_words_state (HuisDevice *device)
{
  const char *sure = huis_device_words_strength (huis_device_get_kind_strength (device));
  const char *several = NULL, *away = NULL;

  if (!huis_device_get_known (device))
    sure = _ ("You don’t know this one");
  else if (huis_device_get_confirmed (device))
    sure = _ ("You said so");
  else if (huis_device_get_origin (device) == HUIS_ORIGIN_BY_HAND)
    sure = _ ("Added by you");
  else if (huis_device_get_kind (device) == HUIS_KIND_UNKNOWN)
    sure = NULL;
  if (huis_device_is_extender (device) && !huis_device_get_confirmed (device))
    several =
        sure != NULL ? _ ("perhaps more than one device") : _ ("Perhaps more than one device");
  if (huis_device_get_last_seen (device) > 0 && !huis_device_get_present (device))
    away = sure != NULL || several != NULL ? _ ("not seen this time") : _ ("Not seen this time");

  return join (sure, several, away);
}

char *
huis_device_words_might_be (HuisDevice *device)
{
  HuisIdentity *identity = huis_device_get_identity (device);

  if (huis_device_is_hiding (device))
    return g_strdup (_ ("It hides its own number, as phones, tablets and laptops do. Is one of "
                        "them new here?"));
  if (huis_device_get_maker (device) != NULL)
    /* Translators: %s is a brand */
    return g_strdup_printf (_ ("It seems to be something of %s. What do you have of that brand?"),
                            huis_device_get_maker (device));
  if (identity != NULL && identity->chip_maker != NULL)
    /* Translators: %s is a company */
    return g_strdup_printf (_ ("The part that connects it is by %s, which sells to many brands. "
                               "Often it is a lamp, a plug or a sensor."),
                            identity->chip_maker);

  return g_strdup (_ ("It says nothing about itself. Often that is something small: a plug, a lamp "
                      "or a doorbell."));
}
