#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps of the router and of a device, on the test network: a door is closed by the button and
gone after it, a fault is mended and gone after another look, a device is answered by keyboard alone."""

import os
import sys
import unittest

import lab
from desktop import wait_for
from journey import go_to_router, lanctl, look_at_home

HOME = os.environ.get("HUIS_HOME", "")
CAMERA = "Hikvision"
# What the owner of the camera does when they switch its picture and its old way in off.
MENDED = ("add table inet mended { chain input { type filter hook input priority 0; "
          "tcp dport { 23, 554 } reject with tcp reset; }; }")


def answers():
    return {answer["measure"]: answer for answer in lab.kept_network(HOME)["answers"]}


class Steps(unittest.TestCase):
    """One evening; the tests run in the order of their names."""

    desktop = None

    @classmethod
    def setUpClass(cls):
        lanctl("map-port", "camera", "8554", "554", "TCP", "<b>Camera & more</b>")
        cls.desktop = look_at_home()

    @classmethod
    def tearDownClass(cls):
        if cls.desktop.process.poll() is None:
            cls.desktop.end()

    def test_1_the_door_is_closed(self):
        desktop = self.desktop
        go_to_router(desktop, "Your router keeps 1 door open to the outside.")
        desktop.press("Close the doors you do not need. To do. …", None)
        desktop.await_text("Picture of a camera (port 8554)")
        desktop.await_text("It calls itself ‘<b>Camera & more</b>’.")
        self.assertIn("8554", lanctl("mappings"))
        desktop.press(f"Close this opening to {CAMERA}…")
        desktop.press("Cancel…")  # libadwaita 1.2 says the words of a dialog twice
        self.assertIn("8554", lanctl("mappings"), "nothing is closed before the person agrees")
        desktop.press(f"Close this opening to {CAMERA}…")
        desktop.press("Close Opening…")
        desktop.await_text("The door is closed. We looked again and no longer see it.", 30)
        desktop.await_text("Was: to do. Now: not seen any more.")
        self.assertNotIn("8554", lanctl("mappings"))
        desktop.await_text("Doors that are closed now")
        desktop.await_text("Closed with Huiswacht on")
        self.assertEqual(desktop.unnamed(), [])

    def test_2_by_keyboard_alone(self):
        """From the list to an answer and a reason, and back, without the mouse."""
        desktop = self.desktop
        desktop.key("alt+Right")
        desktop.await_text("This camera shows its picture without a password.")
        desktop.tab_to(CAMERA)
        desktop.key("Return")
        desktop.await_text("0 of 1")
        desktop.tab_to("Choose your own password. Not tested.")
        desktop.key("space")
        desktop.tab_to("I chose my own password")
        desktop.key("space")
        wait_for(lambda: answers().get("password", {}).get("answer") == "done", "done is saved")
        desktop.tab_to("Turn on two-step verification. Not tested.")
        desktop.key("space")
        desktop.tab_to("I accept this, because…")
        desktop.key("space")
        desktop.key(*"garden")
        desktop.key("Return")
        wait_for(lambda: answers().get("two-factor", {}).get("reason") == "garden",
                 "the reason is saved")
        self.assertEqual(desktop.unnamed(), [])

    def test_3_mended_and_looked_at_again(self):
        desktop = self.desktop
        desktop.find("The picture of this camera has no password. To do. …")
        lanctl("exec", "camera", "nft", MENDED)
        desktop.key("Home")
        desktop.press("Look Again")
        desktop.await_text("Something changed in", 40)
        desktop.await_text("Was: to do. Now: not seen any more.")
        desktop.key("Escape")
        desktop.find("Devices, most urgent first")

    def test_4_unplugged_is_a_good_ending(self):
        desktop = self.desktop
        desktop.click(desktop.scroll_to(CAMERA + "…"))
        desktop.press("It Is Unplugged")
        desktop.press("Undo…")
        desktop.scroll_to(CAMERA + "…")


if __name__ == "__main__":
    sys.exit(lab.main("router-obliging", __file__))
