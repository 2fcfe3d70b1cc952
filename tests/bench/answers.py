# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints when each ARP answer reached this computer, by the kernel's own clock: "TIME ADDRESS", for as
many seconds as the first argument says. Needs all rights over the network; hosts.py runs it."""

import select
import socket
import struct
import sys
import time

SO_TIMESTAMPNS = 35  # socket(7); Python 3.11 has no name for it
ARP = 0x0806
REPLY = 2


def stamp_of(extra):
    for level, kind, data in extra:
        if (level, kind) == (socket.SOL_SOCKET, SO_TIMESTAMPNS):
            seconds, nanoseconds = struct.unpack("qq", data[:16])
            return seconds + nanoseconds / 1e9
    return time.time()


def main(seconds):
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ARP)) as sock:
        sock.bind(("eth0", ARP))
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        sock.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        end = time.monotonic() + seconds
        while select.select([sock], [], [], max(0, end - time.monotonic()))[0]:
            frame, extra, _, _ = sock.recvmsg(128, 128)
            if struct.unpack_from("!H", frame, 20)[0] == REPLY:
                print(f"{stamp_of(extra):.6f}", socket.inet_ntoa(frame[28:32]))


if __name__ == "__main__":
    main(float(sys.argv[1]))
