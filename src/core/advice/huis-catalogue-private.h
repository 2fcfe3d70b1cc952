/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-xml.h"

G_BEGIN_DECLS

/* Each turns one element into its struct, which borrows its texts from @node; %NULL with an error.
 */
HuisMeasure *huis_catalogue_read_measure (const HuisXml *node, GError **error);
HuisKindInfo *huis_catalogue_read_kind (const HuisXml *node, GError **error);
HuisUse *huis_catalogue_read_use (const HuisXml *node, GError **error);
HuisResolver *huis_catalogue_read_resolver (const HuisXml *node, GError **error);
HuisRoom *huis_catalogue_read_room (const HuisXml *node, GError **error);
HuisExplanation *huis_catalogue_read_explanation (const HuisXml *node, GError **error);

void huis_catalogue_free_measure (HuisMeasure *measure);
void huis_catalogue_free_use (HuisUse *use);
void huis_catalogue_free_resolver (HuisResolver *resolver);
void huis_catalogue_free_room (HuisRoom *room);
void huis_catalogue_free_explanation (HuisExplanation *explanation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisMeasure, huis_catalogue_free_measure)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisUse, huis_catalogue_free_use)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisResolver, huis_catalogue_free_resolver)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisRoom, huis_catalogue_free_room)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisExplanation, huis_catalogue_free_explanation)

G_END_DECLS
