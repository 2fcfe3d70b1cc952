# SPDX-License-Identifier: GPL-3.0-or-later
"""The name server of a router (RFC 1035): knows the devices of the home, denies all the rest. And
LLMNR (RFC 4795), by which a Windows computer answers for its own name."""

import ipaddress
import struct

from . import stream
from .mdns import PTR, read_name, write_name


LLMNR_GROUP = "224.0.0.252"
LLMNR_PORT = 5355


async def serve(_device, service):
    """"names": {host: address} (the router fills it in), "domain"."""
    rows = _rows(service["names"], service.get("domain", "home").split("."))
    return await stream.listen_datagrams(
        stream.multicast_socket(None, 53), lambda *asked: _answer(rows, 0x8580, *asked))


async def serve_llmnr(device, service):
    """"name"."""
    rows = _rows({service["name"]: device["address"]}, [])
    return await stream.listen_datagrams(
        stream.multicast_socket(LLMNR_GROUP, LLMNR_PORT, 1),
        lambda *asked: _answer(rows, 0x8000, *asked))


def _rows(names, domain):
    rows = {}
    for name, address in names.items():
        full = (name,) + tuple(domain)
        rows[(tuple(label.lower() for label in full), 1)] = ipaddress.ip_address(address).packed
        reverse = tuple(ipaddress.ip_address(address).reverse_pointer.split("."))
        rows[(reverse, PTR)] = write_name(full)
    return rows


def _answer(rows, flags, data, _sender, send):
    if struct.unpack_from("!H", data, 2)[0] & 0x8000:
        return
    labels, at = read_name(data, 12)
    kind = struct.unpack_from("!H", data, at)[0]
    found = rows.get((tuple(label.lower() for label in labels), kind))
    if not found and flags == 0x8000:
        return  # RFC 4795 section 2.3: who does not own the name stays silent
    reply = data[:2] + struct.pack("!5H", flags if found else flags | 3, 1, bool(found), 0, 0)
    reply += data[12:at + 4]
    if found:
        reply += b"\xc0\x0c" + struct.pack("!HHIH", kind, 1, 60, len(found)) + found
    send(reply)
