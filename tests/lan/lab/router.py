# SPDX-License-Identifier: GPL-3.0-or-later
"""The router: Debian's miniupnpd on nftables, address translation, and an internet that ends at a
stub. No packet can go further: the namespaces have no cable to the real world."""

import ipaddress
import os

from . import daemons, ipv6, kernel, places
from .fake import runner
from .processes import RUN
from .wiring import call, in_network, write_setting

STREET = "internet"

RULES = """
table inet filter {{
  counter to-internet {{ }}
  chain forward {{
    type filter hook forward priority 0; policy drop;
    iifname "eth0" oifname "wan" counter name to-internet
    jump miniupnpd
    {guest}
    {from_ipv6}
    iifname "eth0" accept
    ct state established,related accept
    ct status dnat accept
  }}
  chain input {{
    type filter hook input priority 0; policy accept;
    iifname "wan" ct state established,related accept
    iifname "wan" ip protocol icmp accept
    iifname "wan" meta l4proto ipv6-icmp accept
    {from_ipv6}
    iifname "wan" drop
    {multicast}
  }}
  chain prerouting {{
    type nat hook prerouting priority -100;
    jump prerouting_miniupnpd
  }}
  chain postrouting {{
    type nat hook postrouting priority 100;
    jump postrouting_miniupnpd
    oifname "wan" masquerade
  }}
  chain miniupnpd {{ }}
  chain prerouting_miniupnpd {{ }}
  chain postrouting_miniupnpd {{ }}
}}
"""

UPNP = """
ext_ifname=wan
listening_ip=eth0
http_port={http_port}
enable_upnp={upnp}
enable_natpmp={natpmp}
secure_mode={secure}
upnp_table_name=filter
upnp_nat_table_name=filter
upnp_forward_chain=miniupnpd
upnp_nat_chain=prerouting_miniupnpd
upnp_nat_postrouting_chain=postrouting_miniupnpd
uuid={uuid}
serial={serial}
friendly_name={friendly_name}
manufacturer_name={manufacturer}
manufacturer_url={url}
model_name={model}
model_description={model}
model_url={url}
model_number={model_number}
presentation_url=http://{address}/
notify_interval=60
system_uptime=yes
force_igd_desc_v1={igd1}
allow 1-65535 {subnet} 1-65535
deny 0-65535 0.0.0.0/0 0-65535
"""


def connect_to_internet(lan):
    """A second bridge, the street: the router's outer side hangs there, and one stub host."""
    router = lan.plan["router"]
    wan = router.get("wan")
    if not wan:
        return
    network = lan.wiring.make_network(STREET)
    outside = ipaddress.ip_interface(wan["address"]).network
    with kernel.inside(network):
        write_setting("ipv4/ip_forward", 1)
        write_setting("ipv6/conf/all/disable_ipv6", 1)
        call(["ip", "-batch", "-"], "link set lo up\n"
             "link add street type bridge forward_delay 0\n"
             f"addr add {wan['gateway']}/{outside.prefixlen} dev street\n"
             "link set street up\n"
             f"link add home type veth peer name wan netns {router['name']}\n"
             "link set home master street up\n"
             "route add unreachable default\n")
    if wan.get("services"):
        lan.processes.start(STREET, "small services", lambda ready: runner.run(
            {"name": STREET, "shown": STREET, "address": wan["gateway"],
             "mac": "02:00:00:00:00:01"}, wan["services"], ready))
    with kernel.inside(lan.wiring.networks[router["name"]]):
        write_setting("ipv4/ip_forward", 1)
        write_setting("ipv6/conf/wan/disable_ipv6", 1)
        call(["ip", "-batch", "-"], "link set wan up\n"
             f"addr add {wan['address']} brd + dev wan\n"
             f"route add default via {wan['gateway']}\n")
    places.make(lan)
    ipv6.make(lan)


def start(lan):
    router = lan.plan["router"]
    name = router["name"]
    if router.get("wan"):
        hears = router.get("upnp-multicast", True)
        multicast = "" if hears else "ip daddr 239.255.255.250 udp dport 1900 drop"
        in_network(name, ["nft", "-f", "-"], RULES.format(
            multicast=multicast, guest=places.guest_rules(router.get("guest")),
            from_ipv6=ipv6.rules(router)))
    start_programs(lan)


def start_programs(lan):
    router = lan.plan["router"]
    if router.get("upnp") or router.get("natpmp"):
        start_upnp(lan)
    names = {host.get("dns", host["name"]): host["address"] for host in lan.hosts()}
    services = [dict(service, names=names) if service["type"] == "dns" else service
                for service in router["services"]]
    if services:
        lan.processes.start(router["name"], "small services",
                            lambda ready: runner.run(router, services, ready))


def start_upnp(lan):
    router = lan.plan["router"]
    identity = router.get("igd", {})
    os.makedirs(f"{RUN}/{router['name']}", exist_ok=True)
    path = f"{RUN}/{router['name']}/miniupnpd.conf"
    upnp = bool(router.get("upnp"))
    settings = {
        "http_port": identity.get("port", 5000),
        "upnp": "yes" if upnp else "no",
        "natpmp": "yes" if router.get("natpmp") else "no",
        "secure": "yes" if router.get("upnp-secure", True) else "no",
        "uuid": identity.get("uuid", "2f402f80-da50-11e1-9b23-" + router["mac"].replace(":", "")),
        "serial": identity.get("serial", "0"),
        "friendly_name": identity.get("friendly_name", "Router"),
        "manufacturer": identity.get("manufacturer", "Example"),
        "model": identity.get("model", "Router"),
        "model_number": identity.get("model_number", "1"),
        "url": identity.get("url", "http://router.example/"),
        "address": router["address"],
        "subnet": lan.plan["subnet"],
        "igd1": "yes" if identity.get("version") == 1 else "no",
    }
    with open(path, "w", encoding="utf-8") as file:
        file.write(UPNP.format(**settings))
    pid_file = f"{RUN}/{router['name']}/miniupnpd.pid"
    lan.processes.start(router["name"], "miniupnpd",
                        ["miniupnpd", "-d", "-f", path, "-P", pid_file],
                        port=settings["http_port"] if upnp else None)


def set_upnp(lan, upnp, natpmp):
    """What the person does in the menu of the router; openings go away with it."""
    router = lan.plan["router"]
    router.update(upnp=upnp, natpmp=natpmp)
    lan.processes.stop(router["name"], "miniupnpd")
    for chain in ("miniupnpd", "prerouting_miniupnpd", "postrouting_miniupnpd"):
        in_network(router["name"], ["nft", "flush", "chain", "inet", "filter", chain])
    if upnp or natpmp:
        start_upnp(lan)
        lan.processes.wait_ready()


def packets_to_internet(lan):
    """Packets that hosts of the home sent towards the internet since the start."""
    router = lan.plan["router"]
    if not router or not router.get("wan"):
        return 0
    text = in_network(router["name"], ["nft", "list", "counter", "inet", "filter", "to-internet"])
    return daemons.counter_value(text)
