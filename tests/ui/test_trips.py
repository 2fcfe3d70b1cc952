#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The test from outside, on the test network: nothing is tried before the person agrees, the open
door is named once they are home again, and a new outside address makes it count for nothing."""

import os
import subprocess
import sys
import unittest

import lab
from desktop import Desktop

HOME = os.environ.get("HUIS_HOME", "")


def lanctl(*words):
    run = subprocess.run(["lanctl", *words], capture_output=True, text=True, check=True)
    return run.stdout.strip()


class Trips(unittest.TestCase):
    """One evening; the tests run in the order of their names."""

    desktop = None

    @classmethod
    def setUpClass(cls):
        lanctl("map-port", "camera", "8554", "554", "TCP", "Camera")
        cls.desktop = Desktop(lab.program(), HOME, "en", lab.environment())
        cls.desktop.press("Start")
        cls.desktop.press("Mine, at home…", "check box")
        cls.desktop.press("Look Around")
        cls.desktop.await_text("We saw 15 devices", 40)
        cls.desktop.press("Next")
        cls.desktop.await_text("Which devices need the internet?")
        cls.desktop.press("Next")
        cls.desktop.await_text("Knock from outside")

    @classmethod
    def tearDownClass(cls):
        lanctl("computer", "home")
        if cls.desktop.process.poll() is None:
            cls.desktop.end()

    def knock(self, again):
        desktop = self.desktop
        desktop.press("Do This Test Again" if again else "Start This Test")
        desktop.await_text("Step 1 of 3: join the hotspot of your phone", 40)
        self.assertFalse(desktop.has("Knock at My Home"))
        lanctl("computer", "hotspot")
        desktop.await_text("Step 2 of 3: shall we?")
        self.assertEqual(desktop.unnamed(), [])
        desktop.press("Knock at My Home")
        desktop.await_text("Step 3 of 3: go back to your own network", 90)

    def come_home(self):
        """By cable there is no proof of it without sending something: the person says so."""
        lanctl("computer", "home")
        self.desktop.press("I Am Home Again", limit=30)

    def test_1_the_open_door_is_named(self):
        desktop = self.desktop
        self.knock(again=False)
        self.assertFalse(desktop.has("Picture of a camera (port 8554)"))
        self.come_home()
        desktop.await_text("Picture of a camera (port 8554)", 60)
        desktop.await_text("The door leads to: Hikvision")
        desktop.await_text("Tested: ")
        self.assertEqual(desktop.unnamed(), [])

    def test_2_with_another_address_it_does_not_count(self):
        desktop = self.desktop
        self.knock(again=True)
        lanctl("wan-address", "84.81.20.9/24")
        self.come_home()
        desktop.await_text("This test does not count", 60)
        desktop.await_text("Your router has another outside address now.")
        desktop.press("Got It")
        desktop.find("Do This Test Again")


if __name__ == "__main__":
    sys.exit(lab.main("router-obliging", __file__))
