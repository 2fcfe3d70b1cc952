/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-kind.h"

G_BEGIN_DECLS

/*
 * What a device seems to be, and what that rests on. Made by src/identify out of a device's
 * observations; blank where nothing carries a claim. All text in it is clean.
 */

typedef enum
{
  HUIS_CLAIM_MAKER = 1 << 0,
  HUIS_CLAIM_MODEL = 1 << 1,
  HUIS_CLAIM_KIND = 1 << 2,
} HuisClaim;

/* Why a claim is made: one rule that fitted. */
typedef struct
{
  HuisClaim claims;
  HuisStrength strength;
  char *sentence; /* out of the rules, not translated, with at most one "%s" */
  char *value;    /* what stands for the "%s", or %NULL */
} HuisReason;

HuisReason *
huis_reason_new (HuisClaim claims, HuisStrength strength, const char *sentence, const char *value);
void huis_reason_free (HuisReason *self);

/* The sentence in the person's language. Nothing of @value is read as a format. */
char *huis_reason_to_text (const HuisReason *self);

typedef struct
{
  grefcount refs;
  char *maker; /* %NULL where not known; so are the other strings */
  char *model;
  char *name;       /* a friendly name to begin with, "Philips Hue Bridge" */
  char *chip_maker; /* who made the network part, by its MAC address */
  HuisKind kind;
  HuisStrength maker_strength;
  HuisStrength model_strength;
  HuisStrength kind_strength;
  GPtrArray *reasons; /* of HuisReason, strongest first */
} HuisIdentity;

#define HUIS_TYPE_IDENTITY (huis_identity_get_type ())
GType huis_identity_get_type (void);

HuisIdentity *huis_identity_new (void);
HuisIdentity *huis_identity_ref (HuisIdentity *self);
void huis_identity_unref (HuisIdentity *self);
gboolean huis_identity_equal (const HuisIdentity *a, const HuisIdentity *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisIdentity, huis_identity_unref)

/* How sure the whole is: the strength of the kind, or of the maker where no kind is known. */
HuisStrength huis_identity_get_strength (const HuisIdentity *self);

G_END_DECLS
