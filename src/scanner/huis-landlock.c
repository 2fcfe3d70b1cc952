/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-landlock"

#include "huis-landlock.h"

#include <sys/syscall.h>
#include <unistd.h>

/*
 * The numbers of the kernel's interface, which never change: the headers of the system this is
 * built on may know fewer of them than the kernel it runs on.
 */
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_restrict_self  446
#endif
#define CREATE_RULESET_VERSION 1

/* Bits 0 to 12 came with version 1, then one a version: refer, truncate, and the ioctl of devices.
 */
#define FILES_1               0x1fffULL
#define REFER                 0x2000ULL
#define TRUNCATE              0x4000ULL
#define IOCTL_DEVICE          0x8000ULL
#define NET_BIND_TCP          0x1ULL
#define SCOPE_ABSTRACT_SOCKET 0x1ULL
#define SCOPE_SIGNAL          0x2ULL

struct ruleset
{
  guint64 handled_access_fs;
  guint64 handled_access_net;
  guint64 scoped;
};

/* How much of the struct each version knows: it refuses a longer one with bits set. */
static gsize
get_size (int version)
{
  if (version >= 6)
    return sizeof (struct ruleset);
  if (version >= 4)
    return G_STRUCT_OFFSET (struct ruleset, scoped);

  return G_STRUCT_OFFSET (struct ruleset, handled_access_net);
}

static struct ruleset
get_ruleset (int version)
{
  struct ruleset ruleset = { .handled_access_fs = FILES_1 };

  if (version >= 2)
    ruleset.handled_access_fs |= REFER;
  if (version >= 3)
    ruleset.handled_access_fs |= TRUNCATE;
  if (version >= 4)
    ruleset.handled_access_net |= NET_BIND_TCP;
  if (version >= 5)
    ruleset.handled_access_fs |= IOCTL_DEVICE;
  if (version >= 6)
    ruleset.scoped |= SCOPE_ABSTRACT_SOCKET | SCOPE_SIGNAL;

  return ruleset;
}

int
huis_landlock_enter (void)
{
  int version =
      (int) syscall (SYS_landlock_create_ruleset, NULL, (gsize) 0, CREATE_RULESET_VERSION);
  struct ruleset ruleset;
  int fd;

  if (version < 1)
    return 0;

  /* No rule follows: what is handled and not allowed is refused. */
  ruleset = get_ruleset (version);
  fd = (int) syscall (SYS_landlock_create_ruleset, &ruleset, get_size (version), 0);
  if (fd < 0)
    return 0;
  if (syscall (SYS_landlock_restrict_self, fd, 0) != 0)
    version = 0;
  close (fd);

  return version;
}
