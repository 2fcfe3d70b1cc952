/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Removes a folder that g_dir_make_tmp() made, with the files in it, and frees its name. */
void scratch_folder_remove (char *folder);
