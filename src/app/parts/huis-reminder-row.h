/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * "Tell me when it is time": a row with the switch of the reminder (huis-reminder.h). Where this
 * computer can't remind, it says so and what one can do instead.
 */
#define HUIS_TYPE_REMINDER_ROW (huis_reminder_row_get_type ())
G_DECLARE_FINAL_TYPE (HuisReminderRow, huis_reminder_row, HUIS, REMINDER_ROW, AdwActionRow)

G_END_DECLS
