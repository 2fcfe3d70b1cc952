#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each scenario differs from the home in what its description says."""

import concurrent.futures
import json
import os
import socket
import struct
import sys
import unittest

from harness import look, main, run_script

HERE = os.path.dirname(os.path.abspath(__file__))
ROUTER = "192.168.178.1"

# Asks the router for its outer address by NAT-PMP (RFC 6886 section 3.2), and PCP with version 2.
NATPMP = """
import socket, sys
for packet in (bytes([0, 0]), bytes([2, 1]) + bytes(58)):
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.settimeout(0.5)
    sock.connect((sys.argv[1], 5351))
    try:
        sock.send(packet)
        print(sock.recv(2048).hex())
    except OSError as error:
        print("none")
"""

# Asks one host for its Google Cast services, by mDNS from a port of its own (RFC 6762 section 6.7).
GOOGLECAST = """
import socket, struct, sys
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(5)
name = b"".join(bytes([len(part)]) + part for part in (b"_googlecast", b"_tcp", b"local", b""))
sock.sendto(struct.pack("!6H", 1, 0, 1, 0, 0, 0) + name + struct.pack("!2H", 12, 1), (sys.argv[1], 5353))
print(sock.recv(9000).hex())
"""


def ask_natpmp(scenario):
    lines = run_script(scenario, f"'{sys.executable}' -c '{NATPMP}' {ROUTER}").split()
    return [None if line == "none" else bytes.fromhex(line) for line in lines]


class Scenarios(unittest.TestCase):
    def test_every_scenario_is_described_and_starts(self):
        names = sorted(os.listdir(os.path.join(HERE, "scenarios")))
        # Beside each other: they mostly wait for their daemons.
        with concurrent.futures.ThreadPoolExecutor(3) as pool:
            started = {name: pool.submit(run_script, name[:-5], "test -s \"$HUIS_LAN_EXPECT\"")
                       for name in names}
        for name, start in started.items():
            with self.subTest(name):
                start.result()

    def test_quiet(self):
        seen = look("quiet")
        self.assertEqual(list(seen["neighbours"]), [ROUTER])
        self.assertEqual((seen["ssdp"], seen["announcements"]), ({}, []))
        self.assertEqual(ask_natpmp("quiet"), [None, None])

    def test_home_speaks_natpmp_and_pcp(self):
        address, pcp = ask_natpmp("home")
        self.assertEqual(address[:4], bytes([0, 128, 0, 0]))
        self.assertEqual(socket.inet_ntoa(address[8:12]), "84.81.20.7")
        self.assertEqual(pcp[:2], bytes([2, 129]))

    def test_natpmp_only(self):
        self.assertNotIn(ROUTER, look("natpmp-only")["ssdp"])
        self.assertIsNotNone(ask_natpmp("natpmp-only")[0])

    def test_igd_off(self):
        seen = look("igd-off")
        self.assertNotIn(ROUTER, seen["ssdp"])
        self.assertEqual(len(seen["ssdp"]), 4)
        self.assertEqual(ask_natpmp("igd-off"), [None, None])

    def test_unicast_upnp(self):
        self.assertNotIn(ROUTER, look("unicast-upnp")["ssdp"])
        self.assertEqual(run_script("unicast-upnp", f"look {ROUTER} 49000").strip(), "open")

    def test_no_avahi(self):
        seen = look("no-avahi")
        self.assertEqual(seen["announcements"], [])
        self.assertEqual(len(seen["ssdp"]), 5)

    def test_no_gateway(self):
        seen = look("no-gateway")
        self.assertIsNone(seen["expect"]["router"])
        self.assertEqual(len(seen["neighbours"]), 13)
        self.assertEqual(run_script("no-gateway", "ip route show default"), "")

    def test_double_nat(self):
        address, _pcp = ask_natpmp("double-nat")
        # RFC 6886 section 3.5: result 3, network failure, when there is no address to give.
        self.assertTrue(struct.unpack_from("!H", address, 2)[0] == 3
                        or socket.inet_ntoa(address[8:12]).startswith("192.168."))
        self.assertEqual(run_script("double-nat", "look 192.168.1.1 80").strip(), "open")

    def test_sixty(self):
        seen = look("sixty")
        self.assertEqual(len(seen["neighbours"]), 60)
        self.assertEqual(list(seen["closed"].values()).count("silent"), 12)

    def test_late(self):
        seen = look("late", "20")
        self.assertEqual(len(seen["neighbours"]), 60)

    def test_the_hotspot_reaches_openings_only(self):
        output = run_script("home", """
            lanctl map-port camera 8554 554; lanctl computer hotspot
            look 84.81.20.7 8554; look 84.81.20.7 80; look 192.168.178.23 554
            lanctl wan-address 84.81.20.99/24; look 84.81.20.7 8554
            lanctl computer home; look 192.168.178.23 554""")
        self.assertEqual(output.split(), ["open", "silent", "silent", "silent", "open"])

    def test_a_guest_network_leaks_or_does_not(self):
        script = "lanctl computer guest; look 192.168.178.23 554; look 192.168.179.1 80"
        self.assertEqual(run_script("guest-leaky", script).split(), ["open", "open"])
        self.assertEqual(run_script("guest-tight", script).split(), ["silent", "open"])

    def test_hostile(self):
        for _ in range(3):  # Avahi may be asked before it heard the many names of one shouter
            seen = look("hostile")
            if len(seen["announcements"]) > 100:
                break
        self.assertIn("file:///etc/passwd", seen["ssdp"].values())
        self.assertGreater(len(seen["announcements"]), 100)
        self.assertEqual(seen["counters"]["to-internet"]["packets"], 0)

    def test_a_name_with_markup_is_announced(self):
        # Asked of the device itself: what the others shout may push it out of Avahi's memory.
        output = run_script("hostile", f"'{sys.executable}' -c '{GOOGLECAST}' 192.168.178.61")
        self.assertIn(b"<b>Tom & Jerry</b>", bytes.fromhex(output))

    def test_a_packet_to_the_internet_is_counted_and_ends(self):
        output = run_script("home", "look 93.184.216.34 80; lanctl counters to-internet")
        state, _sep, counters = output.partition("\n")
        self.assertEqual(state, "silent")
        self.assertEqual(json.loads(counters)["to-internet"]["packets"], 1)


if __name__ == "__main__":
    sys.exit(main())
