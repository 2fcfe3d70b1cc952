# SPDX-License-Identifier: GPL-3.0-or-later
"""The name server of a router (RFC 1035): knows the devices of the home, denies all the rest."""

import ipaddress
import struct

from . import stream
from .mdns import PTR, read_name, write_name


async def serve(_device, service):
    """"names": {host: address} (the router fills it in), "domain"."""
    domain = service.get("domain", "home")
    rows = {}
    for name, address in service["names"].items():
        full = (name,) + tuple(domain.split("."))
        rows[(full, 1)] = ipaddress.ip_address(address).packed
        reverse = tuple(ipaddress.ip_address(address).reverse_pointer.split("."))
        rows[(reverse, PTR)] = write_name(full)

    def answer(data, _sender, send):
        if struct.unpack_from("!H", data, 2)[0] & 0x8000:
            return
        labels, at = read_name(data, 12)
        kind = struct.unpack_from("!H", data, at)[0]
        found = rows.get((tuple(label.lower() for label in labels), kind))
        reply = data[:2] + struct.pack("!5H", 0x8580 if found else 0x8583, 1, bool(found), 0, 0)
        reply += data[12:at + 4]
        if found:
            reply += b"\xc0\x0c" + struct.pack("!HHIH", kind, 1, 60, len(found)) + found
        send(reply)

    return await stream.listen_datagrams(stream.multicast_socket(None, 53), answer)
