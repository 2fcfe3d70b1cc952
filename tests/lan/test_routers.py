#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scanner learns from a router, good or bad, and what it must not let the router do.

  test_routers.py SCANNER [unittest arguments]
"""

import json
import sys
import unittest

from harness import main, run_script

SCANNER = ""
MAPPINGS = 128  # of a list without end


def ask_router(scenario, before=":", request="router"):
    """The facts of one look at the router; none may lead away from it."""
    output = run_script(scenario, f"""
        {before}; '{SCANNER}' {request} --interface=eth0
        printf '\\036'; lanctl counters to-internet; printf '\\036'
        lanctl log victim 2>/dev/null || :""")
    lines, counters, victim = output.split("\x1e")
    facts = [json.loads(line) for line in lines.splitlines()]
    assert facts[-1]["type"] == "done", facts[-1]
    assert json.loads(counters)["to-internet"]["packets"] == 0, counters
    assert victim == "", victim
    return facts


def of_type(facts, kind):
    return [fact for fact in facts if fact["type"] == kind]


def connections(facts):
    return [fact for fact in of_type(facts, "igd") if "Connection:" in fact["service"]]


class Routers(unittest.TestCase):
    def setUp(self):
        run_script("quiet", ":")  # skips where namespaces are forbidden

    def test_openings_are_listed_and_closed(self):
        before = "lanctl map-port camera 8554 554 TCP 'Front door & <b>'"
        facts = ask_router("home", before)
        opening, = of_type(facts, "mapping")
        self.assertEqual((opening["protocol"], opening["external_port"],
                          opening["internal_address"], opening["internal_port"]),
                         ("tcp", 8554, "192.168.178.23", 554))
        self.assertEqual(opening["description"], "Front door & <b>")
        self.assertEqual(connections(facts)[0]["mapping_count"], 1)
        self.assertEqual(connections(facts)[0]["external_address"], "84.81.20.7")

    def test_nothing_is_seen_where_nothing_answers(self):
        for scenario in ("igd-off", "quiet"):
            facts = ask_router(scenario)
            for kind in ("igd", "mapping", "natpmp", "pcp"):
                self.assertEqual(of_type(facts, kind), [], scenario)

    def test_a_look_at_the_router_as_a_device_renews_what_is_known(self):
        facts = ask_router("home", request="look --address=192.168.178.1")
        self.assertEqual(len(connections(facts)), 1)
        self.assertEqual(len(of_type(facts, "natpmp")), 1)
        self.assertEqual({fact["address"] for fact in of_type(facts, "host")}, {"192.168.178.1"})

    def test_natpmp_alone(self):
        facts = ask_router("natpmp-only")
        self.assertEqual(of_type(facts, "igd"), [])
        self.assertEqual(of_type(facts, "natpmp")[0]["external_address"], "84.81.20.7")

    def test_a_router_that_hears_no_multicast(self):
        self.assertEqual(len(connections(ask_router("unicast-upnp"))), 1)

    def test_a_router_that_hears_no_search_at_all(self):
        facts = ask_router("router-silent")
        self.assertEqual(of_type(facts, "ssdp"), [])
        self.assertEqual(len(of_type(facts, "mapping")), 1)

    def test_a_firewall_of_ones_own(self):
        """It keeps nothing from us that the router itself is asked; what else it swallows is said."""
        facts = ask_router("home", "lanctl firewall on")
        self.assertEqual(connections(facts)[0]["mapping_count"], 0)
        self.assertTrue(of_type(facts, "natpmp"))
        self.assertEqual([fact["swallows"] for fact in of_type(facts, "firewall")], [True])
        self.assertIn("own-firewall", [fact["code"] for fact in of_type(facts, "notice")])
        free = ask_router("home")
        self.assertEqual([fact["swallows"] for fact in of_type(free, "firewall")], [False])
        self.assertEqual(of_type(free, "notice"), [])

    def test_looking_at_the_router_as_a_device_asks_all(self):
        facts = ask_router("home", request="look --address=192.168.178.1")
        self.assertTrue(connections(facts))
        self.assertTrue(of_type(facts, "ports"))

    def test_a_private_address_outside_is_told(self):
        addresses = [fact.get("external_address")
                     for fact in ask_router("double-nat-told") if fact["type"] in ("igd", "natpmp")]
        self.assertIn("192.168.1.64", addresses)

    def test_a_late_router_and_ppp(self):
        facts = ask_router("router-slow")
        self.assertEqual(connections(facts)[0]["service"], "WANPPPConnection:1")
        self.assertEqual(len(of_type(facts, "mapping")), 1)

    def test_a_list_without_end_ends(self):
        facts = ask_router("router-endless")
        self.assertLessEqual(len(of_type(facts, "mapping")), MAPPINGS)
        self.assertNotIn("mapping_count", connections(facts)[0])

    def test_a_refusal_is_not_an_empty_list(self):
        for scenario in ("router-errors", "router-huge"):
            facts = ask_router(scenario)
            self.assertEqual(of_type(facts, "mapping"), [])
            for fact in of_type(facts, "igd"):
                self.assertNotIn("mapping_count", fact)

    def test_no_router_leads_elsewhere(self):
        for scenario in ("router-lure", "router-away"):
            self.assertEqual(of_type(ask_router(scenario), "mapping"), [])

    def test_markup_stays_text(self):
        facts = ask_router("router-markup")
        text = json.dumps(facts, ensure_ascii=False)
        self.assertIn("<b>Camera & more</b>", text)
        self.assertNotIn("\u202e", text)
        self.assertNotIn("1.2.3.4", text)


if __name__ == "__main__":
    SCANNER = sys.argv.pop(1)
    sys.exit(main())
