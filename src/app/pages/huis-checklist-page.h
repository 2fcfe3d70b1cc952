/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-page.h"

G_BEGIN_DECLS

/*
 * The end of the road: the paper as it will be printed, what is to stand on it, and when to look
 * again.
 *
 * Actions: checklist.print, checklist.save-pdf, checklist.save-list, checklist.page-before,
 * checklist.page-next.
 */
#define HUIS_TYPE_CHECKLIST_PAGE (huis_checklist_page_get_type ())
G_DECLARE_FINAL_TYPE (HuisChecklistPage, huis_checklist_page, HUIS, CHECKLIST_PAGE, HuisPage)

G_END_DECLS
