#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The test from outside at a home whose router tells no address, but whose devices have IPv6 of the
internet: what answers is named, and other addresses afterwards make it count for nothing."""

import sys
import unittest

import lab
from journey import come_home, lanctl, open_router_page


class Ipv6Trip(unittest.TestCase):
    """One evening; the tests run in the order of their names."""

    desktop = None

    @classmethod
    def setUpClass(cls):
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
        lanctl("computer", "hotspot")
        desktop.await_text("at 7 addresses of your own home. Nothing else is tried.")
        desktop.press("Knock at My Home")
        desktop.await_text("Step 3 of 3: go back to your own network", 90)

    def test_1_the_open_doors_are_named(self):
        desktop = self.desktop
        self.knock("Start the Outside Test")
        come_home(desktop)
        desktop.await_text("Tested: ", 60)
        desktop.await_text("The door leads to: DiskStation.")
        desktop.await_text("Shared folders (port 445)")

    def test_2_with_other_addresses_it_does_not_count(self):
        desktop = self.desktop
        self.knock("Do the Outside Test Again")
        lanctl("ipv6-prefix", "2a02:a45f:9999:1::/64")
        come_home(desktop)
        desktop.await_text("This test does not count", 60)
        desktop.await_text("Your home has another address on the internet now.")
        desktop.press("Got It")
        # The addresses of before may be somebody else's now; a look learns those of now.
        desktop.await_text("Your home has other addresses on the internet (IPv6)")
        self.assertFalse(desktop.has("Do the Outside Test Again"))
        desktop.press("Look Around Again")
        desktop.find("Do the Outside Test Again", "push button", 60)


if __name__ == "__main__":
    sys.exit(lab.main("ipv6-open", __file__))
