# SPDX-License-Identifier: GPL-3.0-or-later
"""The switch, the cables and the meters: one bridge, one veth pair and one namespace a host."""

import contextlib
import ctypes
import fcntl
import os
import shutil
import socket
import struct
import subprocess

from . import kernel

SIOCETHTOOL = 0x8946
ETHTOOL_STSO = 0x1F
ETHTOOL_SGRO = 0x2C
NETNS_DIR = "/run/netns"
FORBIDDEN_PORTS = "{ 515, 9100-9107, 9999 }"  # printing and plug control: a byte there acts


def find_program(name):
    path = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin:/usr/bin:/bin")
    if not path:
        raise RuntimeError(f"{name} is not installed")
    return path


def call(argv, text=None):
    result = subprocess.run([find_program(argv[0])] + argv[1:], input=text, text=True,
                            capture_output=True, check=False)
    if result.returncode != 0:
        raise RuntimeError(f"{' '.join(argv)}: {(result.stderr or result.stdout).strip()}")
    return result.stdout


def in_network(name, argv, text=None):
    return call(["ip", "netns", "exec", name] + argv, text)


def write_setting(path, value):
    """A sysctl of the namespace this process is in; IPv6 may be missing altogether."""
    try:
        with open("/proc/sys/net/" + path, "w", encoding="ascii") as file:
            file.write(str(value))
    except FileNotFoundError:
        pass


def _ethtool_value(interface, command, value):
    """One ETHTOOL_S* flag of ethtool(8), by ioctl SIOCETHTOOL: struct ethtool_value."""
    buffer = ctypes.create_string_buffer(struct.pack("II", command, value))
    request = struct.pack("16sP", interface.encode(), ctypes.addressof(buffer))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        with contextlib.suppress(OSError):  # an older kernel: bursts lose frames, nothing else
            fcntl.ioctl(sock, SIOCETHTOOL, request)


class Wiring:
    """All network namespaces of one home, by host name."""

    def __init__(self):
        self.networks = {}
        self.ports = 0

    def make_switch(self):
        os.makedirs(NETNS_DIR, exist_ok=True)
        try:
            call(["ip", "-batch", "-"], "link set lo up\n"
                 "link add home type bridge forward_delay 0 mcast_snooping 0\n"
                 "link set home up\n")
        except RuntimeError as error:
            raise kernel.Forbidden(f"this system does not allow a network bridge ({error})")
        write_setting("ipv6/conf/home/disable_ipv6", 1)

    def make_network(self, name):
        self.networks[name] = kernel.new_network(f"{NETNS_DIR}/{name}")
        return self.networks[name]

    def plug_in(self, hosts):
        """A cable from each host's eth0 to the switch; all in one call of ip(8)."""
        lines = []
        for host in hosts:
            self.ports += 1
            port = f"port{self.ports}"
            host["port"] = port
            # No IPv6 on the switch's own side: only the hosts speak here.
            lines.append(f"link add {port} type veth peer name eth0 address {host['mac']} "
                         f"netns {host['name']}")
            lines.append(f"link set {port} addrgenmode none master home up")
        call(["ip", "-batch", "-"], "\n".join(lines) + "\n")
        for host in hosts:
            # Each cable gets a queue of its own. Else a broadcast, copied to every port, overruns the
            # queue that all cables share (net.core.netdev_max_backlog) and frames are lost.
            _ethtool_value(host["port"], ETHTOOL_STSO, 0)
            with kernel.inside(self.networks[host["name"]]):
                _ethtool_value("eth0", ETHTOOL_SGRO, 1)

    def configure(self, host, prefix, gateway):
        name = host["name"]
        lines = ["link set lo up"]
        with kernel.inside(self.networks[name]):
            if host.get("silent") or host.get("ipv6") is False:
                write_setting("ipv6/conf/all/disable_ipv6", 1)
            write_setting("ipv6/conf/eth0/accept_dad", 0)  # addresses at once, no second of waiting
            if host.get("arp"):
                write_setting("ipv4/conf/eth0/arp_ignore", 8)  # a program answers instead
            if host.get("may-ping"):  # what most desktops allow everyone; here is one group only
                write_setting("ipv4/ping_group_range", "0 0")
            if host.get("ipv4", True):
                lines.append(f"addr add {host['address']}/{prefix} brd + dev eth0")
            lines.append("link set eth0 up")
            if gateway and gateway != host["address"] and host.get("ipv4", True):
                lines.append(f"route add default via {gateway}")
            for extra in host.get("addresses", []):
                lines.append(f"addr add {extra} dev eth0")
            call(["ip", "-batch", "-"], "\n".join(lines) + "\n")

    def install_meters(self, hosts):
        """Counts, in the switch, TCP packets with payload to the forbidden ports, by device; and
        stops everything but ARP of the silent ones. One table for all hosts keeps this quick."""
        counters = [f"  counter {host['port']} {{ }}\n  counter {host['port']}-syn {{ }}\n"
                    for host in hosts]

        def by_device(suffix):
            pairs = ", ".join(f"{host['mac']} : \"{host['port']}{suffix}\"" for host in hosts)
            return f"counter name ether daddr map {{ {pairs} }}"

        # A TCP header has 5 to 15 words; what an IP packet holds beyond it is payload.
        payload = [f"    tcp doff {words} ip length > {20 + 4 * words} goto payload\n"
                   f"    tcp doff {words} ip6 length > {4 * words} goto payload\n"
                   for words in range(5, 16)]
        silent = ", ".join(host["mac"] for host in hosts if host.get("silent"))
        quiet = (f"    ether type {{ ip, ip6 }} ether daddr {{ {silent} }} drop\n"
                 f"    ether type {{ ip, ip6 }} ether saddr {{ {silent} }} drop\n") if silent else ""
        rules = ("table bridge watch {\n" + "".join(counters)
                 + "  chain payload {\n    " + by_device("") + "\n  }\n"
                 + "  chain forbidden {\n    " + by_device("-syn") + "\n" + "".join(payload)
                 + "  }\n  chain passing {\n    type filter hook forward priority 0\n"
                 + f"    tcp dport {FORBIDDEN_PORTS} jump forbidden\n" + quiet + "  }\n}\n")
        try:
            call(["nft", "-f", "-"], rules)
        except RuntimeError as error:
            raise kernel.Forbidden(f"this system does not allow nftables ({error})")
