#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which device is which, on the test network: a device is changed from the list by keyboard and
stays so for ever, and an unknown one is found by pulling plugs."""

import os
import sys
import unittest

import lab
from desktop import Desktop, wait_for
from journey import lanctl, look_at_home

HOME = os.environ.get("HUIS_HOME", "")
CAMERA = "Hikvision"


def saved(name):
    return next((device for device in lab.kept_network(HOME)["devices"]
                 if device.get("name") == name), {})


class Devices(unittest.TestCase):
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

    def test_1_changed_from_the_list_by_keyboard(self):
        desktop = self.desktop
        desktop.scroll_to(CAMERA + "…")
        desktop.tab_to("Where is this?")
        desktop.tab_to(CAMERA, "Down")
        desktop.key("F2")
        desktop.find("Your own name for it")
        self.assertEqual(desktop.unnamed(), [])
        desktop.key(*"Garden")
        desktop.key("Tab", "Tab", "ctrl+a", *"Acme", "Escape")
        wait_for(lambda: saved("Garden").get("maker") == "Acme", "name and maker are saved")
        desktop.scroll_to("Garden…")
        desktop.await_text("Camera · Acme")

    def test_2_for_ever(self):
        """After a new start, and another look, the person's words stand as they were, also those
        typed as they quit."""
        self.desktop.tab_to("Garden")
        self.desktop.key("F2")
        self.desktop.find("Your own name for it")
        self.desktop.key("Tab", "Tab", "ctrl+a", *"Globex")
        self.desktop.end()
        self.start()
        desktop = self.desktop
        desktop.press("Devices at home…", "list item")
        before = lab.kept_network(HOME)["last_look"]
        desktop.press("Look Again")
        wait_for(lambda: lab.kept_network(HOME)["last_look"] > before, "another look is saved", 40)
        desktop.scroll_to("Garden…")
        desktop.await_text("Camera · Globex")
        self.assertEqual(saved("Garden").get("maker"), "Globex")

    def test_3_pull_its_plug(self):
        """One is unknown: it is not the thing whose plug is out, until it is."""
        desktop = self.desktop
        desktop.tab_to("Garden")
        desktop.key("Return")
        desktop.tab_to("I don’t know this one")
        self.assertEqual(desktop.unnamed(), [])
        desktop.key("Return")
        desktop.find("Pull the plug of the thing you think it is…", None)
        lanctl("stop", "nas")
        desktop.press("Is It Still There?")
        desktop.await_text("It still answers. So it is another thing.", 90)
        lanctl("start", "nas")
        lanctl("stop", "camera")
        desktop.press("Is It Still There?")
        desktop.await_text("No answer now. So this is probably the thing without its plug.", 90)
        desktop.press("I know it now", None)
        desktop.key(*"Shed", "Return")
        wait_for(lambda: any("Shed" in device.get("name", "")
                             for device in lab.kept_network(HOME)["devices"]), "the name is saved")


if __name__ == "__main__":
    sys.exit(lab.main("home", __file__))
