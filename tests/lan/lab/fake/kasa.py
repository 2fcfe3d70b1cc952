# SPDX-License-Identifier: GPL-3.0-or-later
"""A TP-Link Kasa plug: JSON hidden by a running XOR that starts with 171, on UDP and TCP 9999. On
TCP it would switch the load, so a byte there is a mistake: see the counters of lanctl."""

import json

from . import stream

KEY = 171


def hide(plain):
    key, result = KEY, bytearray()
    for byte in plain:
        key ^= byte
        result.append(key)
    return bytes(result)


def show(hidden):
    key, result = KEY, bytearray()
    for byte in hidden:
        result.append(key ^ byte)
        key = byte
    return bytes(result)


async def serve(device, service):
    """"sysinfo": what get_sysinfo tells, beside the MAC address."""
    info = {"err_code": 0, "mac": device["mac"].upper(), **service["sysinfo"]}
    reply = hide(json.dumps({"system": {"get_sysinfo": info}}).encode())

    def answer(data, _sender, send):
        if b"get_sysinfo" in show(data):
            send(reply)

    await stream.serve_tcp(device, {"port": 9999})
    return await stream.listen_datagrams(stream.multicast_socket(None, 9999), answer)
