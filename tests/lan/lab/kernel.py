# SPDX-License-Identifier: GPL-3.0-or-later
"""What the network needs from the kernel and Python 3.11 does not offer: namespaces(7), mount(2),
prctl(2)."""

import contextlib
import ctypes
import os
import signal

CLONE_NEWNS = 0x00020000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000
MS_BIND = 4096
MS_REC = 16384
MS_PRIVATE = 1 << 18
PR_SET_PDEATHSIG = 1

_libc = ctypes.CDLL(None, use_errno=True)


class Forbidden(Exception):
    """This system does not let an ordinary user build a network."""


def _check(result, what):
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def unshare(flags):
    _check(_libc.unshare(flags), "unshare")


def setns(descriptor, flags=0):
    _check(_libc.setns(descriptor, flags), "setns")


def mount(source, target, kind=None, flags=0, data=None):
    def raw(text):
        return None if text is None else os.fsencode(text)

    _check(_libc.mount(raw(source), raw(target), raw(kind), ctypes.c_ulong(flags), raw(data)),
           f"mount {target}")


def bind(source, target):
    mount(source, target, None, MS_BIND | MS_REC)


def die_with_parent():
    _check(_libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0), "prctl")


def fork_dying_with_parent():
    """fork(2), where the child gets SIGKILL when this process ends, however it ends. A pipe shows
    a parent that was gone before the child could ask for that."""
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(reader)
        return child
    os.close(writer)
    die_with_parent()
    os.set_blocking(reader, False)
    try:
        gone = os.read(reader, 1) == b""
    except BlockingIOError:
        gone = False
    os.close(reader)
    if gone:
        os._exit(1)
    return 0


def _write(path, text):
    with open(path, "w", encoding="ascii") as file:
        file.write(text)


def map_ids(inside_uid, inside_gid, outside_uid, outside_gid):
    """One user and one group, the most that user_namespaces(7) grants without any right."""
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{inside_uid} {outside_uid} 1")
    _write("/proc/self/gid_map", f"{inside_gid} {outside_gid} 1")


def enter_new_world(uid, gid):
    """New user, mount, network, process, host name and IPC namespaces; the next fork is process 1
    in them. Raises Forbidden."""
    try:
        unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWPID | CLONE_NEWUTS
                | CLONE_NEWIPC)
        map_ids(0, 0, uid, gid)
        mount(None, "/", None, MS_REC | MS_PRIVATE)
    except OSError as error:
        raise Forbidden("this system does not allow an ordinary user to make namespaces "
                        f"({error.strerror})") from error
    die_with_parent()  # the kernel forgets it where the credentials change


def enter_as_person(person):
    """From here on this process is the ordinary user `person` (uid, gid) without any right over
    the network, as a program on a real desktop is."""
    unshare(CLONE_NEWUSER)
    map_ids(person[0], person[1], 0, 0)


def new_network(path):
    """Makes a network namespace, kept alive by a file at `path` (where ip(8) -n looks), and
    returns a descriptor of it; this process stays where it is."""
    here = os.open("/proc/self/ns/net", os.O_RDONLY)
    try:
        unshare(CLONE_NEWNET)
        with open(path, "x", encoding="ascii"):
            pass
        bind("/proc/self/ns/net", path)
        return os.open("/proc/self/ns/net", os.O_RDONLY)
    finally:
        setns(here, CLONE_NEWNET)
        os.close(here)


@contextlib.contextmanager
def inside(descriptor):
    """This process works in another network namespace for the length of the block."""
    here = os.open("/proc/self/ns/net", os.O_RDONLY)
    setns(descriptor, CLONE_NEWNET)
    try:
        yield
    finally:
        setns(here, CLONE_NEWNET)
        os.close(here)
