# SPDX-License-Identifier: GPL-3.0-or-later
"""Openings (port mappings) of the router, asked for as a device does: SOAP to the control address
of WANIPConnection (UPnP Forum, WANIPConnection:2, section 2.5.16)."""

import re
import urllib.error
import urllib.request
from xml.sax.saxutils import escape

from .wiring import in_network

SERVICE = "urn:schemas-upnp-org:service:WANIPConnection:1"


def _control_address(base):
    with urllib.request.urlopen(base + "/rootDesc.xml", timeout=5) as answer:
        text = answer.read().decode()
    for block in re.findall(r"<service>.*?</service>", text, re.S):
        if "service:WANIPConnection:" in block:
            kind = re.search(r"<serviceType>(.*?)</serviceType>", block).group(1)
            return kind, base + re.search(r"<controlURL>(.*?)</controlURL>", block).group(1)
    raise ValueError("the router offers no WANIPConnection")


def add(lan, address, external, internal, protocol, text, lease):
    router = lan.plan["router"]
    base = f"http://{router['address']}:{router.get('igd', {}).get('port', 5000)}"
    kind, url = _control_address(base)
    arguments = (f"<NewRemoteHost></NewRemoteHost><NewExternalPort>{external}</NewExternalPort>"
                 f"<NewProtocol>{protocol}</NewProtocol><NewInternalPort>{internal}"
                 f"</NewInternalPort><NewInternalClient>{address}</NewInternalClient>"
                 "<NewEnabled>1</NewEnabled><NewPortMappingDescription>"
                 f"{escape(text)}</NewPortMappingDescription>"
                 f"<NewLeaseDuration>{lease}</NewLeaseDuration>")
    body = ('<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"'
            ' s:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><s:Body>'
            f'<u:AddPortMapping xmlns:u="{kind}">{arguments}</u:AddPortMapping>'
            '</s:Body></s:Envelope>')
    request = urllib.request.Request(url, body.encode(), {
        "Content-Type": 'text/xml; charset="utf-8"', "SOAPAction": f'"{kind}#AddPortMapping"'})
    try:
        urllib.request.urlopen(request, timeout=5).read()
    except urllib.error.HTTPError as error:
        raise ValueError(f"the router refused: {error.read().decode(errors='replace')}") from error


def in_router(lan):
    """The openings as the packet filter of the router has them, whoever asked for them."""
    text = in_network(lan.plan["router"]["name"],
                      ["nft", "list", "chain", "inet", "filter", "prerouting_miniupnpd"])
    found = []
    for line in text.splitlines():
        target = re.search(r"dnat (?:ip )?to ([\d.]+):(\d+)", line)
        if not target:
            continue
        port = re.search(r"(?:th|tcp|udp) dport (\d+)", line)
        udp = "udp" in line or "0x11" in line  # nft shows the protocol field of the header raw
        found.append({"protocol": "UDP" if udp else "TCP",
                      "external_port": int(port.group(1)) if port else 0,
                      "internal_address": target.group(1), "internal_port": int(target.group(2))})
    return found
