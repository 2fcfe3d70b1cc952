# SPDX-License-Identifier: GPL-3.0-or-later
"""The person's computer: a system bus of its own and a real avahi-daemon, both without rights."""

import os

from . import daemons
from .processes import RUN
from .wiring import in_network

BUS = f"{RUN}/computer/system_bus_socket"

BUS_CONF = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_type="method_call"/>
    <allow send_type="signal"/>
    <allow send_requested_reply="true" send_type="method_return"/>
    <allow send_requested_reply="true" send_type="error"/>
    <allow receive_type="method_call"/>
    <allow receive_type="method_return"/>
    <allow receive_type="error"/>
    <allow receive_type="signal"/>
  </policy>
</busconfig>
"""

# What a desktop's firewall does at its simplest.
FIREWALL = """
table inet own {
  chain input {
    type filter hook input priority 0; policy drop;
    iif lo accept
    ct state established,related accept
  }
}
"""


def environment():
    return {"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=" + BUS}


def start(lan):
    computer = lan.plan["computer"]
    path = daemons.put(f"{RUN}/computer/bus.conf", BUS_CONF.format(socket=BUS))
    lan.processes.start(computer["name"], "dbus-daemon",
                        ["dbus-daemon", "--config-file=" + path, "--nofork", "--nopidfile"],
                        person=lan.person, ready_file=BUS)
    if not os.path.lexists("/run/dbus/system_bus_socket"):
        os.symlink(BUS, "/run/dbus/system_bus_socket")
    if computer.get("avahi", True):
        lan.processes.wait_ready()  # avahi-daemon ends when there is no bus yet
        start_avahi(lan)


def start_avahi(lan):
    computer = lan.plan["computer"]
    mounts = daemons.avahi_mounts(computer, *lan.person)
    lan.processes.start(computer["name"], "avahi-daemon",
                        daemons.avahi_command(computer, computer["name"], True),
                        person=lan.person, mounts=mounts, environment=environment(),
                        ready_file=f"{mounts[1][0]}/socket")


def set_vpn(lan, on):
    name = lan.plan["computer"]["name"]
    lines = ["tuntap add dev tun0 mode tun", "addr add 10.8.0.2/24 dev tun0", "link set tun0 up"]
    in_network(name, ["ip", "-batch", "-"], "\n".join(lines if on else ["link del tun0"]) + "\n")


def set_firewall(lan, on):
    name = lan.plan["computer"]["name"]
    in_network(name, ["nft", "-f", "-"], "table inet own\ndelete table inet own\n" +
               (FIREWALL if on else ""))
