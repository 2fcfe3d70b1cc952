# SPDX-License-Identifier: GPL-3.0-or-later
"""A small web server: one title page, or pages that the scenario describes; and the ways in which
web servers of devices misbehave."""

import asyncio
import functools
import gzip
import html
import os
import ssl
import subprocess
import tempfile

REASONS = {200: "OK", 301: "Moved Permanently", 302: "Found", 401: "Unauthorized",
           403: "Forbidden", 404: "Not Found", 500: "Internal Server Error"}


def _front_page(device, service):
    title = html.escape(service.get("title", device["shown"]))
    return {"body": f"<!DOCTYPE html><html><head><title>{title}</title></head>"
                    f"<body><h1>{title}</h1></body></html>\n"}


@functools.lru_cache
def _bomb(size):
    return gzip.compress(bytes(size), 6)


def _body(value):
    """A text, {"hex": "..."}, or {"gzip-zeros": N}: N bytes that come as a thousandth of that."""
    if not isinstance(value, dict):
        return value.encode()
    return bytes.fromhex(value["hex"]) if "hex" in value else _bomb(value["gzip-zeros"])


def _answer(service, page):
    status = page.get("status", 200)
    body = _body(page.get("body", ""))
    headers = {"Content-Type": page.get("content-type", "text/html; charset=utf-8"),
               "Content-Length": str(page.get("length", len(body))), "Connection": "close"}
    if service.get("server"):
        headers["Server"] = service["server"]
    headers.update(service.get("headers", {}))
    headers.update(page.get("headers", {}))
    head = f"HTTP/1.1 {status} {REASONS.get(status, 'Status')}\r\n"
    head += "".join(f"{key}: {value}\r\n" for key, value in headers.items() if value is not None)
    return head.encode() + b"\r\n" + body


def _pick(device, service, target):
    if "redirect" in service:
        return {"status": 302, "headers": {"Location": service["redirect"]}}
    if "realm" in service and not service.get("pages", {}).get(target, {}).get("open"):
        return {"status": 401, "body": "",
                "headers": {"WWW-Authenticate": f'Basic realm="{service["realm"]}"'}}
    pages = service.get("pages", {})
    if target in pages:
        page = pages[target]
        return {"body": page} if isinstance(page, str) else page
    if target == "/":
        return _front_page(device, service)
    return {"status": 404, "body": "not here\n"}


async def _send(writer, service, data):
    """"drip" sends one byte every so many seconds; "endless" never comes to an end."""
    pause = service.get("drip")
    if pause:
        for byte in data:
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(pause)
    else:
        writer.write(data)
        await writer.drain()
    while service.get("endless"):
        writer.write(b"<a>" * 4096)
        await writer.drain()


def _certificate(name, days, version, names):
    """A self-signed certificate, as devices have; made afresh, so that no key lies around."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if version:
        # OpenSSL knows the old ones, and by itself no longer speaks them.
        context.minimum_version = context.maximum_version = ssl.TLSVersion[version]
        context.set_ciphers("DEFAULT:@SECLEVEL=0")
    more = ["-addext", "subjectAltName=" + ",".join("DNS:" + one for one in names)] if names else []
    with tempfile.TemporaryDirectory(dir="/run/huis-lan") as place:
        key, certificate = os.path.join(place, "key"), os.path.join(place, "certificate")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                        "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key, "-out",
                        certificate, "-days", str(days), "-utf8", "-subj",
                        "/CN=" + name.replace("\\", "\\\\").replace("/", "\\/"), *more],
                       check=True, capture_output=True)
        context.load_cert_chain(certificate, key)
    return context


async def serve(device, service):
    """"port", "title", "server", "realm", "redirect", "headers", "pages": {path: text or {"status",
    "headers", "content-type", "body", "drip", "endless"}}, "tls": {"name", "days", "names",
    "version": "TLSv1"}, "drip", "endless", "mute"."""
    async def talk(reader, writer):
        try:
            head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 20)
            words = head.decode("latin-1").split()
            print(f"http {service['port']}: {words[:2]} from "
                  f"{writer.get_extra_info('peername')[0]}", flush=True)
            if service.get("mute") or len(words) < 2:
                await asyncio.sleep(60)
            page = _pick(device, service, words[1])
            await _send(writer, {**service, **page}, _answer(service, page))
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError,
                asyncio.TimeoutError, ssl.SSLError):
            pass  # the client went away or spoke something else
        finally:
            writer.close()

    tls = service.get("tls")
    context = _certificate(tls.get("name", device["name"]), tls.get("days", 3650),
                           tls.get("version"), tls.get("names")) if tls else None
    return await asyncio.start_server(talk, None, service["port"], ssl=context, reuse_address=True)
