#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scanner finds of the home from another network: over the hotspot of a phone, and from
the guest network. It tries what it was told, and nothing else.

  test_trips.py SCANNER [unittest arguments]
"""

import json
import sys
import unittest

from harness import main, run_script

SCANNER = ""
WAN = "84.81.20.7"
CAMERA, NAS, PHONE = "192.168.178.23", "192.168.178.22", "192.168.178.30"
HOME6 = "2a02:a45f:7c31:1:"
CAMERA6, NAS6 = HOME6 + "4619:b6ff:fe0c:7731", HOME6 + "211:32ff:fe7a:c05d"


def visit(scenario, script, request, *targets):
    words = " ".join(f"--target={target}" for target in targets)
    output = run_script(scenario, f"{script}\n'{SCANNER}' {request} --interface=eth0 {words}")
    facts = [json.loads(line) for line in output.splitlines()]
    assert facts[-1]["type"] == "done" and not facts[-1]["stopped"], facts[-1]
    return facts


def doors(facts):
    return {(fact["address"], fact["port"]): fact["state"] for fact in facts
            if fact["type"] == "door"}


def way(facts):
    return next(fact for fact in facts if fact["type"] == "way")


class Outside(unittest.TestCase):
    def test_an_open_door_and_closed_ones(self):
        facts = visit("home", "lanctl map-port camera 8554 554; lanctl computer hotspot",
                      "outside", f"{WAN}=8554,80,443,22,49000")
        self.assertEqual(doors(facts), {
            (WAN, 8554): "open", (WAN, 80): "silent", (WAN, 443): "silent", (WAN, 22): "silent",
            (WAN, 49000): "silent"})
        self.assertEqual((way(facts)["near"], way(facts)["passed"]), (False, True))

    def test_a_router_that_refuses_is_heard(self):
        reject = ("insert rule inet filter input iifname wan tcp dport 80 reject with tcp reset; "
                  "insert rule inet filter input iifname wan tcp dport 81 reject")
        facts = visit("home", f"lanctl exec fritz nft '{reject}'; lanctl computer hotspot",
                      "outside", f"{WAN}=80,81,82")
        self.assertEqual(doors(facts), {(WAN, 80): "refused", (WAN, 81): "refused",
                                        (WAN, 82): "silent"})

    def test_nothing_is_tried_where_the_way_leads_through_the_home(self):
        for place in ("home", "guest"):
            facts = visit("guest-tight", f"lanctl computer {place}", "outside", f"{WAN}=80,8554")
            self.assertTrue(way(facts)["near"], place)
            self.assertEqual(doors(facts), {}, place)

    def test_a_phone_without_internet(self):
        """It says so itself; that is no proof that anything got under way."""
        facts = visit("home", "lanctl exec hotspot ip route del default; lanctl computer hotspot",
                      "outside", f"{WAN}=80,443")
        self.assertEqual((way(facts)["passed"], way(facts)["blocked"]), (False, True))
        self.assertFalse({"open", "refused"} & set(doors(facts).values()))

    def test_only_the_named_address_gets_packets(self):
        watch = ("table inet watch { counter to-home { }; counter everything { }; chain out { "
                 "type filter hook postrouting priority 0; oifname mobile counter name everything; "
                 f"oifname mobile ip daddr {WAN} tcp flags & (syn | ack) == syn counter name to-home; "
                 "}; }")
        output = run_script("home", f"""
            lanctl exec hotspot nft '{watch}'
            lanctl computer hotspot
            '{SCANNER}' outside --interface=eth0 --target={WAN}=80,443 >/dev/null
            lanctl exec hotspot nft -j list counters""")
        counted = {row["counter"]["name"]: row["counter"]["packets"]
                   for row in json.loads(output)["nftables"] if "counter" in row}
        self.assertGreater(counted["to-home"], 0)
        self.assertEqual(counted["to-home"], counted["everything"])
        # Two doors and a dozen connections of few hops, each perhaps sent anew by the kernel.
        self.assertLessEqual(counted["everything"], 14 * 3)


class OutsideByIpv6(unittest.TestCase):
    def test_a_router_that_lets_all_in(self):
        facts = visit("ipv6-open", "lanctl computer hotspot", "outside", f"{NAS6}=5000,80",
                      f"{CAMERA6}=554")
        self.assertEqual(doors(facts), {(NAS6, 5000): "open", (NAS6, 80): "refused",
                                        (CAMERA6, 554): "open"})
        self.assertEqual(way(facts)["address"], NAS6)
        self.assertEqual((way(facts)["near"], way(facts)["passed"]), (False, True))

    def test_a_router_that_lets_nobody_in(self):
        facts = visit("ipv6", "lanctl computer hotspot", "outside", f"{WAN}=443", f"{NAS6}=5000",
                      f"{CAMERA6}=554")
        self.assertEqual(set(doors(facts).values()), {"silent"})
        ways = {fact["address"]: fact["passed"] for fact in facts if fact["type"] == "way"}
        self.assertEqual(ways, {WAN: True, NAS6: True})

    def test_nothing_is_tried_at_home(self):
        facts = visit("ipv6-open", "true", "outside", f"{NAS6}=5000")
        self.assertTrue(way(facts)["near"])
        self.assertEqual(doors(facts), {})

    def test_a_hotspot_without_ipv6(self):
        facts = visit("ipv6-old-phone", "lanctl computer hotspot", "outside", f"{WAN}=443",
                      f"{NAS6}=5000")
        self.assertEqual(doors(facts), {(WAN, 443): "silent", (NAS6, 5000): "unreachable"})
        ways = {fact["address"]: (fact["passed"], fact["blocked"]) for fact in facts
                if fact["type"] == "way"}
        self.assertEqual(ways, {WAN: (True, False), NAS6: (False, True)})

    def test_the_home_learns_its_addresses(self):
        """Every device that made its address in the usual way is found by it, and the router."""
        output = run_script("ipv6", f"lanctl devices; '{SCANNER}' discover --interface=eth0")
        devices, end = json.JSONDecoder().raw_decode(output)
        facts = [json.loads(line) for line in output[end:].splitlines() if line]
        found = {fact["mac"] for fact in facts if fact["type"] == "host"
                 and fact["address"].startswith(HOME6) and "mac" in fact}
        # One answers to nothing but ARP; the phone made up its MAC, as phones do.
        wanted = {device["mac"] for device in devices
                  if device["name"] not in ("silent", "phone", "laptop")}
        self.assertEqual(wanted - found, set())
        self.assertEqual(facts[0]["ipv6"], [HOME6 + "3ea9:f4ff:fe51:b22"])


class Guest(unittest.TestCase):
    def test_a_leaky_guest_network(self):
        facts = visit("guest-leaky", "lanctl computer guest", "guest", f"{CAMERA}=554,8443",
                      f"{NAS}=5000", f"{PHONE}=80")
        self.assertEqual(doors(facts), {(CAMERA, 554): "open", (CAMERA, 8443): "refused",
                                        (NAS, 5000): "open", (PHONE, 80): "refused"})

    def test_a_tight_guest_network(self):
        facts = visit("guest-tight", "lanctl computer guest", "guest", f"{CAMERA}=554",
                      f"{NAS}=5000")
        self.assertEqual(set(doors(facts).values()), {"silent"})


if __name__ == "__main__":
    SCANNER = sys.argv.pop(1)
    sys.exit(main())
