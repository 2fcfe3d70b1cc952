# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs all small services of one device in one process."""

import asyncio

from . import (advert, arp, dns, igd, kasa, makers, mdns, modbus, netbios, rtsp, shout, snmp, ssdp, stream,
               web, wsd)

# Type in the scenario: coroutine that begins to listen and returns what must stay alive.
SERVICES = {
    "advert": advert.serve,
    "dns": dns.serve,
    "http": web.serve,
    "igd": igd.serve,
    "kasa": kasa.serve,
    "lifx": makers.serve_lifx,
    "llmnr": dns.serve_llmnr,
    "mdns": mdns.serve,
    "mndp": makers.serve_mndp,
    "modbus": modbus.serve,
    "netbios": netbios.serve,
    "rtsp": rtsp.serve,
    "shout": shout.serve,
    "snmp": snmp.serve,
    "ssdp": ssdp.serve,
    "tcp": stream.serve_tcp,
    "tuya": makers.serve_tuya,
    "ubiquiti": makers.serve_ubiquiti,
    "udp": stream.serve_udp,
    "wsd": wsd.serve,
}


async def _serve_all(device, services, ready):
    alive = []
    if device.get("arp"):
        alive.append(arp.serve(device))
    for service in services:
        if service["type"] not in SERVICES:
            raise ValueError(f"{device['name']}: no service type {service['type']!r}")
        alive.append(await SERVICES[service["type"]](device, service))
    ready()
    await asyncio.Event().wait()


def run(device, services, ready):
    asyncio.run(_serve_all(device, services, ready))
