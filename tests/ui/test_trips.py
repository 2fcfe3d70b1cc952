#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The test from outside, on the test network: nothing is tried before the person agrees, the open
door is named once they are home again, also after a restart, and a new outside address makes it
count for nothing."""

import sys
import unittest

import lab
from journey import come_home, lanctl, open_again, open_router_page


class Trips(unittest.TestCase):
    """One evening; the tests run in the order of their names."""

    desktop = None

    @classmethod
    def setUpClass(cls):
        lanctl("map-port", "camera", "8554", "554", "TCP", "Camera")
        cls.desktop = open_router_page()

    @classmethod
    def tearDownClass(cls):
        lanctl("computer", "home")
        if cls.desktop.process.poll() is None:
            cls.desktop.end()

    def knock(self, button):
        desktop = self.desktop
        desktop.press(button)
        desktop.await_text("Step 1 of 3: join the hotspot of your phone", 40)
        self.assertFalse(desktop.has("Knock at My Home"))
        lanctl("computer", "hotspot")
        desktop.await_text("Step 2 of 3: shall we?")
        desktop.await_text("A test is under way")
        self.assertEqual(desktop.unnamed(), [])
        desktop.press("Knock at My Home")
        desktop.await_text("Step 3 of 3: go back to your own network", 90)

    def test_0_the_step_of_the_firewall_leads_to_it(self):
        desktop = self.desktop
        desktop.press("Keep the firewall on. …")
        desktop.press("Go to the Test: Knock from outside")
        desktop.await_focus("Start the Outside Test")

    def test_1_the_open_door_is_named(self):
        desktop = self.desktop
        self.knock("Start the Outside Test")
        self.assertFalse(desktop.has("Picture of a camera (port 8554)"))
        # Somebody closes the program on the way.
        desktop.end()
        desktop = type(self).desktop = open_again()
        desktop.await_text("Step 3 of 3: go back to your own network", 30)
        come_home(desktop)
        desktop.await_text("Picture of a camera (port 8554)", 60)
        desktop.await_text("The door leads to: Hikvision")
        desktop.await_text("Tested: ")
        self.assertFalse(desktop.has("(port 443)"))
        self.assertEqual(desktop.unnamed(), [])

    def test_2_with_another_address_it_does_not_count(self):
        desktop = self.desktop
        self.knock("Do the Outside Test Again")
        lanctl("wan-address", "84.81.20.9/24")
        come_home(desktop)
        desktop.await_text("This test does not count", 60)
        desktop.await_text("Your home has another address on the internet now.")
        desktop.press("Got It")
        desktop.find("Do the Outside Test Again")


if __name__ == "__main__":
    sys.exit(lab.main("router-obliging", __file__))
