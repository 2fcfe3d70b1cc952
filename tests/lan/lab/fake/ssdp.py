# SPDX-License-Identifier: GPL-3.0-or-later
"""SSDP answers and the description behind them (UPnP Device Architecture 1.1, sections 1 and 2)."""

import asyncio
import random
import re
from xml.sax.saxutils import escape

from . import stream, web

GROUP = "239.255.255.250"
PORT = 1900


def describe(service, udn):
    """The description document; values are escaped, "raw-description" is sent as it is."""
    if "raw-description" in service:
        return service["raw-description"]
    fields = {"deviceType": service["device-type"], **service.get("description", {}), "UDN": udn}
    rows = "".join(f"<{key}>{escape(str(value))}</{key}>" for key, value in fields.items())
    services = "".join(
        f"<service><serviceType>{escape(kind)}</serviceType><serviceId>{escape(kind)}"
        "</serviceId><SCPDURL>/scpd.xml</SCPDURL><controlURL>/control</controlURL>"
        "<eventSubURL>/event</eventSubURL></service>" for kind in service.get("services", []))
    return ('<?xml version="1.0"?>\n<root xmlns="urn:schemas-upnp-org:device-1-0">'
            "<specVersion><major>1</major><minor>0</minor></specVersion><device>"
            f"{rows}<serviceList>{services}</serviceList></device></root>\n")


def _targets(service, udn):
    kinds = ["upnp:rootdevice", udn, service["device-type"]] + service.get("services", [])
    return kinds + service.get("targets", [])


async def serve(device, service):
    """"device-type", "description": {...}, "port", "path", "server"; and to misbehave: "location",
    "delay" (seconds), "raw-description", "unicast-only", "copies" (many devices at once), "patience"
    (the only MX of a search that it answers; 0: none), "call-every" (seconds between its calls)."""
    port, path = service.get("port", 49152), service.get("path", "/description.xml")
    base_udn = service.get("udn", "uuid:00000000-0000-1000-8000-" + device["mac"].replace(":", ""))
    udns = [base_udn] + [f"{base_udn}-{copy}" for copy in range(1, service.get("copies", 1))]
    location = service.get("location", f"http://{device['address']}:{port}{path}")

    def message(first, target, udn, extra=""):
        kind = "NT" if first.startswith("NOTIFY") else "ST"
        usn = udn if target == udn else f"{udn}::{target}"
        return (f"{first}\r\nCACHE-CONTROL: max-age=1800\r\nEXT:\r\nLOCATION: {location}\r\n"
                f"SERVER: {service.get('server', 'Linux/4.9 UPnP/1.1')}\r\n{kind}: {target}\r\n"
                f"USN: {usn}\r\n{extra}\r\n").encode()

    def answer(data, _sender, send):
        text = data.decode("latin-1")
        wanted = re.search(r"(?im)^ST:\s*(\S+)", text)
        if not text.startswith("M-SEARCH") or not wanted:
            return
        patience = re.search(r"(?im)^MX:\s*(\d+)", text)
        if not patience or patience.group(1) == "0":
            return
        if int(patience.group(1)) != service.get("patience", int(patience.group(1))):
            return
        longest = min(int(patience.group(1)), 5) * 0.8
        for udn in udns:
            for target in _targets(service, udn):
                if wanted.group(1) in ("ssdp:all", target):
                    send(message("HTTP/1.1 200 OK", target, udn), None,
                         service.get("delay", random.uniform(0, longest)))

    if not service.get("no-http"):
        page = {"content-type": "text/xml", "body": describe(service, base_udn)}
        page.update(service.get("page", {}))
        await web.serve(device, {"type": "http", "port": port, "pages": {path: page},
                                 "server": service.get("server", "Linux/4.9 UPnP/1.1")})
    group = None if service.get("unicast-only") else GROUP
    end = await stream.listen_datagrams(stream.multicast_socket(group, PORT, 4), answer)
    if group:
        loop = asyncio.get_running_loop()
        hello = f"HOST: {GROUP}:{PORT}\r\nNTS: ssdp:alive\r\n"

        def call():
            for udn in udns:
                end[0].sendto(message("NOTIFY * HTTP/1.1", "upnp:rootdevice", udn, hello),
                              (GROUP, PORT))
            if "call-every" in service:
                loop.call_later(service["call-every"], call)

        loop.call_later(0.2, call)
    return end
