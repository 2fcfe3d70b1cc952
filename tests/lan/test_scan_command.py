#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""huiswacht --scan on the test network: every device, with its own address, and what it is.

    test_scan_command.py BUILD-FOLDER
"""

import json
import os
import subprocess
import sys
import tempfile
import unittest

import harness

HERE = os.path.dirname(os.path.abspath(__file__))
LAN = os.path.join(HERE, "lan.py")
SOURCE = os.path.dirname(os.path.dirname(HERE))
BUILD = os.path.abspath(sys.argv.pop(1) if len(sys.argv) > 1 else "build")
SKIPPED = 77

# Copies the scenario's answers to the file $0 before it becomes the program.
INSIDE = 'cat "$HUIS_LAN_EXPECT" >"$0"; exec "$@"'


def scan(scenario, home):
    expect = os.path.join(home, "expect.json")
    environment = dict(
        os.environ,
        HUISWACHT_DATADIR=os.path.join(SOURCE, "data"),
        HUISWACHT_SCANNER=os.path.join(BUILD, "src", "scanner", "huiswacht-scanner"),
        XDG_DATA_HOME=os.path.join(home, "data"),
    )
    environment.pop("DISPLAY", None)
    result = subprocess.run(
        [sys.executable, LAN, scenario, "--", "sh", "-c", INSIDE, expect,
         os.path.join(BUILD, "src", "app", "huiswacht"), "--scan"],
        capture_output=True, text=True, timeout=90, check=False, env=environment)
    if result.returncode == SKIPPED:
        raise unittest.SkipTest(result.stderr.strip())
    with open(expect, encoding="utf-8") as file:
        return result, json.load(file)


class Scan(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="huiswacht-scan-")
        self.addCleanup(folder.cleanup)
        self.home = folder.name

    def test_home(self):
        result, expect = scan("home", self.home)
        self.assertEqual(result.returncode, 0, result.stderr)
        found = {device["mac"]: device for device in json.loads(result.stdout)}
        for device in expect["devices"]:
            with self.subTest(device["name"]):
                self.assertIn(device["mac"], found)
                self.assertIn(device["address"], found[device["mac"]]["addresses"])
        for device in found.values():
            self.assertTrue(device["name"])
            self.assertIn(device["strength"], ("none", "guess", "likely", "certain"))
            self.assertIsInstance(device["evidence"], list)
        self.check_identities(expect["devices"], found)
        self.assertEqual(sum(device.get("self", False) for device in found.values()), 1)
        self.assertEqual(sum(device.get("gateway", False) for device in found.values()), 1)
        self.assertFalse(os.path.exists(os.path.join(self.home, "data", "huiswacht", "state.json")))

    def check_identities(self, devices, found):
        """Blank beats wrong: a kind that is claimed for certain is the scenario's."""
        certain = [(device, found[device["mac"]]) for device in devices
                   if found[device["mac"]]["strength"] == "certain"]
        self.assertGreaterEqual(len(certain), 5)
        for device, seen in certain:
            with self.subTest(device["name"]):
                self.assertEqual(seen["kind"], device["kind"])
                self.assertTrue(seen["evidence"])

    def test_without_avahi(self):
        result, expect = scan("no-avahi", self.home)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("Avahi", result.stderr)
        found = {device["mac"] for device in json.loads(result.stdout)}
        self.assertLessEqual({device["mac"] for device in expect["devices"]}, found)


if __name__ == "__main__":
    sys.exit(harness.main())
