/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-kind.h"

G_BEGIN_DECLS

/*
 * What Huiswacht can advise: the measures of the factsheet, what is special about each kind of
 * device, the rooms to walk through, the resolvers that are known, and why it all matters. It is
 * read once from data/advice and never changes; every struct below lives as long as the catalogue.
 *
 * Every text for people is an English msgid: show it through huis_catalogue_text(). A text that
 * is missing is %NULL only where the comment says so.
 */

#define HUIS_TYPE_CATALOGUE (huis_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (HuisCatalogue, huis_catalogue, HUIS, CATALOGUE, GObject)

/* What a measure is about. */
typedef enum
{
  HUIS_SCOPE_HOME,   /* the whole home or office: once per network */
  HUIS_SCOPE_ROUTER, /* once per router */
  HUIS_SCOPE_DEVICE, /* once per device, where huis_measure_applies_to() says so */
} HuisScope;

/* Whether a kind of device needs the internet for its work. */
typedef enum
{
  HUIS_ONLINE_MAYBE,
  HUIS_ONLINE_NO,
  HUIS_ONLINE_YES,
} HuisOnline;

/* Whether a device can move to the guest network; the later, the better. */
typedef enum
{
  HUIS_MOVE_NO,     /* it would no longer do its work */
  HUIS_MOVE_PARTLY, /* something stops */
  HUIS_MOVE_YES,
} HuisMove;

typedef enum
{
  HUIS_SETTING_HOME,
  HUIS_SETTING_OFFICE,
} HuisSetting;

GType huis_scope_get_type (void);
GType huis_online_get_type (void);
GType huis_move_get_type (void);
GType huis_setting_get_type (void);
#define HUIS_TYPE_SCOPE   (huis_scope_get_type ())
#define HUIS_TYPE_ONLINE  (huis_online_get_type ())
#define HUIS_TYPE_MOVE    (huis_move_get_type ())
#define HUIS_TYPE_SETTING (huis_setting_get_type ())

/* A page on the internet; the address is https and an entry page, which moves seldom. */
typedef struct
{
  const char *href;
  const char *title; /* the name of the site: not translated */
} HuisLink;

/* One answer that a person can choose, where a measure asks more than "done or not". */
typedef struct
{
  const char *id;    /* "yes", "no", "unknown", …: what the store keeps */
  const char *label; /* on the button */
  const char *then;  /* what this answer means, one or two sentences; may be %NULL */
} HuisChoice;

typedef struct
{
  const char *id; /* stable: the store refers to it */
  HuisScope scope;
  const char *const *carries_out; /* factsheet ids: "N2", … */
  const char *check;              /* the automatic check that answers it, or %NULL */
  gboolean only_when_seen;        /* a finding: shown only when the check saw it */
  gboolean needs_internet;    /* does not apply to what needs no internet, unless a check saw it */
  gboolean waits;             /* found to be not in order, it still waits for its turn by weight */
  gboolean choice_stays;      /* "done" is a choice: seeing the same again does not undo it */
  int weight;                 /* 0–100: the higher, the earlier it is shown among things to do */
  const char *title;          /* a short line, without full stop */
  const char *brief;          /* the same in two or three words, for paper; may be %NULL */
  const char *question;       /* asks whether it is done already; may be %NULL */
  const char *why;            /* what can happen, one or two sentences */
  const char *danger;         /* an example to bring it home; may be %NULL */
  const char *const *steps;   /* what to do, in order; at least one: see the function below */
  guint sense_steps;          /* bit by bit, which of them are only for kinds that see or hear */
  const char *proof;          /* how to see that it worked */
  const char *done;           /* label of "I did this", fitting this measure; may be %NULL */
  const GPtrArray *choices;   /* HuisChoice *, empty where done or not is all */
  const GPtrArray *links;     /* HuisLink * */
  const char *source;         /* where the how-to was read: "digitaltrustcenter.nl" */
  const char *date;           /* the day it was true, ISO 8601 */
  const char *const *skipped; /* by HuisKind: why not for this kind, or %NULL: it is */
  HuisCatalogue *catalogue;   /* that it is part of */
} HuisMeasure;

typedef struct
{
  HuisKind kind;
  const char *title;  /* "Camera" */
  const char *plural; /* "Cameras" */
  const char *icon_name;
  const char *danger;       /* what can happen with this kind */
  gboolean senses;          /* has a camera or a microphone, or often has */
  HuisOnline online;        /* the answer to begin with */
  const char *offline;      /* what keeping it off the internet means */
  HuisMove guest;           /* can it move to the guest network? */
  const char *guest_reason; /* why, or why not */
} HuisKindInfo;

/* What a device is there for, told by what it offers on the network: printing, casting. */
typedef struct
{
  const char *id;
  GStrv services;     /* types of mDNS and UPnP, as they are announced */
  HuisMove guest;     /* can who does this move to the guest network? */
  const char *reason; /* why not, or what stops */
} HuisUse;

typedef struct
{
  HuisKind kind;
  const char *text; /* "Doorbell with a camera" */
} HuisRoomItem;

typedef struct
{
  const char *id; /* stable: devices refer to it */
  HuisSetting setting;
  const char *title;
  const char *question;   /* helps to find what hides here; may be %NULL */
  const GPtrArray *items; /* HuisRoomItem * */
} HuisRoom;

/* Why (W1–W7) and where more stands (M1–M3). */
typedef struct
{
  const char *id;
  const char *title;
  const char *text;
  const HuisLink *link; /* may be %NULL */
} HuisExplanation;

/* Who answers for names (DNS), and says so. */
typedef struct
{
  const char *name; /* "Quad9": not translated */
  GStrv ranges;     /* its addresses: "9.9.9.0/24" */
} HuisResolver;

/*
 * Reads @datadir/advice. %NULL with a G_FILE_ERROR, G_MARKUP_ERROR or G_IO_ERROR_INVALID_DATA
 * that names file and line where a file is missing or not as it should be.
 */
HuisCatalogue *huis_catalogue_new (const char *datadir, GError **error);

/* The folder of data that it was read from, for what is read later: routers, makers. */
const char *huis_catalogue_get_datadir (HuisCatalogue *self);

/* HuisMeasure *, in the order of the data: home, router, device. */
const GPtrArray *huis_catalogue_get_measures (HuisCatalogue *self);
const HuisMeasure *huis_catalogue_find_measure (HuisCatalogue *self, const char *id);

/* Never %NULL. */
const HuisKindInfo *huis_catalogue_get_kind (HuisCatalogue *self, HuisKind kind);

/* HuisUse *. */
const GPtrArray *huis_catalogue_get_uses (HuisCatalogue *self);

/* HuisRoom *, in the order of a walk: the home, then the office. */
const GPtrArray *huis_catalogue_get_rooms (HuisCatalogue *self);
const HuisRoom *huis_catalogue_find_room (HuisCatalogue *self, const char *id);

/* HuisExplanation *: W1–W7, then M1–M3. */
const GPtrArray *huis_catalogue_get_explanations (HuisCatalogue *self);
const HuisExplanation *huis_catalogue_get_explanation (HuisCatalogue *self, const char *id);

/* Whose resolver @address is, or %NULL: most are of the provider. */
const HuisResolver *huis_catalogue_find_resolver (HuisCatalogue *self, const char *address);

/*
 * Whether a device measure is for this kind. Where it is not, @reason (may be %NULL) is set to
 * the msgid that says why. Measures of the home and the router apply to every kind.
 */
gboolean huis_measure_applies_to (const HuisMeasure *measure, HuisKind kind, const char **reason);

/* The steps of @measure, const char * msgids, that are for this kind; %NULL for any. */
GPtrArray *huis_measure_list_steps (const HuisMeasure *measure, const HuisKindInfo *kind);

/*
 * What @measure means for a device of this kind, translated: what staying off the internet or
 * moving to the guest network brings about, or else what can happen with such a device.
 */
char *huis_measure_dup_meaning (const HuisMeasure *measure, const HuisKindInfo *kind);

/* Whether it carries out that line of the factsheet. */
gboolean huis_measure_carries_out (const HuisMeasure *measure, const char *factsheet_id);

/* @msgid in the language of the moment; "" for %NULL or "" (gettext("") is the file's header). */
const char *huis_catalogue_text (const char *msgid);

G_END_DECLS
