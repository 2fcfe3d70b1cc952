# SPDX-License-Identifier: GPL-3.0-or-later
"""WS-Discovery (OASIS, 1.1; ONVIF uses the 2005/04 names): answers a Probe with a ProbeMatch."""

import re
import uuid
from xml.sax.saxutils import escape

from . import stream

GROUP = "239.255.255.250"
PORT = 3702
ENVELOPE = """<?xml version="1.0" encoding="UTF-8"?>
<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
 xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"
 xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery"
 xmlns:dn="http://www.onvif.org/ver10/network/wsdl"
 xmlns:wsdp="http://schemas.xmlsoap.org/ws/2006/02/devprof"
 xmlns:wprt="http://schemas.microsoft.com/windows/2006/08/wdp/print"
 xmlns:pub="http://schemas.microsoft.com/windows/pub/2005/07">
<s:Header><a:MessageID>urn:uuid:{message}</a:MessageID><a:RelatesTo>{relates}</a:RelatesTo>
<a:To>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:To>
<a:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/ProbeMatches</a:Action></s:Header>
<s:Body><d:ProbeMatches><d:ProbeMatch><a:EndpointReference><a:Address>{endpoint}</a:Address>
</a:EndpointReference><d:Types>{types}</d:Types><d:Scopes>{scopes}</d:Scopes>
<d:XAddrs>{xaddrs}</d:XAddrs><d:MetadataVersion>1</d:MetadataVersion></d:ProbeMatch>
</d:ProbeMatches></s:Body></s:Envelope>
"""


async def serve(device, service):
    """"types", "scopes": [...], "xaddrs"."""
    endpoint = "urn:uuid:00000000-0000-1000-8000-" + device["mac"].replace(":", "")

    def answer(data, _sender, send):
        text = data.decode("utf-8", "replace")
        asked = re.search(r"<(?:\w+:)?MessageID[^>]*>\s*([^<\s]+)", text)
        if "Probe" not in text or not asked:
            return
        wanted = re.search(r"<(?:\w+:)?Types[^>]*>\s*([^<]*)", text)
        have = {kind.split(":")[-1] for kind in service["types"].split()}
        if wanted and not {kind.split(":")[-1] for kind in wanted.group(1).split()} <= have:
            return
        xaddrs = service.get("xaddrs", f"http://{device['address']}/onvif/device_service")
        send(ENVELOPE.format(message=uuid.uuid4(), relates=escape(asked.group(1)),
                             endpoint=service.get("endpoint", endpoint),
                             types=escape(service["types"]), xaddrs=escape(xaddrs),
                             scopes=escape(" ".join(service.get("scopes", [])))).encode(),
             None, service.get("delay", 0.1))

    return await stream.listen_datagrams(stream.multicast_socket(GROUP, PORT, 1), answer)
