/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Takes every file, and from newer kernels on every listening TCP port and every signal and
 * abstract socket of other programs, away from this process
 * (Documentation/userspace-api/landlock.rst). Returns the version of the kernel's Landlock, 0 where
 * it has none; that is no error.
 */
int huis_landlock_enter (void);

G_END_DECLS
