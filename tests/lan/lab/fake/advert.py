# SPDX-License-Identifier: GPL-3.0-or-later
"""Announces itself as a router for IPv6 (RFC 4861, 4.2), as a forgotten box with a network of its
own does."""

import asyncio
import socket
import struct

ROUTER_ADVERTISEMENT = 134
ALL_NODES = "ff02::1"


async def serve(device, service):
    """"lifetime": seconds for which it offers a way to the internet, 0 for no way."""
    sock = socket.socket(socket.AF_INET6, socket.SOCK_RAW, socket.IPPROTO_ICMPV6)
    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_HOPS, 255)
    index = socket.if_nametoindex("eth0")
    mac = bytes.fromhex(device["mac"].replace(":", ""))
    # The kernel fills in the check sum; then the option with its own MAC address.
    packet = struct.pack("!BBHBBHII", ROUTER_ADVERTISEMENT, 0, 0, 64, 0,
                         service.get("lifetime", 1800), 0, 0) + b"\x01\x01" + mac

    async def announce():
        while True:
            try:
                sock.sendto(packet, (ALL_NODES, 0, 0, index))
            except OSError:
                pass  # no address of its own yet
            await asyncio.sleep(0.5)

    return sock, asyncio.ensure_future(announce())
