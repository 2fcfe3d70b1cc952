# SPDX-License-Identifier: GPL-3.0-or-later
"""Invents devices without end: by SSDP (UPnP Device Architecture 1.1, section 1.2.2), by multicast
DNS (RFC 6762 section 8.3), and by asking for the computer from addresses and MACs that nobody has
(RFC 826)."""

import asyncio
import socket
import struct

from . import mdns, ssdp, stream
from .arp import ETH_P_ARP, REQUEST

TURN = 0.02
FIRST, SPREAD = 100, 149  # the host numbers it takes for them


def ssdp_notice(device, number):
    udn = f"uuid:{number:08x}-0000-1000-8000-{device['mac'].replace(':', '')}"
    return (f"NOTIFY * HTTP/1.1\r\nHOST: {ssdp.GROUP}:{ssdp.PORT}\r\nNTS: ssdp:alive\r\n"
            f"NT: upnp:rootdevice\r\nUSN: {udn}::upnp:rootdevice\r\nSERVER: Invented/{number}\r\n"
            f"LOCATION: http://{device['address']}:49152/{number}.xml\r\n"
            "CACHE-CONTROL: max-age=1800\r\n\r\n").encode()


def mdns_notice(device, number):
    host = f"invented-{number}"
    records = mdns.Records(host, [device["address"], f"fe80::{number >> 16:x}:{number & 0xffff:x}"],
                           [{"service": "_http._tcp", "name": host, "port": 80}])
    return next(mdns.packets(records.all()))


def arp_question(network, wanted, number):
    mac = b"\x02\x1b" + number.to_bytes(4, "big")
    sender = socket.inet_aton(f"{network}.{FIRST + number % SPREAD}")
    return (b"\xff" * 6 + mac + struct.pack("!HHHBBH", ETH_P_ARP, 1, 0x0800, 6, 4, REQUEST)
            + mac + sender + bytes(6) + socket.inet_aton(wanted))


async def serve(device, service):
    """"per-second": how many devices, a third in each way; "asks-for": the computer's address."""
    group = stream.multicast_socket(ssdp.GROUP, 0, 4)
    names = stream.multicast_socket(mdns.GROUP, mdns.PORT)
    wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
    wire.bind(("eth0", ETH_P_ARP))
    wire.setblocking(False)
    network = service["asks-for"].rpartition(".")[0]
    loop = asyncio.get_running_loop()

    def send(number):
        try:
            group.sendto(ssdp_notice(device, number), (ssdp.GROUP, ssdp.PORT))
            names.sendto(mdns_notice(device, number), (mdns.GROUP, mdns.PORT))
            wire.send(arp_question(network, service["asks-for"], number))
        except OSError:
            pass  # its own network has no room for more

    async def shout():
        start, sent = loop.time(), 0
        while True:
            due = (loop.time() - start) * service["per-second"] / 3
            while sent < due:
                send(sent)
                sent += 1
            await asyncio.sleep(TURN)

    return group, names, wire, asyncio.ensure_future(shout())
