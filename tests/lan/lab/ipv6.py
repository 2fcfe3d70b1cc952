# SPDX-License-Identifier: GPL-3.0-or-later
"""IPv6 of the internet: the home's prefix on every host that speaks IPv6, as SLAAC gives it out, and
the way from a phone's hotspot to it. The addresses are those of real providers, as only such count
as addresses of the internet; nothing of it leaves the namespaces."""

import ipaddress

from . import kernel
from .wiring import call, write_setting

OUTSIDE = ipaddress.ip_network("2a02:a45f:fff0::/64")  # between the router and its provider
HOTSPOT = ipaddress.ip_network("2a02:a420:14:1::/64")
MOBILE = ipaddress.ip_network("2a02:a420:14:2::/64")  # between the phone and its provider


def eui64(prefix, mac):
    """The address that a device makes out of the prefix and its MAC (RFC 4291, appendix A)."""
    part = bytes(int(byte, 16) for byte in mac.split(":"))
    half = bytes([part[0] ^ 2]) + part[1:3] + b"\xff\xfe" + part[3:]
    return prefix[int.from_bytes(half, "big")]


def rules(router):
    """The firewall of a router lets no connection in over IPv6, unless somebody switched it off."""
    return "" if router.get("ipv6-firewall", True) else 'iifname "wan" meta nfproto ipv6 accept'


def _speakers(lan):
    return [host for host in lan.hosts()
            if not host.get("silent") and host.get("ipv6") is not False]


def _run(network, *lines):
    with kernel.inside(network):
        call(["ip", "-6", "-batch", "-"], "".join(line + "\n" for line in lines))


def make(lan):
    """Called when the router, the street and the phone are there."""
    router = lan.plan["router"]
    if not router.get("ipv6-prefix"):
        return
    networks = lan.wiring.networks
    for name in (router["name"], "internet", "hotspot"):
        with kernel.inside(networks[name]):
            write_setting("ipv6/conf/all/disable_ipv6", 0)
            write_setting("ipv6/conf/all/forwarding", 1)
            for device in ("wan", "street", "tower", "hotspot", "mobile"):
                write_setting(f"ipv6/conf/{device}/disable_ipv6", 0)
                write_setting(f"ipv6/conf/{device}/accept_dad", 0)
    _run(networks["internet"], f"addr add {OUTSIDE[1]}/64 dev street nodad",
         f"addr add {MOBILE[1]}/64 dev tower nodad", f"route add {HOTSPOT} via {MOBILE[2]}")
    _run(networks["hotspot"], f"addr add {HOTSPOT[1]}/64 dev hotspot nodad",
         f"addr add {MOBILE[2]}/64 dev mobile nodad", f"route add default via {MOBILE[1]}")
    _run(networks[router["name"]], f"addr add {OUTSIDE[7]}/64 dev wan nodad",
         f"route add default via {OUTSIDE[1]}")
    give_prefix(lan, router["ipv6-prefix"])


def give_prefix(lan, text):
    """The provider gives the home a prefix, or another one."""
    prefix = ipaddress.ip_network(text)
    networks = lan.wiring.networks
    router = lan.plan["router"]
    computer = lan.plan["computer"]
    before = router.get("ipv6-given")
    _run(networks["internet"], *([f"route del {before}"] if before else []),
         f"route add {prefix} via {OUTSIDE[7]}")
    for host in _speakers(lan):
        address = prefix[1] if host is router else eui64(prefix, host["mac"])
        away = host is computer and lan.plan.get("place", "home") != "home"
        if not away:
            _set(networks[host["name"]], address, None if host is router else prefix[1])
    router["ipv6-given"] = str(prefix)


def _set(network, address, gateway):
    _run(network, "addr flush dev eth0 scope global", f"addr add {address}/64 dev eth0 nodad",
         *([f"route replace default via {gateway}"] if gateway else []))


def move_computer(lan, place):
    """What the network at that place gives the computer; a guest network of ours has IPv4 alone."""
    computer, router = lan.plan["computer"], lan.plan["router"]
    lan.plan["place"] = place
    if not router.get("ipv6-given"):
        return
    network = lan.wiring.networks[computer["name"]]
    if place == "home":
        prefix = ipaddress.ip_network(router["ipv6-given"])
    elif place == "hotspot" and router.get("hotspot-ipv6", True):
        prefix = HOTSPOT
    else:
        _run(network, "addr flush dev eth0 scope global", "route flush default")
        return
    _set(network, eui64(prefix, computer["mac"]), prefix[1])
