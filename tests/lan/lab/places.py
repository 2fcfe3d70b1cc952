# SPDX-License-Identifier: GPL-3.0-or-later
"""Other networks the person can take the computer to: the guest network of the router, and the
hotspot of a phone. The phone hands on to the internet, from where the router is one hop further."""

import ipaddress

from . import ipv6, kernel
from .processes import RUN
from .wiring import call, in_network, write_setting

HOTSPOT = ipaddress.ip_interface("172.20.10.1/28")  # the subnet of an iPhone's hotspot
PHONE = "hotspot"
# Between the phone and its provider, who knows the way back to it.
PHONE_WAY = ipaddress.ip_interface("100.72.14.2/30")
HOTSPOT_MAC = "4a:43:dc:1b:90:64"
GUEST_MAC = "3e:a6:2f:8e:41:01"


def guest_rules(guest):
    """A tight guest network reaches the internet only; a leaky one the home too."""
    if not guest:
        return ""
    home = 'iifname "guest" oifname "eth0" accept\n    ' if guest.get("leaky") else ""
    return home + 'iifname "guest" oifname "wan" accept'


def make(lan):
    """The phone, a cable away from the street, and the router's leg into its guest network."""
    router = lan.plan["router"]
    tower = PHONE_WAY.ip - 1
    with kernel.inside(lan.wiring.make_network(PHONE)):
        write_setting("ipv4/ip_forward", 1)
        write_setting("ipv6/conf/all/disable_ipv6", 1)
        call(["ip", "-batch", "-"], "link set lo up\nlink add hotspot type bridge forward_delay 0\n"
             f"link set hotspot address {HOTSPOT_MAC}\naddr add {HOTSPOT} dev hotspot\n"
             "link set hotspot up\n"
             "link add mobile type veth peer name tower netns internet\n"
             f"addr add {PHONE_WAY} dev mobile\nlink set mobile up\n")
    with kernel.inside(lan.wiring.networks["internet"]):
        call(["ip", "-batch", "-"],
             f"addr add {tower}/{PHONE_WAY.network.prefixlen} dev tower\nlink set tower up\n"
             f"route add {HOTSPOT.network} via {PHONE_WAY.ip}\n")
    with kernel.inside(lan.wiring.networks[PHONE]):
        call(["ip", "route", "add", "default", "via", str(tower)])
    guest = router.get("guest")
    if not guest:
        return
    subnet = ipaddress.ip_network(guest["subnet"])
    call(["ip", "-batch", "-"], "link add guest type bridge forward_delay 0 mcast_snooping 0\n"
         f"link set guest up\nlink add guest-leg type veth peer name guest address {GUEST_MAC} "
         f"netns {router['name']}\nlink set guest-leg addrgenmode none master guest up\n")
    with kernel.inside(lan.wiring.networks[router["name"]]):
        call(["ip", "-batch", "-"],
             f"addr add {subnet.network_address + 1}/{subnet.prefixlen} dev guest\n"
             "link set guest up\n")
        write_setting("ipv6/conf/guest/disable_ipv6", 1)


def _bring_port_here(lan, port):
    """The switch's end of the computer's cable may lie in another namespace by now."""
    try:
        call(["ip", "link", "show", port])
    except RuntimeError:
        in_network(PHONE, ["ip", "link", "set", port, "netns", "1"])


def move_computer(lan, place):
    computer, router = lan.plan["computer"], lan.plan["router"]
    port = computer["port"]
    _bring_port_here(lan, port)
    if place == "home":
        address, gateway = f"{computer['address']}/{lan.plan['prefix']}", router["address"]
        call(["ip", "link", "set", port, "master", "home", "up"])
    elif place == "guest" and router.get("guest"):
        subnet = ipaddress.ip_network(router["guest"]["subnet"])
        gateway = str(subnet.network_address + 1)
        address = f"{subnet.network_address + 20}/{subnet.prefixlen}"
        call(["ip", "link", "set", port, "master", "guest", "up"])
    elif place == "hotspot":
        gateway, address = str(HOTSPOT.ip), f"{HOTSPOT.ip + 1}/{HOTSPOT.network.prefixlen}"
        call(["ip", "link", "set", port, "netns", f"{RUN}/../netns/{PHONE}"])
        in_network(PHONE, ["ip", "link", "set", port, "master", "hotspot", "up"])
    else:
        raise ValueError(f"there is no place {place!r} in this scenario")
    in_network(computer["name"], ["ip", "-4", "-batch", "-"],
               f"addr flush dev eth0\naddr add {address} brd + dev eth0\n"
               f"route replace default via {gateway}\n")
    ipv6.move_computer(lan, place)


def change_wan_address(lan, address):
    router = lan.plan["router"]
    wan = router["wan"]
    outside = ipaddress.ip_interface(address).network
    if ipaddress.ip_address(wan["gateway"]) not in outside:
        raise ValueError(f"{address} does not reach the gateway {wan['gateway']}")
    in_network(router["name"], ["ip", "-4", "-batch", "-"],
               f"addr flush dev wan\naddr add {address} brd + dev wan\n"
               f"route replace default via {wan['gateway']}\n")
    in_network("internet", ["ip", "neigh", "flush", "dev", "street"])
    wan["address"] = address
