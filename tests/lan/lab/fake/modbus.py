# SPDX-License-Identifier: GPL-3.0-or-later
"""Modbus/TCP: tells who it is (function 43/14, Read Device Identification), refuses the rest."""

import asyncio
import struct


def _answer(service, unit, body):
    if body[:2] == b"\x2b\x0e":
        texts = [service.get("vendor", "Vendor"), service.get("product", "Product"),
                 service.get("revision", "1.0")]
        objects = b"".join(bytes([index, len(text)]) + text.encode()
                           for index, text in enumerate(texts))
        return bytes([unit]) + b"\x2b\x0e\x01\x01\x00\x00" + bytes([len(texts)]) + objects
    return bytes([unit, body[0] | 0x80, 1])  # illegal function


async def serve(_device, service):
    async def talk(reader, writer):
        try:
            while True:
                transaction, _protocol, length, unit = struct.unpack(
                    "!HHHB", await reader.readexactly(7))
                body = await reader.readexactly(max(1, min(length, 260) - 1))
                reply = _answer(service, unit, body)
                writer.write(struct.pack("!HHH", transaction, 0, len(reply)) + reply)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    return await asyncio.start_server(talk, None, service.get("port", 502), reuse_address=True)
