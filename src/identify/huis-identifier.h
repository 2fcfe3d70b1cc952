/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-identity.h"
#include "huis-observation.h"

G_BEGIN_DECLS

/*
 * Tells what a device is: maker, model, kind and a friendly name, out of all that was observed of
 * it. It holds the rules of data/identify, read once. Not for use by two threads at a time.
 */
typedef struct _HuisIdentifier HuisIdentifier;

/*
 * @datadir is the folder that holds "identify/"; rules with a mistake give G_MARKUP_ERROR, missing
 * ones a G_FILE_ERROR or G_IO_ERROR_NOT_FOUND.
 */
HuisIdentifier *huis_identifier_new (const char *datadir, GError **error);
void huis_identifier_free (HuisIdentifier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisIdentifier, huis_identifier_free)

/*
 * @observations: HuisObservation, of one device. Their order makes no difference. Always returns
 * an identity, which may be blank. Takes about a tenth of a millisecond.
 */
HuisIdentity *huis_identifier_identify (HuisIdentifier *self, GPtrArray *observations);

/* How many makers and rules are known. */
guint huis_identifier_get_n_makers (HuisIdentifier *self);
guint huis_identifier_get_n_rules (HuisIdentifier *self);

/* Proves every pattern of the rules; for the tests. */
gboolean huis_identifier_check (HuisIdentifier *self, GError **error);

G_END_DECLS
