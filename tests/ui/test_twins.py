#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two rows that are one device, on the test network: the person says so, takes it back, says it again,
and it stays so over a restart and a look; and one row is made two in the same way."""

import os
import sys
import unittest

import lab
from desktop import Desktop, wait_for
from journey import look_at_home

HOME = os.environ.get("HUIS_HOME", "")
BRIDGE, SERVER = "192.168.178.26", "192.168.178.27"
BRIDGE_NAME, SERVER_NAME = "Philips Hue Bridge", "Hub, "


def addresses_of_rows():
    """What each row of the kept list stands for."""
    rows = []
    for device in lab.kept_network(HOME)["devices"]:
        facts = [one["fact"] for one in device.get("observations", [])]
        rows.append({fact.get("address") for fact in facts if fact["type"] == "host"})
    return rows


def is_one():
    return any({BRIDGE, SERVER} <= row for row in addresses_of_rows())


def is_two():
    rows = addresses_of_rows()
    return any(BRIDGE in row and SERVER not in row for row in rows) and any(
        SERVER in row and BRIDGE not in row for row in rows)


class Twins(unittest.TestCase):
    """One evening and the next; the tests run in the order of their names."""

    desktop = None

    @classmethod
    def setUpClass(cls):
        cls.desktop = look_at_home()

    @classmethod
    def start(cls):
        cls.desktop = Desktop(lab.program(), HOME, "en", lab.environment())

    @classmethod
    def tearDownClass(cls):
        if cls.desktop.process.poll() is None:
            cls.desktop.end()

    def open_row(self, name):
        """By keyboard, from wherever it is now: only the rows of devices have a dot in them."""
        for _ in range(60):
            if " · " in self.desktop.focused():
                break
            self.desktop.key("Tab", "Down")
        self.desktop.key("Home")
        self.desktop.tab_to(name, "Down")
        self.desktop.key("Return")

    def come_back_another_evening(self, found):
        """A new start and a look, which brings all the facts once more."""
        self.desktop.end()
        self.start()
        self.desktop.press("Devices at home…", "list item")
        before = lab.kept_network(HOME).get("last_look", 0)
        self.desktop.press("Look Again")
        wait_for(lambda: lab.kept_network(HOME).get("last_look", 0) > before,
                 "another look is saved", 40)
        self.desktop.await_text(f"We saw {found} devices")

    def test_1_the_two_are_one(self):
        desktop = self.desktop
        self.assertTrue(is_two())
        for undone in (True, False):
            self.open_row(BRIDGE_NAME)
            desktop.press("It is the same as another one in the list…", "list item")
            desktop.await_text("Which one is the same device?")
            self.assertEqual(desktop.unnamed(), [])
            self.open_row(SERVER_NAME)
            desktop.await_text("The two are one device now")
            if undone:
                desktop.press("Undo…")
                desktop.await_text("Devices at home, 15 found")
                desktop.scroll_to(SERVER_NAME + "…")
                self.assertFalse(desktop.has("not seen this time"))
        wait_for(is_one, "they are kept as one")
        self.come_back_another_evening(14)
        self.assertTrue(is_one())

    def test_2_the_one_is_two(self):
        desktop = self.desktop
        self.open_row(BRIDGE_NAME)
        desktop.tab_to("It is more than one device…")
        desktop.key("Return")
        desktop.tab_to("Home")
        desktop.key("Return")
        desktop.await_text("They are two devices now")
        wait_for(is_two, "they are kept as two")
        self.come_back_another_evening(15)
        self.assertTrue(is_two())


if __name__ == "__main__":
    sys.exit(lab.main("home", __file__))
