/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-trip-words"

#include "huis-trip-words.h"

#include <glib/gi18n.h>

/* What is the same for every trip of a kind. */
static const struct
{
  const char *title;
  const char *purpose;
  const char *overview[3];
  const char *leaving;
  const char *join[4];
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
    N_ ("Step 1 of 3: join the hotspot of your phone"),
    {
        N_ ("Switch Wi-Fi off on your phone. Leave mobile data on."),
        N_ ("Switch its hotspot on. Look in its settings for ‘Hotspot’ or ‘Personal Hotspot’."),
        N_ ("On this computer, click the network sign in the corner of the screen."),
        N_ ("Choose the name of your phone, and type the password that the phone shows."),
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
    N_ ("Step 1 of 3: join your guest network"),
    {
        N_ ("No guest network yet? Switch it on in your router first. How to do that stands above."),
        N_ ("On this computer, click the network sign in the corner of the screen."),
        N_ ("Choose the name of your guest network, and type its password."),
        NULL,
    },
    N_ ("Is that your own guest network? Then Huiswacht may try to reach your devices from here."),
    N_ ("Try My Devices"),
    N_ ("Trying to reach your devices…"),
  },
};

static const char *const obstacles[] = {
  [HUIS_OBSTACLE_NONE] = NULL,
  [HUIS_OBSTACLE_NOT_LOOKED] = N_ ("Look around on your network first."),
  [HUIS_OBSTACLE_NOT_TOLD] =
      N_ ("Your router does not tell its outside address. With UPnP off, which is good, that is "
          "usual. Then we can’t do this test."),
  [HUIS_OBSTACLE_SHARED] =
      N_ ("Your provider lets several homes share one address. So nobody outside can knock at your "
          "home alone, and neither can we."),
  [HUIS_OBSTACLE_DS_LITE] =
      N_ ("Your connection has no outside address of the old kind (IPv4). So nobody can knock "
          "there, and neither can we."),
  [HUIS_OBSTACLE_SECOND_ROUTER] =
      N_ ("There is another router before this one. From outside, one meets that one first. "
          "Connect this computer to it, and do the test there."),
  [HUIS_OBSTACLE_NOBODY] = N_ ("We know no devices to try yet. Look around first."),
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
      N_ ("Your router has another outside address now. So perhaps we did not knock at your home. "
          "Nothing is kept of it: do the test again."),
  [HUIS_TROUBLE_NOT_COMPARED] =
      N_ ("Your router did not tell its outside address just now. Without that, we do not know "
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

/* Before the beginning: what it is going to be, or why not. */
static void
say_idle (HuisTripWords *self, HuisTrips *trips, HuisNetwork *network, HuisTripKind kind)
{
  HuisObstacle obstacle = huis_trip_plan_find_obstacle (network, kind);

  if (obstacle != HUIS_OBSTACLE_NONE)
    {
      self->note = _ (obstacles[obstacle]);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds[kind].overview); i++)
    add (self, _ (kinds[kind].overview[i]));
  self->numbered = TRUE;
  self->button = huis_trips_get_report (trips, kind) != NULL ? _ ("Do This Test Again")
                                                             : _ ("Start This Test");
  if (huis_trips_get_current (trips) != NULL)
    self->note = _ ("First finish the other test, or cancel it.");
}

static void
say_leaving (HuisTripWords *self, HuisTrips *trips, HuisTrip *trip)
{
  HuisTripKind kind = huis_trip_get_kind (trip);

  self->headline = _ (kinds[kind].leaving);
  for (guint i = 0; i < G_N_ELEMENTS (kinds[kind].join); i++)
    add (self, kinds[kind].join[i] != NULL ? _ (kinds[kind].join[i]) : NULL);
  self->numbered = TRUE;
  self->waiting = TRUE;
  self->note = _ ("Huiswacht notices by itself when you are there.");
  if (huis_trips_get_place (trips) == HUIS_PLACE_SAME_ROUTER)
    self->trouble = _ ("This computer is on another network of your own router now.");
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

static void
say_asking (HuisTripWords *self, HuisTrips *trips, HuisTrip *trip)
{
  HuisTripKind kind = huis_trip_get_kind (trip);
  const char *outside = huis_trip_get_outside (trip);
  guint doors = huis_trip_get_doors (trip)->len;
  guint addresses = huis_trip_count_addresses (trip);

  self->headline = _ ("Step 2 of 3: shall we?");
  say_where (self, trip);
  add (self, _ (kinds[kind].question));
  if (kind == HUIS_TRIP_GUEST)
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
  self->button = _ (kinds[kind].agree);
  if (huis_trips_has_tunnel (trips))
    self->note = _ ("A VPN is on. Switch it off first, or the test may tell nothing.");
}

static void
say_trying (HuisTripWords *self, HuisTrips *trips, HuisTrip *trip)
{
  guint done, total;

  huis_trips_get_progress (trips, &done, &total);
  self->headline = _ (kinds[huis_trip_get_kind (trip)].trying);
  if (total > 0)
    /* Translators: how many doors of how many. */
    take (self, g_strdup_printf (_ ("%1$u of %2$u doors tried."), done, total));
  add (self, _ ("Stay on this network until it is done."));
  self->stop = _ ("Stop");
}

/* Nobody is left stranded: where home is, and how to get there. */
static void
say_returning (HuisTripWords *self, HuisTrips *trips, HuisTrip *trip, HuisNetwork *network)
{
  const char *name = huis_observation_get_string (huis_network_get_interface (network), "ssid");
  gboolean given_up = huis_trip_get_trouble (trip) == HUIS_TROUBLE_GIVEN_UP;

  self->headline = given_up ? _ ("Cancelled. Go back to your own network")
                            : _ ("Step 3 of 3: go back to your own network");
  self->numbered = TRUE;
  self->waiting = TRUE;
  if (name != NULL)
    {
      add (self, _ ("On this computer, click the network sign in the corner of the screen."));
      /* Translators: %s is the name of a Wi-Fi network. */
      take (self, g_strdup_printf (_ ("Choose ‘%s’, your own Wi-Fi."), name));
    }
  else
    add (self, _ ("Plug the cable in again, or join the network that you began on."));
  if (huis_trip_get_kind (trip) == HUIS_TRIP_OUTSIDE)
    add (self, _ ("On your phone, switch the hotspot off, and Wi-Fi on again."));

  if (huis_trips_get_place (trips) == HUIS_PLACE_PERHAPS_HOME)
    {
      self->note = _ ("This looks like your own network. Are you home again?");
      self->button = _ ("I Am Home Again");
    }
  else if (huis_trips_get_place (trips) == HUIS_PLACE_SAME_ROUTER)
    self->trouble = _ ("This computer is on another network of your own router now.");
  else
    self->note = _ ("Huiswacht notices by itself when you are home.");
  self->stop = given_up ? _ ("I Stay Here") : _ ("Cancel This Test");
}

static void
say_ended (HuisTripWords *self, HuisTrip *trip)
{
  self->headline = _ ("This test does not count");
  self->stop = _ ("Got It");
  if (huis_trip_get_trouble (trip) == HUIS_TROUBLE_NOT_COMPARED)
    self->button = _ ("Ask the Router Again");
}

static void
say_stage (HuisTripWords *self, HuisTrips *trips, HuisTrip *trip, HuisNetwork *network)
{
  self->stop = _ ("Cancel This Test");
  self->trouble = troubles[huis_trip_get_trouble (trip)] != NULL
                      ? _ (troubles[huis_trip_get_trouble (trip)])
                      : NULL;
  switch (huis_trip_get_stage (trip))
    {
    case HUIS_TRIP_PREPARING:
      self->headline = _ ("First we ask your router a few things…");
      self->waiting = TRUE;
      break;

    case HUIS_TRIP_LEAVING:
      say_leaving (self, trips, trip);
      break;

    case HUIS_TRIP_ASKING:
      say_asking (self, trips, trip);
      break;

    case HUIS_TRIP_TRYING:
      say_trying (self, trips, trip);
      break;

    case HUIS_TRIP_RETURNING:
      say_returning (self, trips, trip, network);
      break;

    case HUIS_TRIP_COMPARING:
      self->headline = _ ("Welcome back. Is your outside address still the same?");
      self->waiting = TRUE;
      break;

    case HUIS_TRIP_ENDED:
    default:
      say_ended (self, trip);
      break;
    }
}

HuisTripWords *
huis_trip_words_new (HuisTrips *trips, HuisNetwork *network, HuisTripKind kind)
{
  HuisTripWords *self = g_new0 (HuisTripWords, 1);
  HuisTrip *trip = huis_trips_get_current (trips);

  self->lines = g_ptr_array_new_with_free_func (g_free);
  if (trip != NULL && huis_trip_get_kind (trip) == kind)
    say_stage (self, trips, trip, network);
  else
    say_idle (self, trips, network, kind);

  return self;
}

void
huis_trip_words_free (HuisTripWords *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}
