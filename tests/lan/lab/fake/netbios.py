# SPDX-License-Identifier: GPL-3.0-or-later
"""NetBIOS node status (RFC 1002, section 4.2.18): the names of a Windows computer or a NAS."""

import struct

from . import stream


async def serve(device, service):
    """"name", "group"."""
    names = [(service["name"], 0x00, 0x0400), (service["name"], 0x20, 0x0400),
             (service.get("group", "WORKGROUP"), 0x00, 0x8400)]
    rows = b"".join(name.upper().encode()[:15].ljust(15) + struct.pack("!BH", suffix, flags)
                    for name, suffix, flags in names)
    mac = bytes.fromhex(device["mac"].replace(":", ""))
    data = bytes([len(names)]) + rows + mac + bytes(40)

    def answer(packet, _sender, send):
        if len(packet) < 50 or struct.unpack_from("!H", packet, 46)[0] != 0x21:
            return
        send(packet[:2] + struct.pack("!5H", 0x8400, 0, 1, 0, 0) + packet[12:46]
             + struct.pack("!HHIH", 0x21, 1, 0, len(data)) + data)

    return await stream.listen_datagrams(stream.multicast_socket(None, 137), answer)
