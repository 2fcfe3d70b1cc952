/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-sandbox"

#include "huis-sandbox.h"

#include "huis-landlock.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/netlink.h>
#include <linux/wireless.h>
#include <malloc.h>
#include <netinet/in.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define MEMORY_MAX  (512UL * 1024 * 1024)
#define FILES_MAX   768
#define SECONDS_MAX 600

/* What GLib, libsoup, GnuTLS and our own code call once they are loaded. */
static const int allowed[] = {
  SCMP_SYS (read),
  SCMP_SYS (readv),
  SCMP_SYS (pread64),
  SCMP_SYS (write),
  SCMP_SYS (writev),
  SCMP_SYS (close),
  SCMP_SYS (close_range),
  SCMP_SYS (dup),
  SCMP_SYS (dup2),
  SCMP_SYS (dup3),
  SCMP_SYS (fcntl),
  SCMP_SYS (lseek),
  SCMP_SYS (fstat),
  SCMP_SYS (newfstatat),
  SCMP_SYS (statx),
  SCMP_SYS (poll),
  SCMP_SYS (ppoll),
  SCMP_SYS (select),
  SCMP_SYS (pselect6),
  SCMP_SYS (epoll_create1),
  SCMP_SYS (epoll_ctl),
  SCMP_SYS (epoll_wait),
  SCMP_SYS (epoll_pwait),
  SCMP_SYS (eventfd2),
  SCMP_SYS (pipe2),
  SCMP_SYS (connect),
  SCMP_SYS (bind),
  SCMP_SYS (getsockname),
  SCMP_SYS (getpeername),
  SCMP_SYS (sendto),
  SCMP_SYS (sendmsg),
  SCMP_SYS (sendmmsg),
  SCMP_SYS (recvfrom),
  SCMP_SYS (recvmsg),
  SCMP_SYS (recvmmsg),
  SCMP_SYS (shutdown),
  SCMP_SYS (setsockopt),
  SCMP_SYS (getsockopt),
  SCMP_SYS (brk),
  SCMP_SYS (mmap),
  SCMP_SYS (mprotect),
  SCMP_SYS (munmap),
  SCMP_SYS (mremap),
  SCMP_SYS (madvise),
  SCMP_SYS (futex),
  SCMP_SYS (set_robust_list),
  SCMP_SYS (rseq),
  SCMP_SYS (sched_yield),
  SCMP_SYS (sched_getaffinity),
  SCMP_SYS (sched_setattr),
  SCMP_SYS (sched_getattr),
  SCMP_SYS (getpid),
  SCMP_SYS (gettid),
  SCMP_SYS (getuid),
  SCMP_SYS (geteuid),
  SCMP_SYS (getgid),
  SCMP_SYS (getegid),
  SCMP_SYS (getrandom),
  SCMP_SYS (clock_gettime),
  SCMP_SYS (clock_getres),
  SCMP_SYS (clock_nanosleep),
  SCMP_SYS (nanosleep),
  SCMP_SYS (gettimeofday),
  SCMP_SYS (time),
  SCMP_SYS (uname),
  SCMP_SYS (sysinfo),
  SCMP_SYS (getrusage),
  SCMP_SYS (restart_syscall),
  SCMP_SYS (rt_sigaction),
  SCMP_SYS (rt_sigprocmask),
  SCMP_SYS (rt_sigreturn),
  SCMP_SYS (sigaltstack),
  SCMP_SYS (exit),
  SCMP_SYS (exit_group),
  SCMP_SYS (getcwd),
};

/* ioctl() can also type on a terminal: only what asks about interfaces and waiting bytes. */
static const unsigned int ioctls[] = {
  FIONREAD,     FIONBIO,        SIOCGIFNAME,    SIOCGIFCONF,   SIOCGIFFLAGS, SIOCGIFADDR,
  SIOCGIFINDEX, SIOCGIFBRDADDR, SIOCGIFNETMASK, SIOCGIFHWADDR, SIOCGIWESSID,
};

/* Families of sockets, each with its types; types carry SOCK_NONBLOCK and SOCK_CLOEXEC as well. */
static const struct
{
  int family;
  int type;
} socket_kinds[] = {
  { AF_INET, SOCK_STREAM },
  { AF_INET, SOCK_DGRAM },
  { AF_INET6, SOCK_STREAM },
  { AF_INET6, SOCK_DGRAM },
};

void
huis_sandbox_prepare (void)
{
  /* Whatever else the parent left open is not ours. */
  (void) close_range (3, G_MAXUINT, 0);
  /* One heap for all threads, given back soon: this process is small. */
  (void) mallopt (M_ARENA_MAX, 1);
  (void) mallopt (M_TRIM_THRESHOLD, 256 * 1024);
  g_setenv ("GIO_USE_VFS", "local", TRUE);
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_setenv ("GIO_USE_NETWORK_MONITOR", "base", TRUE);
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  /* A camera of ten years old speaks TLS 1.0: that it does is the fact we came for. */
  g_setenv ("G_TLS_GNUTLS_PRIORITY", "NORMAL:%COMPAT:+VERS-TLS1.1:+VERS-TLS1.0", TRUE);
  (void) g_tls_backend_supports_tls (g_tls_backend_get_default ());
  (void) g_get_user_name ();
  tzset ();
}

static void
limit (int resource, rlim_t value)
{
  struct rlimit current;

  if (getrlimit (resource, &current) != 0)
    return;
  current.rlim_max = MIN (current.rlim_max, value);
  current.rlim_cur = current.rlim_max;
  (void) setrlimit (resource, &current);
}

static void
set_limits (void)
{
  limit (RLIMIT_AS, MEMORY_MAX);
  limit (RLIMIT_NOFILE, FILES_MAX);
  limit (RLIMIT_CPU, SECONDS_MAX);
  limit (RLIMIT_CORE, 0);
  (void) prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
}

static int
allow_sockets (scmp_filter_ctx filter)
{
  const int flags = SOCK_NONBLOCK | SOCK_CLOEXEC;
  int error = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (socket_kinds) && error == 0; i++)
    error = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (socket), 2,
                              SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t) socket_kinds[i].family),
                              SCMP_A1 (SCMP_CMP_MASKED_EQ, (guint32) ~flags,
                                       (scmp_datum_t) socket_kinds[i].type));
  if (error == 0)
    error =
        seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (socket), 2,
                          SCMP_A0 (SCMP_CMP_EQ, AF_NETLINK), SCMP_A2 (SCMP_CMP_EQ, NETLINK_ROUTE));

  return error;
}

static int
fill_filter (scmp_filter_ctx filter)
{
  int error = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (allowed) && error == 0; i++)
    error = seccomp_rule_add (filter, SCMP_ACT_ALLOW, allowed[i], 0);
  for (gsize i = 0; i < G_N_ELEMENTS (ioctls) && error == 0; i++)
    error = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (ioctl), 1,
                              SCMP_A1 (SCMP_CMP_EQ, ioctls[i]));
  if (error == 0)
    error = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prctl), 1,
                              SCMP_A0 (SCMP_CMP_EQ, PR_SET_NAME));
  if (error == 0)
    error = allow_sockets (filter);
  /* Threads, but no processes. glibc falls back to clone() where clone3() does not exist. */
  if (error == 0)
    error = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (clone), 1,
                              SCMP_A0 (SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
  if (error == 0)
    error = seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (clone3), 0);
  /* GLib's own wake-up of a main context, and abort(). */
  if (error == 0)
    error = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), 1,
                              SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t) getpid ()));

  return error;
}

gboolean
huis_sandbox_enter (GError **error)
{
  scmp_filter_ctx filter;
  int failed;

  set_limits ();
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }
  huis_landlock_enter ();

  filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  failed = filter == NULL ? -ENOMEM : fill_filter (filter);
  if (failed == 0)
    failed = seccomp_attr_set (filter, SCMP_FLTATR_CTL_TSYNC, 1);
  if (failed == 0)
    failed = seccomp_load (filter);
  seccomp_release (filter);
  if (failed != 0)
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (-failed), g_strerror (-failed));

  return failed == 0;
}

static gboolean
can_listen (void)
{
  int fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  gboolean listens = fd >= 0 && listen (fd, 1) == 0;

  if (fd >= 0)
    close (fd);

  return listens;
}

static gboolean
can_execute (void)
{
  static char *const arguments[] = { (char *) "true", NULL };

  /* Succeeds only by never coming back; a process of its own is refused as well. */
  return execv ("/bin/true", arguments) == 0 || fork () >= 0;
}

const char *
huis_sandbox_find_hole (void)
{
  if (open ("/etc/passwd", O_RDONLY | O_CLOEXEC) >= 0)
    return "file";
  if (socket (AF_INET, SOCK_RAW, IPPROTO_ICMP) >= 0)
    return "raw socket";
  if (socket (AF_PACKET, SOCK_RAW, 0) >= 0)
    return "packet socket";
  if (socket (AF_UNIX, SOCK_STREAM, 0) >= 0)
    return "unix socket";
  if (can_listen ())
    return "listening socket";
  if (can_execute ())
    return "another program";

  return NULL;
}
