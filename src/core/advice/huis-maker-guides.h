/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-device-rule.h"
#include "huis-guide-steps.h"

G_BEGIN_DECLS

/*
 * What is known of the devices of each maker: data/makers, one file a maker or product line, read
 * once. data/makers/README.md tells what goes into a file. Where nothing is known it says so, and
 * the usual steps of data/advice stand.
 */

/* What a guide can tell about. */
typedef enum
{
  HUIS_MAKER_TOPIC_PASSWORD,
  HUIS_MAKER_TOPIC_TWO_FACTOR,
  HUIS_MAKER_TOPIC_UPDATE,
  HUIS_MAKER_TOPIC_OUTSIDE, /* what lets others in: UPnP, cloud, "Personal Cloud", "Media Server" */
  HUIS_MAKER_TOPIC_HTTPS,   /* its own page on the network, and how that is protected */
  HUIS_MAKER_TOPIC_OFFLINE, /* what it still does without the internet */
  HUIS_MAKER_TOPIC_SUPPORT, /* until when there are updates */
  HUIS_MAKER_TOPIC_STREAM,  /* of cameras: RTSP and ONVIF */
  HUIS_MAKER_TOPIC_SHARES,  /* who can open its folders */
  HUIS_MAKER_TOPIC_SNMP,    /* where it answers to "public" */
  HUIS_N_MAKER_TOPICS,
} HuisMakerTopic;

/* What a page of the maker's is about. */
typedef enum
{
  HUIS_MAKER_PAGE_ACCOUNT,
  HUIS_MAKER_PAGE_UPDATES,
  HUIS_MAKER_PAGE_SUPPORT, /* until when there are updates */
  HUIS_MAKER_PAGE_MANUAL,
  HUIS_MAKER_PAGE_SECURITY,
} HuisMakerPageId;

#define HUIS_TYPE_MAKER_TOPIC   (huis_maker_topic_get_type ())
#define HUIS_TYPE_MAKER_PAGE_ID (huis_maker_page_id_get_type ())
GType huis_maker_topic_get_type (void);
GType huis_maker_page_id_get_type (void);

typedef struct
{
  HuisMakerPageId id;
  const char *href; /* https */
} HuisMakerPage;

/* Until when the maker gives updates. */
typedef struct
{
  const char *until;  /* the last day, ISO 8601 */
  const char *source; /* who says so: "arlo.com" */
} HuisMakerSupport;

/* Opaque; lives as long as its HuisMakerGuides. */
typedef struct _HuisMakerGuide HuisMakerGuide;

#define HUIS_TYPE_MAKER_GUIDES (huis_maker_guides_get_type ())
G_DECLARE_FINAL_TYPE (HuisMakerGuides, huis_maker_guides, HUIS, MAKER_GUIDES, GObject)

/*
 * Reads @datadir/makers. %NULL with a G_FILE_ERROR, G_MARKUP_ERROR, G_REGEX_ERROR or
 * G_IO_ERROR_INVALID_DATA that names the file where one is missing or not as it should be.
 */
HuisMakerGuides *huis_maker_guides_new (const char *datadir, GError **error);

/* HuisMakerGuide *, by id. */
const GPtrArray *huis_maker_guides_list (HuisMakerGuides *self);

/*
 * The guide that fits @device best: by its maker, model and kind; where no maker is known, by the
 * name that the person gave it, or by who made its network part. %NULL where none fits.
 */
const HuisMakerGuide *huis_maker_guides_match (HuisMakerGuides *self, HuisDevice *device);

/* The last day of updates of @device, where that is in the data; else %NULL. */
const HuisMakerSupport *huis_maker_guides_find_support (HuisMakerGuides *self, HuisDevice *device);

const char *huis_maker_guide_get_id (const HuisMakerGuide *guide);
/* As people call it: "Philips Hue". */
const char *huis_maker_guide_get_title (const HuisMakerGuide *guide);

/* What to do, HuisGuideStep *, for a device like this. Empty where that is not known. */
GPtrArray *
huis_maker_guide_list_steps (const HuisMakerGuide *guide, HuisMakerTopic topic, HuisDevice *device);
/*
 * The same for the topic of a measure. Empty as well where @guide is %NULL, or the measure is about
 * no topic. @instead: as with huis_maker_topic_of_measure().
 */
GPtrArray *huis_maker_guide_list_measure_steps (const HuisMakerGuide *guide,
                                                const char *measure_id,
                                                HuisDevice *device,
                                                gboolean *instead);
/* "Updates: arlo.com": what a page is about, and @where it is. Translated. */
char *huis_maker_page_dup_words (const HuisMakerPage *page, const char *where);
/* HuisMakerPage *, those that help with @topic; where none does, those to begin to look from. */
GPtrArray *huis_maker_guide_list_pages (const HuisMakerGuide *guide, HuisMakerTopic topic);

/*
 * The topic that a measure of a device's is about; FALSE where it is about none. @instead (may be
 * %NULL): whether the maker's steps stand in the place of the measure's own, and not before them.
 */
gboolean
huis_maker_topic_of_measure (const char *measure_id, HuisMakerTopic *topic, gboolean *instead);

G_END_DECLS
