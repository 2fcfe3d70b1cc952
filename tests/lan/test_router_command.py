#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""huiswacht --check-router on the test network: what the router opens and how, on seven kinds of it.

    test_router_command.py BUILD-FOLDER
"""

import json
import os
import sys
import tempfile
import unittest

from harness import main, run_script

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.abspath(sys.argv.pop(1) if len(sys.argv) > 1 else "build")
APP = os.path.join(BUILD, "src", "app", "huiswacht")
SCANNER = os.path.join(BUILD, "src", "scanner", "huiswacht-scanner")


def check_router(scenario, script="check"):
    """What each `check` in a shell script on the person's computer printed."""
    with tempfile.TemporaryDirectory(prefix="huiswacht-router-") as home:
        output = run_script(scenario, f"""
            export HUISWACHT_DATADIR='{SOURCE}/data' HUISWACHT_SCANNER='{SCANNER}'
            export XDG_DATA_HOME='{home}'
            unset DISPLAY WAYLAND_DISPLAY
            check () {{ '{APP}' --check-router; printf '\\036'; }}
            {script}""")
        if os.path.exists(os.path.join(home, "huiswacht", "state.json")):
            raise AssertionError("something was saved")
    return [json.loads(text) for text in output.split("\x1e")[:-1]]


def statuses(result):
    return {name: check["status"] for name, check in result["checks"].items()}


class Router(unittest.TestCase):
    def test_openings_come_and_go(self):
        """The router of this network lets a device close its own doors only, as many do."""
        results = check_router("home", f"""
            close () {{ '{SCANNER}' close-opening --protocol=tcp --external-port=$1 </dev/null >&2; }}
            check
            lanctl map-port camera 8554 554 TCP 'Camera <b>' >&2
            lanctl map-port laptop 8080 80 TCP Laptop 3600 >&2
            check
            close 8554; close 8080
            check""")
        self.assertEqual([statuses(result)["upnp"] for result in results], ["seen"] * 3)
        self.assertEqual([statuses(result)["openings"] for result in results],
                         ["not-seen", "seen", "seen"])
        self.assertEqual(results[0]["openings"], [])
        self.assertEqual(results[1]["openings"], [
            {"protocol": "tcp", "external_port": 8080, "internal_address": "192.168.178.20",
             "internal_port": 80, "description": "Laptop"},
            {"protocol": "tcp", "external_port": 8554, "internal_address": "192.168.178.23",
             "internal_port": 554, "description": "Camera <b>"},
        ])
        self.assertEqual([row["external_port"] for row in results[2]["openings"]], [8554])
        self.check_home(results[0])

    def check_home(self, result):
        self.assertEqual(result["router"]["maker"], "AVM")
        self.assertEqual(result["router"]["model"], "FRITZ!Box 7590")
        self.assertEqual(result["router"]["address"], "192.168.178.1")
        self.assertEqual(result["router"]["guide"], "fritzbox")
        self.assertEqual(result["router"]["firmware"], "7.57")
        seen = statuses(result)
        self.assertEqual((seen["nat-pmp"], seen["pcp"]), ("seen", "seen"))
        self.assertEqual(seen["router-version"], "seen")
        self.assertEqual(seen["second-router"], "not-seen")
        self.assertEqual(seen["router-services"], "not-seen")
        self.assertEqual(seen["wifi"], "not-tested")
        for name, check in result["checks"].items():
            self.assertTrue(check["evidence"] or check["status"] == "not-tested", name)

    def test_a_box_of_a_provider(self):
        result, = check_router("router-softathome")
        self.assertEqual(result["router"]["guide"], "kpn-box-12")
        self.assertEqual(result["router"]["firmware"], "V12.C.23.04.36")
        self.assertIn("V12.C.23.04.36", result["checks"]["router-version"]["evidence"][0])

    def test_no_answer_is_never_off(self):
        result, = check_router("igd-off")
        seen = statuses(result)
        self.assertEqual([seen[name] for name in ("upnp", "nat-pmp", "pcp")], ["not-seen"] * 3)
        self.assertIn("does not mean", result["checks"]["upnp"]["evidence"][0])
        self.assertEqual((seen["openings"], seen["second-router"]), ("not-tested", "not-tested"))

    def test_switched_off_by_the_person(self):
        before, after = check_router("home", "check; lanctl router-upnp off >&2; check")
        self.assertEqual((statuses(before)["upnp"], statuses(after)["upnp"]), ("seen", "not-seen"))

    def test_natpmp_only(self):
        result, = check_router("natpmp-only")
        seen = statuses(result)
        self.assertEqual((seen["upnp"], seen["nat-pmp"], seen["openings"]),
                         ("seen", "seen", "not-tested"))
        self.assertIn("NAT-PMP", result["checks"]["upnp"]["evidence"][0])

    def test_unicast_only(self):
        result, = check_router("unicast-upnp")
        self.assertEqual(statuses(result)["upnp"], "seen")
        self.assertEqual(result["router"]["model"], "FRITZ!Box 7590")

    def test_late_router(self):
        result, = check_router("router-slow")
        self.assertEqual((statuses(result)["upnp"], statuses(result)["openings"]), ("seen", "seen"))

    def test_own_firewall_and_silence(self):
        result, = check_router("igd-off", "lanctl firewall on >&2; check")
        self.assertEqual(statuses(result)["upnp"], "not-seen")
        self.assertIn("firewall of this computer", result["checks"]["upnp"]["evidence"][0])

    def test_refused_list(self):
        result, = check_router("router-errors")
        self.assertEqual((statuses(result)["upnp"], statuses(result)["openings"]),
                         ("seen", "not-tested"))

    def test_second_router(self):
        result, = check_router("double-nat")
        self.assertEqual(statuses(result)["second-router"], "seen")

    def test_a_second_way(self):
        """A box that announces itself as a router; a speaker that only speaks of its own network."""
        alone, = check_router("home")
        result, = check_router("second-way", """
            for i in 1 2 3 4 5 6 7 8 9 10; do
              ip -6 route show default | grep -q via && break; sleep 0.5
            done
            check""")
        self.assertEqual(statuses(alone)["other-router"], "not-tested")
        self.assertEqual(statuses(result)["other-router"], "seen")
        self.assertIn("d0:37:45:01:02:03", result["checks"]["other-router"]["evidence"][0])

    def test_lying_router(self):
        """Openings without end and without sense, errors, addresses elsewhere: clear and no crash."""
        result, lured = check_router("bad-router", """
            check
            lanctl log camera | grep -c lured || true
            printf '\\036'""")
        self.assertEqual(statuses(result)["upnp"], "seen")
        self.assertEqual(result["openings"], [])
        self.assertEqual(lured, 0)

    def test_hostile_home(self):
        result, = check_router("hostile")
        self.assertEqual(statuses(result)["upnp"], "seen")
        self.assertEqual(result["router"]["guide"], "fritzbox")


if __name__ == "__main__":
    sys.exit(main())
