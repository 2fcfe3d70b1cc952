/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-paper.h"
#include "huis-strip.h"

G_BEGIN_DECLS

/* Each is tighter than the one before it: taken where that saves a page. */
typedef enum
{
  HUIS_ARRANGEMENT_ROOMY,  /* rooms have headings, boxes their whole titles */
  HUIS_ARRANGEMENT_DENSE,  /* rooms stand beside names, boxes have two or three words */
  HUIS_ARRANGEMENT_FILLED, /* what is settled, and the notes, begin in the last row of boxes; a
                              device of another room may fill a page */
  HUIS_ARRANGEMENT_BRIEF,  /* what is most urgent stands there without why */
} HuisArrangement;

/* The measures of one paper, all in points. */
typedef struct
{
  PangoContext *context;
  double base;   /* the size of the letters */
  double line;   /* the height of a line of them */
  double width;  /* of the text */
  double height; /* of the text on one page, without the foot */
  guint columns; /* of boxes; one more below a device where it is dense */
  HuisArrangement arrangement;
} HuisPaperStyle;

/* All but the width and the height of the text. Its context is to be given back. */
void huis_paper_style_init (HuisPaperStyle *self, const HuisPaperFormat *format);

/* Strips that belong together: on one page where they fit on one, unless they are divisible. */
typedef struct
{
  GPtrArray *strips;    /* HuisStrip * */
  HuisStrip *continued; /* repeated at the top where the group had to be cut; or %NULL */
  gboolean keep_next;   /* a heading: never the last on a page */
  gboolean divisible;   /* cut at the foot of a page, though it would fit on the next */
  guint room;           /* groups of one room may change places; 0 for what keeps its place */
} HuisPaperGroup;

HuisPaperGroup *huis_paper_group_new (void);
void huis_paper_group_free (HuisPaperGroup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisPaperGroup, huis_paper_group_free)
/* With @air times the usual white between its strips. */
double huis_paper_group_get_height (const HuisPaperGroup *self, double air);
HuisPaperGroup *huis_paper_group_take (HuisPaperGroup *self, HuisStrip *strip);

/* Where a strip stands. */
typedef struct
{
  const HuisStrip *strip; /* of one of the groups */
  guint page;
  double y; /* from the top of the text */
} HuisPlaced;

/*
 * Spreads the HuisPaperGroup * of @groups over pages of that height, with @air times the usual
 * white; @placed, unless it is %NULL, gets a HuisPlaced for each strip. What a page has left is
 * filled with another group of the same room. Returns how many pages it takes.
 */
guint huis_paper_place (GPtrArray *groups, double height, double air, GArray *placed);

struct _HuisPaper
{
  grefcount refs;
  HuisChecklist *checklist;
  HuisPaperFormat format;
  HuisPaperStyle style;
  double foot; /* its height */
  double side; /* the white at each side */

  GPtrArray *head;      /* HuisPaperGroup *: what comes before the devices */
  GPtrArray *devices;   /* the same, beside checklist->devices; %NULL where not composed */
  GPtrArray *headings;  /* of the room of each device; %NULL where it has none */
  GPtrArray *tail;      /* what comes after */
  HuisPaperGroup *more; /* how many devices are left out; or %NULL */
  GArray *order;        /* guint: the devices, most urgent first */
  guint n_composed;     /* of these, from the first on */

  GArray *placed;  /* HuisPlaced */
  GPtrArray *feet; /* HuisStrip * of each page */
  guint n_pages;
  guint n_left_out;
};

/* Composes and places all, in the tightest way that saves a page, then as airily as that allows. */
void huis_paper_lay_out (HuisPaper *self);

typedef enum
{
  HUIS_FACE_PLAIN,
  HUIS_FACE_BOLD,
  HUIS_FACE_NAME, /* what is bold of it is larger too */
  HUIS_FACE_HEADING,
  HUIS_FACE_TITLE,
} HuisFace;

/* Text is never markup here: the first @n_bold bytes of it are bold, the rest is @face. */
PangoLayout *huis_paper_style_layout (const HuisPaperStyle *style,
                                      const char *text,
                                      HuisFace face,
                                      gsize n_bold,
                                      double width);
/* How wide @text is on one line. */
double huis_paper_style_measure (const HuisPaperStyle *style, const char *text, HuisFace face);

#define HUIS_ICON_GUTTER 2.4 /* these in sizes of the letters */
#define HUIS_BOX_SIZE    1.1
#define HUIS_BOX_GUTTER  1.65
#define HUIS_COLUMN_GAP  1.4

HuisMark huis_paper_get_mark (HuisStatus status);
/* Plain words at a place. Returns their height. */
double huis_paper_add_plain (const HuisPaperStyle *style,
                             HuisStrip *strip,
                             const char *text,
                             double x,
                             double y,
                             double width);
/* A box on the first line of what is written beside it. */
void huis_paper_add_box (const HuisPaperStyle *style,
                         HuisStrip *strip,
                         HuisMark mark,
                         double x,
                         double y);
/* The same for a step of which only the box tells how it stands: in words too. */
void huis_paper_add_status (const HuisPaperStyle *style,
                            HuisStrip *strip,
                            HuisStatus status,
                            double x,
                            double y);
/* A word, and a line after it to write on. */
void huis_paper_add_writing_line (const HuisPaperStyle *style,
                                  HuisStrip *strip,
                                  const char *label,
                                  double x,
                                  double y,
                                  double width);

/* One box of a block with its words, over @width from @x on. */
void huis_paper_add_item (const HuisPaperStyle *style,
                          HuisStrip *strip,
                          const HuisChecklistItem *item,
                          gboolean with_place,
                          double x,
                          double width);
/* What tells what was seen, or how it is done, goes over the whole width. */
gboolean huis_paper_is_wide_item (const HuisChecklistItem *item);

typedef enum
{
  HUIS_BLOCK_HOME,
  HUIS_BLOCK_ROUTER, /* also says where in its menu */
  HUIS_BLOCK_DEVICE,
} HuisBlockType;

/* All items that are not wide: what is open in columns, then what is settled, and the notes. */
void huis_paper_add_rows (const HuisPaperStyle *style,
                          HuisPaperGroup *group,
                          const HuisChecklistBlock *block,
                          HuisBlockType type);

/* The parts of a sheet, each a new group. */
HuisPaperGroup *huis_paper_compose_head (const HuisPaperStyle *style, const HuisChecklist *list);
HuisPaperGroup *huis_paper_compose_urgent (const HuisPaperStyle *style, const HuisChecklist *list);
HuisPaperGroup *huis_paper_compose_room (const HuisPaperStyle *style, const char *title);
HuisPaperGroup *huis_paper_compose_block (const HuisPaperStyle *style,
                                          const HuisChecklist *list,
                                          const HuisChecklistBlock *block);
HuisPaperGroup *huis_paper_compose_sentence (const HuisPaperStyle *style, const char *text);
/* How to look up updates, where more stands, and the card for the shop: what the sheet has. Adds
 * them to @groups: as one, or each by itself where it may stand wherever a page has room. */
void huis_paper_add_end (const HuisPaperStyle *style, const HuisChecklist *list, GPtrArray *groups);
/* The home at a glance, on one page: at most @height. */
HuisPaperGroup *
huis_paper_compose_picture (const HuisPaperStyle *style, const HuisChecklist *list, double height);
/* The last line of a sheet: @page counts from 0. */
HuisStrip *huis_paper_make_foot (const HuisPaperStyle *style,
                                 const HuisChecklist *list,
                                 guint page,
                                 guint n_pages);

G_END_DECLS
