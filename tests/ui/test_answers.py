#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole device is answered by keyboard alone: every step, in every way there is to answer, with
a reason, a note and a date; and what was decided is read back and undone."""

import datetime
import os
import sys
import unittest

import lab
from desktop import Desktop, wait_for

HOME = os.environ.get("HUIS_HOME", "")
PLUG = "Shelly"


def answer(measure):
    found = [one for one in lab.kept_network(HOME)["answers"] if one["measure"] == measure]
    return found[0] if found else {}


class Answers(unittest.TestCase):
    """One evening; the tests run in the order of their names."""

    desktop = None

    @classmethod
    def setUpClass(cls):
        cls.desktop = Desktop(lab.program(), HOME, "en", lab.environment())
        cls.desktop.press("Start")
        cls.desktop.press("Mine, at home…", "check box")
        cls.desktop.press("Look Around")
        cls.desktop.await_text("Is one missing?", 40)
        cls.desktop.key("alt+Right", "alt+Right", "alt+Right")
        cls.desktop.find("Devices, most urgent first")

    @classmethod
    def tearDownClass(cls):
        if cls.desktop.process.poll() is None:
            cls.desktop.end()

    def lay_open(self, title):
        self.desktop.tab_to(title + ". ")
        self.desktop.key("space")

    def press(self, name):
        self.desktop.tab_to(name)
        self.desktop.key("space")

    def await_answer(self, measure, **expected):
        def is_kept():
            kept = answer(measure)
            return all(kept.get(key) == value for key, value in expected.items())

        wait_for(is_kept, f"{measure}: {expected} is kept")

    def test_1_open_the_device(self):
        self.desktop.tab_to("Hikvision")
        while not self.desktop.focused().startswith(PLUG):
            self.desktop.key("Down")
        self.desktop.key("Return")
        self.desktop.find("All Devices")

    def test_2_first_whether_it_needs_the_internet(self):
        self.lay_open("Does it need the internet?")
        self.press("No: ")
        self.desktop.await_text("Then keep it off the internet.")
        self.press("I keep it off the internet")
        self.await_answer("online-needed", answer="done")
        self.desktop.find("Turn on two-step verification. Does not apply. …")
        self.desktop.key("space")
        self.await_answer("online-needed", answer="none")
        self.desktop.tab_to("Yes: ", "shift+Tab")
        self.desktop.key("space")
        self.desktop.await_text("Then its password, its updates and its own place")
        self.desktop.find("Turn on two-step verification. Not tested. …")

    def test_3_done_later_not_possible_does_not_apply(self):
        self.lay_open("Choose your own password")
        self.press("I chose my own password")
        self.await_answer("password", answer="done")
        self.lay_open("Install the updates")
        self.press("Later")
        self.await_answer("updates", answer="later")
        self.desktop.find("Install the updates. To do. …")
        self.lay_open("Does it still get updates?")
        self.desktop.tab_to("Updates until")
        self.desktop.key(*"2039", "Return")
        self.desktop.await_text("Kept: updates until 31 December 2039.")
        wait_for(lambda: any(one.get("support_until") == "2039-12-31"
                             for one in lab.kept_network(HOME)["devices"]),
                 "the date is kept")
        self.lay_open("Turn on two-step verification")
        self.press("Not possible")
        self.await_answer("two-factor", answer="cannot")
        self.lay_open("Move it to the guest network")
        self.press("Does not apply")
        self.await_answer("guest-network", answer="not-applicable")

    def test_4_accepted_with_a_reason_and_a_note(self):
        self.lay_open("Use a connection with a padlock")
        self.press("I accept this, because…")
        self.desktop.key(*"shed", "Return")
        self.await_answer("https", answer="accepted", reason="shed")
        self.lay_open("Switch off what you do not use")
        self.press("I went through the settings")
        self.press("Note")
        self.desktop.key(*"cloud")
        self.await_answer("further-settings", answer="done", note="cloud")
        today = datetime.date.today()
        kept = datetime.date.fromtimestamp(answer("further-settings")["when"])
        self.assertLessEqual(abs((kept - today).days), 1)
        self.assertEqual(self.desktop.unnamed(), [])

    def test_5_read_back_and_undone(self):
        self.desktop.key("Escape")
        self.desktop.find("Devices, most urgent first")
        self.desktop.tab_to("What You Decided")
        self.desktop.key("Return")
        self.desktop.find("Risks that you accept")
        self.desktop.await_text("Your reason: shed")
        self.press("Undo: Move it to the guest network")
        self.await_answer("guest-network", answer="none")
        self.press("Undo: Use a connection with a padlock")
        self.await_answer("https", answer="none")
        self.desktop.find("Nothing yet")
        self.desktop.key("Escape")
        self.desktop.find("Devices, most urgent first")


if __name__ == "__main__":
    sys.exit(lab.main("findings", __file__))
