# SPDX-License-Identifier: GPL-3.0-or-later
"""Makers' own ways to be found that need more than a fixed answer (those are type "udp")."""

import asyncio
import hashlib
import json
import socket
import struct
import zlib

from . import stream

LIFX_PORT = 56700
# LIFX LAN protocol, "Packet contents": 36 bytes, little-endian.
LIFX_HEADER = struct.Struct("<HHI8s6sBBQHH")
GET_SERVICE, STATE_SERVICE, GET_LABEL, STATE_LABEL = 2, 3, 23, 25
GET_VERSION, STATE_VERSION = 32, 33
MNDP_PORT = 5678
UBIQUITI_PORT = 10001
TUYA_PORT = 6666
TUYA_HIDDEN_PORT = 6667


def _mac(device):
    return bytes.fromhex(device["mac"].replace(":", ""))


async def serve_lifx(device, service):
    """"label", "vendor", "product"."""
    bodies = {
        GET_SERVICE: (STATE_SERVICE, struct.pack("<BI", 1, LIFX_PORT)),
        GET_LABEL: (STATE_LABEL, service["label"].encode()[:32].ljust(32, b"\0")),
        GET_VERSION: (STATE_VERSION, struct.pack("<III", service.get("vendor", 1),
                                                 service["product"], 0)),
    }

    def answer(data, _sender, send):
        _size, _frame, source, _target, _r1, _flags, sequence, _r2, kind, _r3 = \
            LIFX_HEADER.unpack_from(data)
        if kind in bodies:
            reply, body = bodies[kind]
            send(LIFX_HEADER.pack(LIFX_HEADER.size + len(body), 0x1400, source,
                                  _mac(device) + b"\0\0", b"LIFXV2", 0, sequence, 0, reply, 0)
                 + body)

    return await stream.listen_datagrams(stream.multicast_socket(None, LIFX_PORT), answer)


async def serve_mndp(device, service):
    """MikroTik neighbour discovery: "identity", "version", "board"."""
    values = ((1, _mac(device)), (5, service["identity"].encode()),
              (7, service["version"].encode()), (8, b"MikroTik"), (12, service["board"].encode()))
    packet = bytes(4) + b"".join(struct.pack("!HH", kind, len(value)) + value
                                 for kind, value in values)

    def answer(data, _sender, send):
        if data == bytes(4):
            send(packet, ("255.255.255.255", MNDP_PORT))

    sock = stream.multicast_socket(None, MNDP_PORT)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    return await stream.listen_datagrams(sock, answer)


async def serve_ubiquiti(device, service):
    """"host", "model", "firmware"."""
    values = ((1, _mac(device)), (2, _mac(device) + socket.inet_aton(device["address"])),
              (3, service["firmware"].encode()), (11, service["host"].encode()),
              (12, service["model"].encode()))
    body = b"".join(struct.pack("!BH", kind, len(value)) + value for kind, value in values)

    def answer(data, _sender, send):
        if data == bytes([1, 0, 0, 0]):
            send(struct.pack("!BBH", 1, 0, len(body)) + body)

    return await stream.listen_datagrams(stream.multicast_socket(None, UBIQUITI_PORT), answer)


async def serve_tuya(device, service):
    """Calls out every "every" seconds: in the clear, as version 3.1 devices do ("product-key"), or
    "enciphered", as later ones do."""
    payload = json.dumps({"ip": device["address"], "gwId": "bf" + device["mac"].replace(":", ""),
                          "active": 2, "ability": 0, "mode": 0, "encrypt": False,
                          "productKey": service.get("product-key", ""), "version": "3.1"}).encode()
    port = TUYA_PORT
    if service.get("enciphered"):
        payload, port = hashlib.sha512(payload).digest(), TUYA_HIDDEN_PORT
    frame = struct.pack("!IIIII", 0x55AA, 0, 0, len(payload) + 12, 0) + payload
    frame += struct.pack("!II", zlib.crc32(frame), 0xAA55)
    sock = stream.multicast_socket(None, 0)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)

    async def call():
        while True:
            sock.sendto(frame, ("255.255.255.255", port))
            await asyncio.sleep(service.get("every", 3))

    return asyncio.get_running_loop().create_task(call())
