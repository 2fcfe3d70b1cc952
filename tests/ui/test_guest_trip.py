#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The test from the guest network, on one that lets its guests through and on one that does not:
what could be reached is named, and silence is never called safe."""

import json
import os
import sys
import unittest

import lab
from journey import come_home, lanctl, open_router_page


def is_leaky():
    with open(os.environ["HUIS_LAN_EXPECT"], encoding="utf-8") as file:
        return json.load(file)["guest"]["leaky"]


class GuestTrip(unittest.TestCase):
    desktop = None

    @classmethod
    def setUpClass(cls):
        cls.desktop = open_router_page()

    @classmethod
    def tearDownClass(cls):
        lanctl("computer", "home")
        if cls.desktop.process.poll() is None:
            cls.desktop.end()

    def test_guest(self):
        desktop = self.desktop
        desktop.await_text("Try it from the guest network")
        desktop.press("Start the Guest Test")
        desktop.await_text("Step 1 of 3: join your guest network", 40)
        desktop.await_text("First finish the other test, or cancel it.")
        lanctl("computer", "guest")
        desktop.await_text("Step 2 of 3: shall we?")
        self.assertEqual(desktop.unnamed(), [])
        desktop.press("Try My Devices")
        desktop.await_text("Step 3 of 3: go back to your own network", 120)
        come_home(desktop)
        desktop.await_text("Tested: ", 30)
        if is_leaky():
            desktop.await_text("From the guest network it answered, at port")
            desktop.await_text("HP ENVY 5000 series")
            desktop.await_text("From the guest network we could reach: ")
        else:
            desktop.await_text("Nothing answered: no hole seen")
            desktop.await_text("That is no proof that there is no hole.")
        self.assertFalse(any("safe" in text.lower() for text in desktop.texts()
                             if "guest" in text.lower()))
        self.assertEqual(desktop.unnamed(), [])

    def test_who_could_move(self):
        desktop = self.desktop
        desktop.click(desktop.scroll_to("Switch the guest network on…", None))
        for text in ("Can move to the guest network: ", "Can move, but something stops: ",
                     "Had better stay on your own network: "):
            desktop.await_text(text)
        desktop.await_text("Your computer must be able to reach it to print.")


if __name__ == "__main__":
    if os.environ.get("HUIS_INSIDE"):
        lab.main("guest-leaky", __file__)
    sys.exit(lab.main("guest-leaky", __file__) or lab.main("guest-tight", __file__))
