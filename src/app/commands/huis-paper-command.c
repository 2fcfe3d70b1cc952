/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-paper-command"

#include "huis-paper-command.h"

#include "huis-identifier.h"
#include "huis-inventory-csv.h"
#include "huis-language.h"
#include "huis-paper-size.h"
#include "huis-pdf.h"
#include "huis-save.h"
#include "huis-settings.h"
#include "huis-store.h"
#include "huis-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* How many names to choose from are told. */
#define DEVICES_TOLD 12

/* clang-format off */
const GOptionEntry huis_paper_command_options[] = {
  { "checklist", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Save the checklist as a PDF and leave"), N_("FILE.pdf") },
  { "inventory", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Save the list of devices for a spreadsheet and leave"), N_("FILE.csv") },
  { "print", 0, 0, G_OPTION_ARG_STRING, NULL, N_("What the checklist holds"), "all|router|todo|device|shopping|picture" },
  { "device", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Which device, for --print=device"), N_("NAME") },
  { "paper", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Size of the paper"), "a4|letter" },
  { "large", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Large letters on the checklist"), NULL },
  { "addresses", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Put network and MAC addresses in it too"), NULL },
  { "language", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Language of the file"), "nl|en" },
  { NULL, 0, 0, 0, NULL, NULL, NULL },
};
/* clang-format on */

typedef struct
{
  HuisStore *store;
  HuisCatalogue *catalogue;
  HuisIdentifier *identifier;
  HuisRouterGuides *guides;
  HuisNetwork *network; /* borrowed from the store */
  HuisChecklistOptions options;
  HuisPaperFormat format;
} Job;

static void
clear_job (Job *job)
{
  g_clear_pointer (&job->identifier, huis_identifier_free);
  g_clear_object (&job->guides);
  g_clear_object (&job->catalogue);
  g_clear_object (&job->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

gboolean
huis_paper_command_is_asked (GVariantDict *options)
{
  return g_variant_dict_contains (options, "checklist") ||
         g_variant_dict_contains (options, "inventory");
}

static gboolean
refuse (const char *option, const char *value)
{
  /* Translators: %1$s is an option, "paper"; %2$s is what was typed for it. */
  g_printerr (_ ("“%2$s” is not one of the choices of --%1$s. See huiswacht --help.\n"), option,
              value);

  return FALSE;
}

/* The language that the person chose in the window holds here too. */
static gboolean
choose_language (GVariantDict *options)
{
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *kept = NULL;
  const char *wanted;

  if (g_variant_dict_lookup (options, "language", "&s", &wanted))
    {
      for (const HuisLanguage *language = huis_language_list (); language->id != NULL; language++)
        if (strcmp (language->id, wanted) == 0)
          {
            huis_language_set (wanted);
            return TRUE;
          }
      return refuse ("language", wanted);
    }

  settings = huis_settings_new ();
  if (settings != NULL)
    kept = g_settings_get_string (settings, "language");
  huis_language_set (kept);

  return TRUE;
}

static gboolean
choose_sheet (GVariantDict *options, Job *job)
{
  const char *wanted;
  int sheet;

  /* Who names a device wants its sheet. */
  if (g_variant_dict_contains (options, "device"))
    job->options.sheet = HUIS_SHEET_DEVICE;
  if (!g_variant_dict_lookup (options, "print", "&s", &wanted))
    return TRUE;
  sheet = huis_enum_from_id (HUIS_TYPE_SHEET, wanted, -1);
  if (sheet < 0)
    return refuse ("print", wanted);
  job->options.sheet = (HuisSheet) sheet;

  return TRUE;
}

static gboolean
choose_paper (GVariantDict *options, Job *job)
{
  const char *wanted = NULL;

  g_variant_dict_lookup (options, "paper", "&s", &wanted);
  if (!huis_paper_size_lookup (wanted, &job->format.width, &job->format.height))
    return refuse ("paper", wanted);

  job->format.large = g_variant_dict_contains (options, "large");
  job->options.addresses = g_variant_dict_contains (options, "addresses");

  return TRUE;
}

static gboolean
load (Job *job, const char *datadir)
{
  g_autoptr (HuisMakerGuides) makers = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  job->catalogue = huis_catalogue_new (datadir, &error);
  if (job->catalogue != NULL)
    job->guides = huis_router_guides_new (datadir, &error);
  if (job->guides != NULL)
    makers = huis_maker_guides_new (datadir, &error);
  if (makers != NULL)
    job->identifier = huis_identifier_new (datadir, &error);
  if (job->identifier == NULL)
    {
      g_printerr (_ ("Huiswacht can’t read its advice. Install it again. (%s)\n"), error->message);
      return FALSE;
    }

  job->store = huis_store_new (NULL);
  /* That the window is open at the same time is no news here: nothing is to be changed. */
  if (huis_store_get_condition (job->store) != HUIS_STATE_IN_USE)
    message = huis_store_dup_message (job->store);
  if (message != NULL)
    g_printerr ("%s\n", message);
  job->network = huis_store_get_current (job->store);
  if (job->network == NULL)
    {
      if (message == NULL)
        g_printerr (_ ("Nothing is kept yet. Start Huiswacht and look around first.\n"));
      return FALSE;
    }
  huis_inventory_set_identify_func (huis_network_get_inventory (job->network),
                                    (HuisIdentifyFunc) huis_identifier_identify, job->identifier);
  huis_inventory_settle (huis_network_get_inventory (job->network));
  huis_network_set_maker_guides (job->network, makers);

  return TRUE;
}

/* By its name, as far as it is typed, or by its address. */
static gboolean
is_called (HuisDevice *device, const char *wanted, gboolean whole)
{
  g_autofree char *title = g_utf8_casefold (huis_device_get_title (device), -1);
  g_autofree char *typed = g_utf8_casefold (wanted, -1);

  if (whole)
    return strcmp (title, typed) == 0 || g_strcmp0 (huis_device_get_address (device), wanted) == 0;

  return strstr (title, typed) != NULL;
}

static GPtrArray *
find_devices (HuisInventory *inventory, const char *wanted, gboolean whole)
{
  GPtrArray *found = g_ptr_array_new ();
  guint n = huis_inventory_get_n_devices (inventory);

  for (guint i = 0; i < n; i++)
    if (is_called (huis_inventory_peek (inventory, i), wanted, whole))
      g_ptr_array_add (found, huis_inventory_peek (inventory, i));

  return found;
}

static gboolean
refuse_device (const char *wanted, GPtrArray *choices)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autofree char *names = NULL;

  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (titles, (gpointer) huis_device_get_title (g_ptr_array_index (choices, i)));
  g_ptr_array_add (titles, NULL);
  names = huis_words_names ((const char *const *) titles->pdata, DEVICES_TOLD);
  /* Translators: %1$s is what was typed; %2$s is a list of names. */
  g_printerr (_ ("“%1$s” is not the name of one device. Choose with --device=NAME from: %2$s.\n"),
              wanted, names);

  return FALSE;
}

/* Exactly one, or else those that it may be are told. */
static gboolean
choose_device (GVariantDict *options, Job *job)
{
  HuisInventory *inventory = huis_network_get_inventory (job->network);
  const char *wanted = "";
  g_autoptr (GPtrArray) found = NULL;

  if (job->options.sheet != HUIS_SHEET_DEVICE)
    return TRUE;

  g_variant_dict_lookup (options, "device", "&s", &wanted);
  found = find_devices (inventory, wanted, TRUE);
  if (found->len == 0)
    {
      g_ptr_array_unref (found);
      found = find_devices (inventory, wanted, FALSE);
    }
  if (found->len == 0)
    g_ptr_array_extend_and_steal (found, find_devices (inventory, "", FALSE));
  else if (found->len == 1)
    {
      job->options.device_id = huis_device_get_id (g_ptr_array_index (found, 0));
      return TRUE;
    }

  return refuse_device (wanted, found);
}

static GBytes *
make_checklist (Job *job, GError **error)
{
  g_autoptr (HuisPaper) paper = NULL;

  job->format.language = huis_language_get ();
  job->options.guides = job->guides;
  paper = huis_paper_new (huis_checklist_new (job->network, job->catalogue, &job->options),
                          &job->format);

  return huis_pdf_new (paper, huis_language_get (), error);
}

static gboolean
save (GVariantDict *options, const char *option, GBytes *bytes, GError *failure)
{
  g_autoptr (GError) error = failure;
  const char *path;

  g_variant_dict_lookup (options, option, "^&ay", &path);
  if (bytes != NULL && huis_save (path, bytes, &error))
    return TRUE;

  g_printerr ("%s\n", error->message);

  return FALSE;
}

int
huis_paper_command_run (GVariantDict *options, const char *datadir)
{
  g_auto (Job) job = { 0 };
  gboolean saved = TRUE;

  if (!choose_language (options) || !choose_sheet (options, &job) || !choose_paper (options, &job))
    return 2;
  if (!load (&job, datadir))
    return 1;
  if (!choose_device (options, &job))
    return 2;

  if (g_variant_dict_contains (options, "checklist"))
    {
      GError *error = NULL;
      g_autoptr (GBytes) pdf = make_checklist (&job, &error);

      saved = save (options, "checklist", pdf, error);
    }
  if (g_variant_dict_contains (options, "inventory"))
    {
      g_autoptr (GBytes) csv =
          huis_inventory_csv_new (job.network, job.catalogue, job.options.addresses);

      saved = save (options, "inventory", csv, NULL) && saved;
    }

  return saved ? 0 : 1;
}
