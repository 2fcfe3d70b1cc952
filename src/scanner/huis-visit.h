/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-emitter.h"
#include "huis-interface.h"
#include "huis-target.h"

G_BEGIN_DECLS

/*
 * Knocks at the doors that a request named, from the network of @interface: a full connection,
 * which is closed at once without a byte. "outside" is the home seen over the internet, "guest" the
 * home seen from its guest network.
 *
 * Before the doors of "outside", a few connections to the same address may take only so many hops,
 * over IPv4 and over IPv6, where the home has addresses of both:
 *  - one or two that arrive prove that this network leads through the home itself: nothing more
 *    is tried then ("way", near);
 *  - an answer that a hop further on sends back proves that what we send does get under way
 *    ("way", passed). Without it, silence says nothing;
 *  - a word that there is no way, and no better answer, is how a phone without internet does
 *    ("way", blocked).
 * What is tried from the guest network dies after a few hops: it never gets out on the internet.
 */
typedef struct _HuisVisit HuisVisit;

/* Borrows all it is given. */
HuisVisit *huis_visit_new (HuisTargetsWhere where,
                           GPtrArray *targets,
                           const HuisInterface *interface,
                           HuisEmitter *emitter);
void huis_visit_free (HuisVisit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisVisit, huis_visit_free)

/* Returns when all was tried, or after huis_visit_stop(); the last line is "done". */
void huis_visit_run (HuisVisit *self);
void huis_visit_stop (HuisVisit *self);

G_END_DECLS
