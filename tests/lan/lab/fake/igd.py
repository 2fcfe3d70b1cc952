# SPDX-License-Identifier: GPL-3.0-or-later
"""A router's UPnP in Python, for what miniupnpd would never do: answer late, refuse, never end, or
point elsewhere (WANIPConnection:1, UPnP Forum, section 2.4)."""

import asyncio
import re
from xml.sax.saxutils import escape

from . import ssdp

DEVICE = "urn:schemas-upnp-org:device:InternetGatewayDevice:1"
CONNECTION = "urn:schemas-upnp-org:service:{}:1"
NO_SUCH_ENTRY, ACTION_FAILED = 713, 501

DESCRIPTION = """<?xml version="1.0"?>
<root xmlns="urn:schemas-upnp-org:device-1-0">{base}<specVersion><major>1</major><minor>0</minor>
</specVersion><device><deviceType>{device}</deviceType><friendlyName>{name}</friendlyName>
<manufacturer>{maker}</manufacturer><modelName>{model}</modelName><UDN>{udn}</UDN><deviceList><device>
<deviceType>urn:schemas-upnp-org:device:WANDevice:1</deviceType><friendlyName>WAN</friendlyName>
<UDN>{udn}-wan</UDN><deviceList><device>
<deviceType>urn:schemas-upnp-org:device:WANConnectionDevice:1</deviceType>
<friendlyName>Connection</friendlyName><UDN>{udn}-connection</UDN><serviceList><service>
<serviceType>{service}</serviceType><serviceId>urn:upnp-org:serviceId:WANConn1</serviceId>
<controlURL>{control}</controlURL><eventSubURL>/event</eventSubURL><SCPDURL>/scpd.xml</SCPDURL>
</service></serviceList></device></deviceList></device></deviceList></device></root>
"""
ENVELOPE = ('<?xml version="1.0"?>\n<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" '
            's:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><s:Body>{}</s:Body>'
            "</s:Envelope>\n")
FAULT = ("<s:Fault><faultcode>s:Client</faultcode><faultstring>UPnPError</faultstring><detail>"
         '<UPnPError xmlns="urn:schemas-upnp-org:control-1-0"><errorCode>{}</errorCode>'
         "<errorDescription>Refused</errorDescription></UPnPError></detail></s:Fault>")


def _entry(service, index):
    """The openings are "mappings"; with "endless" the last one comes again and again, renumbered."""
    mappings = service.get("mappings", [])
    if index < len(mappings):
        return mappings[index]
    if service.get("endless") and mappings:
        return {**mappings[-1], "external_port": 1 + index % 65535}
    return None


def _values(service, action, body):
    if action == "GetExternalIPAddress":
        return {"NewExternalIPAddress": service.get("external", "84.81.20.7")}
    if action == "GetStatusInfo":
        return {"NewConnectionStatus": "Connected", "NewLastConnectionError": "ERROR_NONE",
                "NewUptime": 86400}
    if action == "GetGenericPortMappingEntry":
        index = re.search(r"<NewPortMappingIndex[^>]*>\s*(\d+)", body)
        entry = _entry(service, int(index.group(1))) if index else None
        return entry and {
            "NewRemoteHost": "", "NewExternalPort": entry["external_port"],
            "NewProtocol": entry.get("protocol", "TCP"),
            "NewInternalPort": entry["internal_port"],
            "NewInternalClient": entry["internal_address"], "NewEnabled": 1,
            "NewPortMappingDescription": entry.get("description", ""),
            "NewLeaseDuration": entry.get("lease", 0)}
    return None


def _control(service, action, body):
    if service.get("errors"):
        return 500, ENVELOPE.format(FAULT.format(ACTION_FAILED))
    if "raw-answer" in service:
        return 200, service["raw-answer"]
    if action == "DeletePortMapping":
        port = re.search(r"<NewExternalPort[^>]*>\s*(\d+)", body)
        kept = [entry for entry in service.get("mappings", [])
                if not port or entry["external_port"] != int(port.group(1))]
        found = len(kept) < len(service.get("mappings", []))
        service["mappings"] = kept
        values = {} if found else None
    else:
        values = _values(service, action, body)
    if values is None:
        return 500, ENVELOPE.format(FAULT.format(NO_SUCH_ENTRY))
    rows = "".join(f"<{key}>{escape(str(value))}</{key}>" for key, value in values.items())
    kind = CONNECTION.format(service.get("connection", "WANIPConnection"))
    return 200, ENVELOPE.format(f'<u:{action}Response xmlns:u="{kind}">{rows}</u:{action}Response>')


def _description(device, service, udn):
    base = f"<URLBase>{service['url-base']}</URLBase>" if "url-base" in service else ""
    return DESCRIPTION.format(
        base=base, device=DEVICE, name=escape(service.get("name", device["shown"])),
        maker=escape(device.get("maker", "")), model=escape(device.get("model", "")), udn=udn,
        service=CONNECTION.format(service.get("connection", "WANIPConnection")),
        control=escape(service.get("control", "/control")))


async def serve(device, service):
    """"port", "connection" (WANIPConnection or WANPPPConnection), "external", "mappings":
    [{"external_port", "internal_port", "internal_address", "protocol", "description", "lease"}],
    "delay" of the SSDP answer; and to misbehave: "endless", "errors", "raw-answer", "control",
    "url-base"; "silent" (no SSDP at all)."""
    port = service.get("port", 5000)
    udn = "uuid:00000000-0000-1000-8000-" + device["mac"].replace(":", "")

    async def talk(reader, writer):
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            length = re.search(r"(?im)^Content-Length:\s*(\d+)", head)
            body = (await reader.readexactly(int(length.group(1)))).decode() if length else ""
            action = re.search(r'(?im)^SOAPAction:\s*"?[^#"]*#(\w+)', head)
            print(f"igd: {head.split()[:2]} {action and action.group(1)} from "
                  f"{writer.get_extra_info('peername')[0]}", flush=True)
            status, text = _control(service, action.group(1), body) if action else \
                (200, _description(device, service, udn))
            data = text.encode()
            writer.write(f"HTTP/1.1 {status} {'OK' if status == 200 else 'Error'}\r\nConnection: "
                         f"close\r\nContent-Type: text/xml\r\nContent-Length: {len(data)}\r\n\r\n"
                         .encode() + data)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(talk, None, port, reuse_address=True)
    if service.get("silent"):
        return server
    announcer = await ssdp.serve(device, {
        "device-type": DEVICE, "no-http": True, "port": port, "path": "/rootDesc.xml", "udn": udn,
        "targets": [CONNECTION.format(service.get("connection", "WANIPConnection"))],
        **{key: service[key] for key in ("delay", "unicast-only") if key in service}})
    return server, announcer
