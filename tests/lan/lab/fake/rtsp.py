# SPDX-License-Identifier: GPL-3.0-or-later
"""An RTSP camera (RFC 2326): OPTIONS and DESCRIBE, with or without a password."""

import asyncio
import re

METHODS = "OPTIONS, DESCRIBE, SETUP, TEARDOWN, PLAY"


def _answer(service, request):
    words = request.split()
    number = re.search(r"(?im)^CSeq:\s*(\d+)", request)
    head = f"CSeq: {number.group(1) if number else 0}\r\n"
    if service.get("server"):
        head += f"Server: {service['server']}\r\n"
    if words[0] == "OPTIONS":
        return f"RTSP/1.0 200 OK\r\n{head}Public: {METHODS}\r\n\r\n"
    if words[0] != "DESCRIBE":
        return f"RTSP/1.0 405 Method Not Allowed\r\n{head}\r\n"
    if service.get("password"):
        return (f"RTSP/1.0 401 Unauthorized\r\n{head}"
                f"WWW-Authenticate: Digest realm=\"{service.get('realm', 'IP Camera')}\", "
                "nonce=\"b0f3a7\"\r\n\r\n")
    body = ("v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=Media Server\r\nt=0 0\r\n"
            "m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n")
    return (f"RTSP/1.0 200 OK\r\n{head}Content-Type: application/sdp\r\n"
            f"Content-Length: {len(body)}\r\n\r\n{body}")


async def serve(_device, service):
    """"port", "server", "password": true, "realm"."""
    async def talk(reader, writer):
        try:
            while True:
                request = await reader.readuntil(b"\r\n\r\n")
                writer.write(_answer(service, request.decode("latin-1")).encode())
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError,
                IndexError):
            pass
        finally:
            writer.close()

    return await asyncio.start_server(talk, None, service.get("port", 554), reuse_address=True)
