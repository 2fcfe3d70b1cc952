/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-window"

#include "huis-application.h"
#include "huis-language.h"
#include "huis-network-page.h"
#include "huis-page.h"
#include "huis-steps.h"
#include "huis-wizard.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* The whole window on a display of the test's own, with a scanner that writes down what it is
 * asked. Warnings are fatal here, those of the style sheet and the templates too. */

static const char scanner[] =
    "#!/bin/sh\n"
    "read -r request\n"
    "echo \"$request\" >> \"$HUIS_TEST_LOG\"\n"
    "case \"$request\" in\n"
    "*networks*) echo '{\"type\":\"network\",\"t\":0,\"interface\":\"eth0\",\"medium\":\"wire\","
    "\"address\":\"192.0.2.9\",\"prefix\":24,\"gateway\":\"192.0.2.1\","
    "\"gateway_mac\":\"02:00:5e:00:53:01\",\"default\":true}' ;;\n"
    "*discover*) echo '{\"type\":\"mdns\",\"t\":0.1,\"address\":\"192.0.2.7\","
    "\"mac\":\"00:00:5e:00:53:07\",\"service\":\"_ipp._tcp\","
    "\"name\":\"<b>Tom & Jerry</b>\",\"host\":\"p.local\",\"port\":631}' ;;\n"
    "esac\n"
    "echo '{\"type\":\"done\",\"t\":0.2,\"found\":1,\"sent\":0}'\n";

typedef struct
{
  char *folder;
  char *log;
  HuisApplication *application;
  GtkWindow *window;
} Fixture;

static void
spin (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

/* A busy computer is slow to draw: waits until @holds says so, or for ten seconds. */
static void
spin_until (gboolean (*holds) (Fixture *self), Fixture *self)
{
  for (guint i = 0; i < 200 && !holds (self); i++)
    spin (50);
}

static void
set_up (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *script = NULL;

  self->folder = g_dir_make_tmp ("huis-window-XXXXXX", &error);
  g_assert_no_error (error);
  self->log = g_build_filename (self->folder, "log", NULL);
  script = g_build_filename (self->folder, "scanner", NULL);
  g_assert_true (g_file_set_contents_full (script, scanner, -1, 0, 0700, &error));
  g_setenv ("HUISWACHT_SCANNER", script, TRUE);
  g_setenv ("HUIS_TEST_LOG", self->log, TRUE);

  self->application = huis_application_new ();
  g_application_set_flags (G_APPLICATION (self->application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (self->application), NULL, &error);
  g_assert_no_error (error);
  g_application_activate (G_APPLICATION (self->application));
  self->window = gtk_application_get_active_window (GTK_APPLICATION (self->application));
  g_assert_nonnull (self->window);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (self->window)), "gtk-enable-animations", FALSE,
                NULL);
  spin (600);
}

static void
tear_down (Fixture *self)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", self->folder);

  gtk_window_destroy (self->window);
  spin (50);
  g_clear_object (&self->application);
  g_assert_cmpint (system (command), ==, 0);
  g_free (self->folder);
  g_free (self->log);
}

static GtkWidget *
find_wizard (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (HUIS_IS_WIZARD (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_wizard (child);

  return found;
}

static HuisPage *
get_page (Fixture *self)
{
  return huis_wizard_get_page (HUIS_WIZARD (find_wizard (GTK_WIDGET (self->window))));
}

static HuisPage *
go (Fixture *self, const char *step)
{
  g_assert_true (
      gtk_widget_activate_action (find_wizard (GTK_WIDGET (self->window)), "wizard.go", "s", step));
  spin (300);

  return get_page (self);
}

static gboolean
shows_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (shows_text (child, text))
        return TRUE;
    }

  return FALSE;
}

/* GTK 4.8 would read the name of the type aloud for a widget without a name of its own. */
static void
assert_named (GtkWidget *widget)
{
  if (gtk_widget_get_realized (widget))
    g_assert_true (
        gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
        gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                          GTK_ACCESSIBLE_RELATION_LABELLED_BY));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_named (child);
}

static gboolean
focus_is_on_page (Fixture *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (get_page (self)));
}

static void
test_every_step (gconstpointer data)
{
  Fixture *self = (Fixture *) data;
  guint n;
  const HuisStep *steps = huis_steps_get (&n);

  for (guint i = 0; i < n; i++)
    {
      HuisPage *page = go (self, steps[i].id);

      g_assert_true (G_OBJECT_TYPE (page) == steps[i].get_type ());
      spin_until (focus_is_on_page, self);
      g_assert_true (focus_is_on_page (self));
      assert_named (GTK_WIDGET (self->window));
    }
}

/* An organisation is not at home. */
static void
test_titles (gconstpointer unused)
{
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (
      "{\"type\":\"network\",\"interface\":\"eth0\",\"address\":\"192.0.2.9\",\"prefix\":24}", -1,
      1, NULL);
  g_autoptr (HuisNetwork) network = huis_network_new (interface);
  guint n;
  const HuisStep *steps = huis_steps_get (&n);
  const HuisStep *inventory = &steps[huis_steps_find ("inventory")];

  g_assert_cmpstr (huis_step_get_title (inventory, NULL), ==, "Devices at home");
  huis_network_set_owner (network, HUIS_OWNER_MINE);
  g_assert_cmpstr (huis_step_get_title (inventory, network), ==, "Devices at home");
  huis_network_set_owner (network, HUIS_OWNER_ORGANISATION);
  g_assert_cmpstr (huis_step_get_title (inventory, network), ==, "Devices here");
  g_assert_cmpstr (huis_step_get_title (&steps[0], network), ==, "Welcome");
}

static void
test_back_and_next (gconstpointer data)
{
  Fixture *self = (Fixture *) data;
  GtkWidget *wizard = find_wizard (GTK_WIDGET (self->window));

  go (self, "welcome");
  gtk_widget_activate_action (wizard, "wizard.next", NULL);
  spin (500);
  g_assert_true (HUIS_IS_NETWORK_PAGE (get_page (self)));
  gtk_widget_activate_action (wizard, "wizard.back", NULL);
  spin (500);
  g_assert_false (HUIS_IS_NETWORK_PAGE (get_page (self)));
}

static void
test_language_keeps_place (gconstpointer data)
{
  Fixture *self = (Fixture *) data;
  HuisPage *before = go (self, "network");

  g_action_group_change_action_state (G_ACTION_GROUP (self->application), "language",
                                      g_variant_new_string ("nl"));
  spin (600);
  g_assert_cmpstr (huis_language_get (), ==, "nl");
  g_assert_true (get_page (self) != before);
  g_assert_true (HUIS_IS_NETWORK_PAGE (get_page (self)));
  g_assert_true (shows_text (GTK_WIDGET (self->window), "Welkom"));

  g_action_group_change_action_state (G_ACTION_GROUP (self->application), "language",
                                      g_variant_new_string ("en"));
  spin (600);
  g_assert_true (shows_text (GTK_WIDGET (self->window), "Welcome"));
}

static char *
read_log (Fixture *self)
{
  char *text = NULL;

  return g_file_get_contents (self->log, &text, NULL, NULL) ? text : g_strdup ("");
}

static gboolean
shows_device (Fixture *self)
{
  return shows_text (GTK_WIDGET (self->window), "<b>Tom & Jerry</b>");
}

/* Nothing is sent before the person said whose network it is; what comes back is plain text. */
static void
test_consent (gconstpointer data)
{
  Fixture *self = (Fixture *) data;
  HuisPage *page = go (self, "network");
  GtkWidget *wizard = find_wizard (GTK_WIDGET (self->window));
  HuisNetwork *network;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GObject *mine;

  network = huis_session_get_network (huis_application_get_session (self->application));
  g_assert_nonnull (network);
  huis_network_set_owner (network, HUIS_OWNER_NOT_ASKED);
  go (self, "inventory");
  page = go (self, "network");
  gtk_widget_activate_action (wizard, "wizard.next", NULL);
  spin (500);
  before = read_log (self);
  g_assert_nonnull (strstr (before, "networks"));
  g_assert_null (strstr (before, "discover"));

  page = go (self, "network");
  mine = gtk_widget_get_template_child (GTK_WIDGET (page), HUIS_TYPE_NETWORK_PAGE, "owner_mine");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mine), TRUE);
  g_assert_true (huis_page_get_complete (page));
  gtk_widget_activate_action (wizard, "wizard.next", NULL);
  spin_until (shows_device, self);
  after = read_log (self);
  g_assert_nonnull (strstr (after, "discover"));
  g_assert_true (shows_device (self));
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("huis-window-home-XXXXXX", NULL);
  g_autofree char *locale = NULL;
  g_autofree char *schemas = NULL;
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", home);
  Fixture fixture = { 0 };
  int result;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  g_test_init (&argc, &argv, NULL);
  locale = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  schemas = g_test_build_filename (G_TEST_BUILT, "..", "data", NULL);
  g_setenv ("HUISWACHT_LOCALEDIR", locale, TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);

  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }

  gtk_disable_setlocale ();
  huis_language_init ();

  g_test_add_data_func ("/window/every-step", &fixture, test_every_step);
  g_test_add_data_func ("/window/titles", &fixture, test_titles);
  g_test_add_data_func ("/window/back-and-next", &fixture, test_back_and_next);
  g_test_add_data_func ("/window/language-keeps-place", &fixture, test_language_keeps_place);
  g_test_add_data_func ("/window/consent", &fixture, test_consent);
  set_up (&fixture);
  result = g_test_run ();
  tear_down (&fixture);
  g_assert_cmpint (system (command), ==, 0);

  return result;
}
