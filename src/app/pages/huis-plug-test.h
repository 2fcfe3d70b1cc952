/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * "Pull the plug of the thing you think it is. Is it still there?" Looks at this one device again
 * and says in words whether it answered.
 */
#define HUIS_TYPE_PLUG_TEST (huis_plug_test_get_type ())
G_DECLARE_FINAL_TYPE (HuisPlugTest, huis_plug_test, HUIS, PLUG_TEST, GtkBox)

/* Forgets what came of the test of another device. @device may be %NULL. */
void huis_plug_test_set_device (HuisPlugTest *self, HuisSession *session, HuisDevice *device);

G_END_DECLS
