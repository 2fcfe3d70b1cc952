#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The router page by keyboard alone, on the test network: a router that closes no door of another
device says so calmly, what came and went is told, and other words stand ready for another menu."""

import sys
import unittest

import lab
from journey import go_to_router, lanctl, look_at_home

REFUSED = "The router did not allow this."


class Router(unittest.TestCase):
    """One evening; the tests run in the order of their names."""

    desktop = None

    @classmethod
    def setUpClass(cls):
        lanctl("map-port", "camera", "8554", "554", "TCP", "<b>Camera & more</b>")
        cls.desktop = look_at_home()
        go_to_router(cls.desktop, "Your router keeps 1 door open to the outside.")

    @classmethod
    def tearDownClass(cls):
        if cls.desktop.process.poll() is None:
            cls.desktop.end()

    def test_1_a_door_that_the_router_keeps(self):
        desktop = self.desktop
        desktop.tab_to("Close the doors you do not need. To do.")
        desktop.key("space")
        desktop.await_text("It was open already when we first looked, on")
        desktop.tab_to("Close this opening to Hikvision")
        desktop.key("space")
        desktop.find("Close Opening…")
        desktop.tab_to("Close Opening")
        desktop.key("space")
        desktop.await_text(REFUSED, 30)
        self.assertIn("8554", lanctl("mappings"))
        self.assertEqual(desktop.unnamed(), [])

    def test_2_another_menu(self):
        desktop = self.desktop
        desktop.tab_to("This is not what I see")
        desktop.await_text("“Permit Access”")
        desktop.key("space")
        desktop.await_text("These are the usual words.")
        self.assertFalse(desktop.has("“Permit Access”"))

    def test_3_what_came_and_went(self):
        """The person closes it in the menu of the router; a device opens another one."""
        desktop = self.desktop
        lanctl("router-upnp", "off")
        lanctl("router-upnp", "on")
        lanctl("map-port", "nas", "5001", "5001", "TCP", "DSM")
        desktop.key("Home")
        desktop.press("Look Again")
        desktop.await_text("Page of a device with files (port 5001)", 40)
        desktop.await_text("New since")
        desktop.await_text("Doors that are closed now")
        desktop.await_text("Hikvision DS-2CD2042WD: Picture of a camera (port 8554)")
        desktop.await_text("Gone since")
        self.assertEqual(desktop.unnamed(), [])


if __name__ == "__main__":
    sys.exit(lab.main("home", __file__))
