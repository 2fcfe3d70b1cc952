/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Shuts the process in before it hears the first byte of a stranger. Afterwards it can use the
 * files it has open, make IPv4 and IPv6 UDP and TCP-client sockets and rtnetlink ones, start
 * threads, and little else: no file opened, no program started, no raw socket, no other program
 * spoken to, no listening port.
 *
 * Layers, each of which holds without the others: no_new_privs and resource limits; Landlock with
 * what the kernel has of it (nothing before 5.13); a seccomp list of the system calls that are
 * allowed, where every other one fails with EPERM.
 */

/* Loads what would open a file later: the TLS library and what GIO looks for. */
void huis_sandbox_prepare (void);

/* %FALSE with an error where seccomp can't be had: then nothing hostile may be read. */
gboolean huis_sandbox_enter (GError **error);

/*
 * Tries, from inside, what must fail: a file, a raw and a packet socket, a Unix socket, a listening
 * socket, another program. Returns the first that succeeded, or %NULL.
 */
const char *huis_sandbox_find_hole (void);

G_END_DECLS
