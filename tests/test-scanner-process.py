#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scanner from the outside: what it prints, when it stops, and that its sandbox holds.

Runs in a network of its own, made of namespaces, so that nothing is sent to a real one; where
namespaces are forbidden the tests that need one are skipped."""

import ctypes
import errno
import json
import os
import re
import signal
import struct
import subprocess
import sys
import time
import unittest

SCANNER = sys.argv.pop(1) if len(sys.argv) > 1 else "huiswacht-scanner"

# A cable with somebody at the other end: veth in a second network namespace.
LAN = """
ip link set lo up
mount -t tmpfs none /run && mkdir -p /run/netns
ip netns add lan
ip link add eth0 type veth peer name far address 02:00:00:00:00:01 netns lan
ip addr add 10.77.0.2/24 dev eth0
ip link set eth0 up
ip -n lan link set far up
ip -n lan addr add 10.77.0.1/24 dev far
ip -n lan addr add 10.77.0.9/24 dev far
ip route add default via 10.77.0.1
eval "$MORE"
exec "$@"
"""

# What the kernel remembers of two addresses: one is there, at the other is nobody any more.
REMEMBERED = """
ip neigh add 10.77.0.9 lladdr 02:00:00:00:00:01 nud stale dev eth0
ip neigh add 10.77.0.77 lladdr 02:00:00:00:00:77 nud stale dev eth0
"""

# A work VPN that takes all, containers, virtual machines, and a second cable into the same home.
CROWDED = """
ip tuntap add dev tun0 mode tun && ip addr add 10.8.0.2/24 dev tun0 && ip link set tun0 up
ip link add docker0 type bridge && ip addr add 172.17.0.1/16 dev docker0 && ip link set docker0 up
ip link add virbr0 type bridge && ip addr add 192.168.122.1/24 dev virbr0 && ip link set virbr0 up
ip link add eth1 type veth peer name far1 netns lan
ip addr add 10.77.0.3/24 dev eth1 && ip link set eth1 up && ip -n lan link set far1 up
ip route del default
ip route add default via 10.8.0.1 metric 50
ip route add default via 10.77.0.1 dev eth0 metric 100
ip route add default via 10.77.0.1 dev eth1 metric 600
"""


def in_lan(*arguments, more=""):
    return ["env", "MORE=" + more, "unshare", "-Urnm", "sh", "-ec", LAN, "sh", *arguments]


def without_landlock():
    """In a child: a seccomp filter (seccomp(2)) by which the kernel does not know Landlock's three
    calls, as one that was built without."""
    first, last = 444, 446
    fail, go_on = 0x00050000 | errno.ENOSYS, 0x7fff0000
    program = b"".join(struct.pack("HBBI", *step) for step in (
        (0x20, 0, 0, 0), (0x35, 0, 2, first), (0x25, 1, 0, last), (0x06, 0, 0, fail),
        (0x06, 0, 0, go_on)))
    code = ctypes.create_string_buffer(program)
    libc = ctypes.CDLL(None)
    libc.prctl(38, 1, 0, 0, 0)
    if libc.prctl(22, 2, struct.pack("@HP", 5, ctypes.addressof(code)), 0, 0) != 0:
        os._exit(77)


def has_namespaces():
    return subprocess.run(in_lan("true"), capture_output=True, check=False).returncode == 0


def run(*arguments, text=None, lan=False, more="", timeout=30):
    """Its outcome and its lines; with `lan` on the cable, after the commands of `more`."""
    command = [SCANNER, *arguments]
    environment = dict(os.environ, DBUS_SYSTEM_BUS_ADDRESS="unix:path=/nonexistent")
    result = subprocess.run(in_lan(*command, more=more) if lan else command, input=text, timeout=timeout,
                            capture_output=True, check=False, text=True, env=environment)
    return result, [json.loads(line) for line in result.stdout.splitlines() if line[:1] == "{"]


class Requests(unittest.TestCase):
    def test_rubbish_gives_a_line_and_a_code(self):
        for text in ("", "\n", "rubbish\n", "[1]\n", '{"request":"look"}\n', "[" * 100000 + "\n"):
            result, lines = run(text=text)
            self.assertEqual(result.returncode, 2, text[:20])
            self.assertEqual([line["code"] for line in lines], ["bad-request"], text[:20])

    def test_bad_words(self):
        for words in (["dance"], ["look"], ["discover", "--pace=9999"], ["discover", "extra"]):
            result, lines = run(*words)
            self.assertEqual(result.returncode, 2, words)
            self.assertEqual(lines[0]["type"], "notice")

    def test_help(self):
        result, _ = run("--help")
        self.assertEqual(result.returncode, 0)
        self.assertIn("discover", result.stdout)

    def test_unknown_interface(self):
        result, lines = run("discover", "--interface=nowhere0")
        self.assertEqual(result.returncode, 1)
        self.assertEqual([line["type"] for line in lines], ["notice", "done"])

    def test_sandbox_holds(self):
        result, _ = run("check-sandbox")
        self.assertEqual((result.returncode, result.stdout), (0, "The sandbox holds.\n"))

    def test_sandbox_holds_without_landlock(self):
        result = subprocess.run([SCANNER, "check-sandbox"], capture_output=True, check=False,
                                text=True, preexec_fn=without_landlock)
        self.assertEqual((result.returncode, result.stdout), (0, "The sandbox holds.\n"))


@unittest.skipUnless(has_namespaces(), "this system forbids namespaces")
class Looks(unittest.TestCase):
    def start(self, *arguments, **options):
        environment = dict(os.environ, DBUS_SYSTEM_BUS_ADDRESS="unix:path=/nonexistent")
        process = subprocess.Popen(in_lan(SCANNER, *arguments), stdout=subprocess.PIPE, text=True,
                                   env=environment, **options)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        self.addCleanup(process.stdout.close)
        return process

    def read_until_host(self, process):
        for line in process.stdout:
            if json.loads(line)["type"] == "host":
                return
        self.fail("no host was found")

    def check_stops(self, process, stop):
        self.read_until_host(process)
        before = time.monotonic()
        stop()
        last = process.stdout.read().splitlines()[-1]
        self.assertEqual(process.wait(5), 0)
        self.assertLess(time.monotonic() - before, 0.5)
        self.assertEqual(json.loads(last)["type"], "done")
        self.assertTrue(json.loads(last)["stopped"])

    def test_networks(self):
        _, lines = run("networks", lan=True)
        network = next(line for line in lines if line.get("interface") == "eth0")
        self.assertEqual(network["address"], "10.77.0.2")
        self.assertEqual(network["gateway"], "10.77.0.1")
        self.assertEqual(network["medium"], "wire")
        self.assertTrue(network["default"])

    def test_the_home_is_chosen(self):
        _, lines = run("networks", lan=True, more=CROWDED)
        networks = {line["interface"]: line for line in lines if line["type"] == "network"}
        self.assertEqual({name: network.get("ignored") for name, network in networks.items()},
                         {"eth0": None, "eth1": None, "tun0": "tunnel", "docker0": "container",
                          "virbr0": "virtual-machine"})
        self.assertEqual([line["interface"] for line in lines if line["type"] == "network"][:2],
                         ["eth0", "eth1"])
        self.assertEqual(networks["eth1"].get("same_as"), "eth0")
        self.assertNotIn("same_as", networks["eth0"])

        _, lines = run("discover", "--timeout=1", lan=True, more=CROWDED)
        self.assertEqual(lines[0]["interface"], "eth0")
        self.assertIn("10.77.0.9", [line.get("address") for line in lines])

    def test_everyone_is_found(self):
        result, lines = run("discover", "--timeout=1", lan=True)
        hosts = {line["address"]: line for line in lines if line["type"] == "host"}
        self.assertEqual(set(hosts), {"10.77.0.1", "10.77.0.2", "10.77.0.9"})
        self.assertTrue(hosts["10.77.0.2"]["self"])
        self.assertTrue(hosts["10.77.0.1"]["gateway"])
        self.assertTrue(all(host.get("mac") for host in hosts.values()))
        self.assertLess(max(host["t"] for host in hosts.values()), 1.0)
        self.assertEqual(lines[-1]["type"], "done")
        self.assertEqual(result.stderr, "")
        self.assertIn("avahi-absent", [line.get("code") for line in lines])
        times = [line["t"] for line in lines]
        self.assertEqual(times, sorted(times))

    def test_what_the_kernel_remembers_is_no_sign_of_life(self):
        _, lines = run("discover", lan=True, more=REMEMBERED, timeout=40)
        hosts = {line["address"]: line for line in lines if line["type"] == "host"}
        self.assertEqual(set(hosts), {"10.77.0.1", "10.77.0.2", "10.77.0.9"})
        # It had to answer before it counted, and did so at once.
        self.assertEqual(hosts["10.77.0.9"]["via"], "icmp")
        self.assertEqual(hosts["10.77.0.9"]["mac"], "02:00:00:00:00:01")

    def test_what_is_open_and_allowed(self):
        """The sandbox as the kernel sees it, once the first device is met."""
        reader, writer = os.pipe()
        process = self.start("discover", stdin=subprocess.DEVNULL, pass_fds=[writer])
        os.close(writer)
        self.read_until_host(process)
        with open(f"/proc/{process.pid}/status", encoding="utf-8") as file:
            status = dict(re.findall(r"^(\w+):\s*(.*)$", file.read(), re.MULTILINE))
        with open(f"/proc/{process.pid}/limits", encoding="utf-8") as file:
            limits = dict(re.findall(r"^(.*?)  +(\d+|unlimited) ", file.read(), re.MULTILINE))
        self.assertEqual((status["NoNewPrivs"], status["Seccomp"]), ("1", "2"))
        self.assertEqual(limits["Max core file size"], "0")
        self.assertLessEqual(int(limits["Max open files"]), 1024)
        self.assertLessEqual(int(limits["Max address space"]), 512 * 1024 * 1024)
        self.assertLessEqual(int(limits["Max cpu time"]), 600)
        # What its parent left open it closed: nobody else holds the other end.
        os.set_blocking(reader, False)
        self.assertEqual(os.read(reader, 1), b"")
        os.close(reader)

    def test_one_device(self):
        _, lines = run("look", "--address=10.77.0.9", lan=True)
        self.assertEqual({line["address"] for line in lines if line["type"] == "host"},
                         {"10.77.0.9"})
        ports = next(line for line in lines if line["type"] == "ports")
        self.assertIn(23, ports["closed"])
        self.assertNotIn(9100, ports["closed"])

    def test_stops_by_signal(self):
        process = self.start("discover", stdin=subprocess.DEVNULL)
        self.check_stops(process, lambda: process.send_signal(signal.SIGTERM))

    def test_stops_at_end_of_input(self):
        process = self.start(stdin=subprocess.PIPE)
        process.stdin.write('{"request":"discover","interface":"eth0"}\n')
        process.stdin.flush()
        self.check_stops(process, process.stdin.close)

    def test_by_hand_input_does_not_matter(self):
        process = self.start("discover", "--timeout=1", stdin=subprocess.DEVNULL)
        last = process.stdout.read().splitlines()[-1]
        self.assertEqual(process.wait(10), 0)
        self.assertFalse(json.loads(last)["stopped"])

    def test_stops_when_nobody_reads(self):
        process = self.start("discover", stdin=subprocess.DEVNULL)
        self.read_until_host(process)
        process.stdout.close()
        self.assertEqual(process.wait(5), 0)


if __name__ == "__main__":
    unittest.main()
