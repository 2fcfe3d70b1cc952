/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-application.h"

G_BEGIN_DECLS

/* The actions of the whole program ("app.…"), most of them from the menu, and all shortcuts. */
void huis_actions_add (HuisApplication *application);

G_END_DECLS
