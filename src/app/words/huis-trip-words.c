/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-trip-words"

#include "huis-trip-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is the same for every trip of a kind. */
static const struct
{
  const char *title;
  const char *purpose;
  const char *overview[3];
  const char *begin;
  const char *again;
  const char *leaving;
  const char *join[4];
  const char *in_vain[3];
  const char *question;
  const char *agree;
  const char *trying;
} kinds[] = {
  [HUIS_TRIP_OUTSIDE] = {
    N_ ("Knock from outside"),
    N_ ("Your phone has an internet of its own. Over it, Huiswacht can knock at your home, as a "
        "stranger does."),
    {
        N_ ("You put this computer on the hotspot of your phone."),
        N_ ("Huiswacht knocks at your own doors, and at no others."),
        N_ ("You go back to your own network, and read what answered."),
    },
    N_ ("Start the Outside Test"),
    N_ ("Do the Outside Test Again"),
    N_ ("Step 1 of 3: join the hotspot of your phone"),
    {
        N_ ("Switch Wi-Fi off on your phone. Leave mobile data on."),
        N_ ("Switch its hotspot on. Look in its settings for ‘Hotspot’ or ‘Personal Hotspot’."),
        N_ ("On this computer, click the network sign in the corner of the screen."),
        N_ ("Choose the name of your phone, and type the password that the phone shows."),
    },
    {
        N_ ("No Wi-Fi in this computer? Join the phone by its USB cable: ‘USB tethering’."),
        N_ ("No hotspot in your contract? Do it on the Wi-Fi of the neighbours, if they agree."),
        N_ ("Else this test can’t be done. Cancel it: nothing gets lost."),
    },
    N_ ("Is that the hotspot of your phone? Then Huiswacht may knock at your home from here."),
    N_ ("Knock at My Home"),
    N_ ("Knocking at your doors…"),
  },
  [HUIS_TRIP_GUEST] = {
    N_ ("Try it from the guest network"),
    N_ ("The guest network is to keep visitors away from your devices. Huiswacht can try whether it "
        "does."),
    {
        N_ ("You put this computer on your guest network."),
        N_ ("Huiswacht tries to reach your own devices from there."),
        N_ ("You go back to your own network, and read what answered."),
    },
    N_ ("Start the Guest Test"),
    N_ ("Do the Guest Test Again"),
    N_ ("Step 1 of 3: join your guest network"),
    {
        N_ ("No guest network yet? Switch it on in your router first. How to do that stands above."),
        N_ ("On this computer, click the network sign in the corner of the screen."),
        N_ ("Choose the name of your guest network, and type its password."),
        NULL,
    },
    {
        N_ ("Is the guest network not in the list? Look in your router whether it is on."),
        N_ ("Else this test can’t be done. Cancel it: nothing gets lost."),
        NULL,
    },
    N_ ("Is that your own guest network? Then Huiswacht may try to reach your devices from here."),
    N_ ("Try My Devices"),
    N_ ("Trying to reach your devices…"),
  },
};

/* Why the test can't be done here, and what one can do about it. */
static const struct
{
  const char *what;
  const char *lines[5];
} obstacles[] = {
  [HUIS_OBSTACLE_NOT_LOOKED] = { N_ ("Look around on your network first."), { NULL } },
  [HUIS_OBSTACLE_NOT_TOLD] = {
    N_ ("Your router does not tell its address on the internet. So we do not know where to knock."),
    {
        N_ ("With UPnP off that is usual, and UPnP off is good. We ask nobody else for it."),
        N_ ("Look at the router’s own page for its open doors (‘port forwarding’). Best is none."),
        N_ ("Do you want this test all the same? Switch UPnP on in the router, for this once."),
        N_ ("Then ask the router again here. After the test, switch UPnP off again."),
    },
  },
  [HUIS_OBSTACLE_SHARED] = {
    N_ ("Your provider lets several homes share one address (CGNAT)."),
    {
        N_ ("So nobody outside can knock at your home alone, and neither can we."),
        N_ ("Close the doors that you do not need all the same. Your provider can change this."),
    },
  },
  [HUIS_OBSTACLE_DS_LITE] = {
    N_ ("Your connection has no address of the old kind (IPv4) on the internet (DS-Lite)."),
    {
        N_ ("So nobody can knock there, and neither can we."),
        N_ ("Of the new kind (IPv6) we saw no address of your devices. Look around once more."),
    },
  },
  [HUIS_OBSTACLE_SECOND_ROUTER] = {
    N_ ("There is another router before this one. From outside, one meets that one first."),
    {
        N_ ("Connect this computer to that router: by its Wi-Fi, or by a cable."),
        N_ ("Look around there, and do the test there."),
    },
  },
  [HUIS_OBSTACLE_MOVED] = {
    N_ ("Your home has other addresses on the internet (IPv6) than at the last look."),
    {
        N_ ("The old ones may be somebody else’s now. So we knock at none of them."),
        N_ ("Look around again: that finds the new ones. After that, the test can be done."),
    },
  },
  [HUIS_OBSTACLE_NOBODY] = { N_ ("We know no devices to try yet. Look around first."), { NULL } },
};

static const char *const troubles[] = {
  [HUIS_TROUBLE_NONE] = NULL,
  [HUIS_TROUBLE_NEAR] = N_ ("This network leads through your own router, so it is not outside. Is "
                            "Wi-Fi still on, on your phone? Switch it off."),
  [HUIS_TROUBLE_NO_WAY] =
      N_ ("Nothing gets out of this network. Is mobile data on, on your phone?"),
  [HUIS_TROUBLE_CUT_OFF] = N_ ("The other network was lost halfway. Join it once more."),
  [HUIS_TROUBLE_STOPPED] = N_ ("You stopped it. Of this try, nothing is kept."),
  [HUIS_TROUBLE_BROKEN] = N_ ("The test did not come to its end. You can try it once more."),
  [HUIS_TROUBLE_CHANGED] =
      N_ ("Your home has another address on the internet now. So perhaps we did not knock at your "
          "home. Nothing is kept of it: do the test again."),
  [HUIS_TROUBLE_NOT_COMPARED] =
      N_ ("We could not learn your address on the internet just now. Without that, we do not know "
          "whether it was your home."),
  [HUIS_TROUBLE_GIVEN_UP] = NULL,
};

const char *
huis_trip_words_title (HuisTripKind kind)
{
  return _ (kinds[kind].title);
}

const char *
huis_trip_words_purpose (HuisTripKind kind)
{
  return _ (kinds[kind].purpose);
}

static void
add (HuisTripWords *self, const char *line)
{
  if (line != NULL)
    g_ptr_array_add (self->lines, g_strdup (line));
}

static void
take (HuisTripWords *self, char *line)
{
  g_ptr_array_add (self->lines, line);
}

static void
add_all (HuisTripWords *self, const char *const *lines, gsize n)
{
  for (gsize i = 0; i < n && lines[i] != NULL; i++)
    add (self, _ (lines[i]));
}

static void
offer (HuisTripWords *self, HuisTripAct act, const char *button)
{
  self->act = act;
  self->button = button;
}

static void
say_obstacle (HuisTripWords *self, HuisObstacle obstacle)
{
  self->trouble = _ (obstacles[obstacle].what);
  add_all (self, obstacles[obstacle].lines, G_N_ELEMENTS (obstacles[obstacle].lines));
  if (obstacle == HUIS_OBSTACLE_NOT_TOLD)
    offer (self, HUIS_TRIP_ACT_ASK_ROUTER, _ ("Ask the Router Again"));
  if (obstacle == HUIS_OBSTACLE_MOVED)
    offer (self, HUIS_TRIP_ACT_LOOK, _ ("Look Around Again"));
}

/* Before the beginning: what it is going to be, or why not. */
static void
say_idle (HuisTripWords *self, const HuisTripScene *scene)
{
  if (scene->obstacle != HUIS_OBSTACLE_NONE)
    {
      say_obstacle (self, scene->obstacle);
      return;
    }
  /* Who did it before, knows how it goes: what came of it stands there instead. */
  if (!scene->again)
    add_all (self, kinds[scene->kind].overview, G_N_ELEMENTS (kinds[scene->kind].overview));
  self->numbered = TRUE;
  offer (self, HUIS_TRIP_ACT_BEGIN,
         _ (scene->again ? kinds[scene->kind].again : kinds[scene->kind].begin));
  if (scene->other)
    self->note = _ ("First finish the other test, or cancel it.");
}

static void
say_leaving (HuisTripWords *self, const HuisTripScene *scene)
{
  self->headline = _ (kinds[scene->kind].leaving);
  self->waiting = TRUE;
  if (scene->place == HUIS_PLACE_SAME_ROUTER)
    self->trouble = _ ("This computer is on another network of your own router now.");
  if (huis_trip_get_waits (scene->trip) >= HUIS_TRIP_WAITS_LONG)
    {
      self->trouble = _ ("We still see no other network. What can be the matter?");
      add_all (self, kinds[scene->kind].in_vain, G_N_ELEMENTS (kinds[scene->kind].in_vain));
      return;
    }

  self->numbered = TRUE;
  add_all (self, kinds[scene->kind].join, G_N_ELEMENTS (kinds[scene->kind].join));
  self->note = scene->place == HUIS_PLACE_NOWHERE
                   ? _ ("This computer is on no network at this moment. Choose one.")
                   : _ ("Huiswacht notices by itself when you are there.");
}

static void
say_where (HuisTripWords *self, HuisTrip *trip)
{
  const char *name = huis_trip_get_elsewhere (trip);

  if (name != NULL)
    /* Translators: %s is the name of a Wi-Fi network. */
    take (self, g_strdup_printf (_ ("This computer is on ‘%s’ now."), name));
  else
    add (self, _ ("This computer is on another network now."));
}

/* What will be tried, and that it is all. */
static void
say_plan (HuisTripWords *self, HuisTrip *trip)
{
  const char *outside = huis_trip_get_outside (trip);
  guint doors = huis_trip_get_doors (trip)->len;
  guint addresses = huis_trip_count_addresses (trip);

  if (huis_trip_get_kind (trip) == HUIS_TRIP_GUEST)
    /* Translators: %u is how many devices. */
    take (self, g_strdup_printf (ngettext ("It tries %u device of yours, at a few doors. Nothing "
                                           "else is tried.",
                                           "It tries %u devices of yours, each at a few doors. "
                                           "Nothing else is tried.",
                                           addresses),
                                 addresses));
  else if (outside != NULL && addresses == 1)
    /* Translators: %1$u is how many doors; %2$s is the outside address of the home. */
    take (self, g_strdup_printf (_ ("It tries %1$u doors of your router, at %2$s. Nothing else is "
                                    "tried."),
                                 doors, outside));
  else
    /* Translators: %1$u is how many doors; %2$u is how many addresses, of the router and of
     * devices. */
    take (self, g_strdup_printf (_ ("It tries %1$u doors, at %2$u addresses of your own home. "
                                    "Nothing else is tried."),
                                 doors, addresses));
}

static void
say_asking (HuisTripWords *self, const HuisTripScene *scene)
{
  self->headline = _ ("Step 2 of 3: shall we?");
  say_where (self, scene->trip);
  add (self, _ (kinds[scene->kind].question));
  say_plan (self, scene->trip);
  offer (self, HUIS_TRIP_ACT_AGREE, _ (kinds[scene->kind].agree));
  if (scene->tunnel && self->trouble == NULL)
    self->trouble = _ ("A VPN is on. Switch it off first, or the test may tell nothing.");
}

static void
say_trying (HuisTripWords *self, const HuisTripScene *scene)
{
  self->headline = _ (kinds[scene->kind].trying);
  if (scene->total > 0)
    /* Translators: how many doors of how many. */
    take (self, g_strdup_printf (_ ("%1$u of %2$u doors tried."), scene->done, scene->total));
  add (self, _ ("Stay on this network until it is done."));
  self->stop = _ ("Stop");
}

/* Nobody is left stranded: where home is, and how to get there. */
static void
say_returning (HuisTripWords *self, const HuisTripScene *scene)
{
  gboolean given_up = huis_trip_get_trouble (scene->trip) == HUIS_TROUBLE_GIVEN_UP;

  self->headline = given_up ? _ ("Cancelled. Go back to your own network")
                            : _ ("Step 3 of 3: go back to your own network");
  self->numbered = TRUE;
  self->waiting = TRUE;
  if (scene->home != NULL)
    {
      add (self, _ ("On this computer, click the network sign in the corner of the screen."));
      /* Translators: %s is the name of a Wi-Fi network. */
      take (self, g_strdup_printf (_ ("Choose ‘%s’, your own Wi-Fi."), scene->home));
    }
  else
    add (self, _ ("Plug the cable in again, or join the network that you began on."));
  if (scene->kind == HUIS_TRIP_OUTSIDE)
    add (self, _ ("On your phone, switch the hotspot off, and Wi-Fi on again."));

  if (scene->place == HUIS_PLACE_PERHAPS_HOME)
    {
      self->note = _ ("This looks like your own network. Are you home again?");
      offer (self, HUIS_TRIP_ACT_COME_HOME, _ ("I Am Home Again"));
    }
  else if (scene->place == HUIS_PLACE_SAME_ROUTER)
    self->trouble = _ ("This computer is on another network of your own router now.");
  else
    self->note = _ ("Huiswacht notices by itself when you are home.");
  self->stop = given_up ? _ ("I Stay Here") : _ ("Cancel This Test");
}

static gboolean
knocked_over_ipv6 (HuisTrip *trip)
{
  GPtrArray *doors = huis_trip_get_doors (trip);

  for (guint i = 0; i < doors->len; i++)
    if (strchr (((HuisDoor *) g_ptr_array_index (doors, i))->address, ':') != NULL)
      return TRUE;

  return FALSE;
}

static void
say_ended (HuisTripWords *self, const HuisTripScene *scene)
{
  HuisTrouble trouble = huis_trip_get_trouble (scene->trip);

  self->headline = _ ("This test does not count");
  self->stop = _ ("Got It");
  /* The router tells its new address before each test; those of devices come from a look alone. */
  if (trouble == HUIS_TROUBLE_CHANGED && knocked_over_ipv6 (scene->trip))
    add (self, _ ("First press ‘Look Again’ on the page of your devices: they have other addresses "
                  "too."));
  if (trouble == HUIS_TROUBLE_NOT_COMPARED)
    offer (self, HUIS_TRIP_ACT_COMPARE_AGAIN, _ ("Ask the Router Again"));
}

static void
say_stage (HuisTripWords *self, const HuisTripScene *scene)
{
  const char *trouble = troubles[huis_trip_get_trouble (scene->trip)];

  self->stop = _ ("Cancel This Test");
  self->trouble = trouble != NULL ? _ (trouble) : NULL;
  switch (huis_trip_get_stage (scene->trip))
    {
    case HUIS_TRIP_PREPARING:
      self->headline = _ ("First we ask your router a few things…");
      self->waiting = TRUE;
      break;

    case HUIS_TRIP_LEAVING:
      say_leaving (self, scene);
      break;

    case HUIS_TRIP_ASKING:
      say_asking (self, scene);
      break;

    case HUIS_TRIP_TRYING:
      say_trying (self, scene);
      break;

    case HUIS_TRIP_RETURNING:
      say_returning (self, scene);
      break;

    case HUIS_TRIP_COMPARING:
      self->headline = _ ("Welcome back. Is your address on the internet still the same?");
      self->waiting = TRUE;
      break;

    case HUIS_TRIP_ENDED:
    default:
      say_ended (self, scene);
      break;
    }
}

HuisTripWords *
huis_trip_words_new (const HuisTripScene *scene)
{
  HuisTripWords *self = g_new0 (HuisTripWords, 1);

  self->lines = g_ptr_array_new_with_free_func (g_free);
  if (scene->trip != NULL)
    say_stage (self, scene);
  else
    say_idle (self, scene);

  return self;
}

void
huis_trip_words_free (HuisTripWords *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}
