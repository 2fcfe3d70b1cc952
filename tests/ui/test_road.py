#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole road, as a person walks it: from Start to paper, on the test network."""

import json
import os
import subprocess
import sys
import unittest

import lab
from desktop import Desktop, name_of, wait_for, walk

HOME = os.environ.get("HUIS_HOME", "")


def expected():
    with open(os.environ["HUIS_LAN_EXPECT"], encoding="utf-8") as file:
        return json.load(file)


def state():
    """What is saved, or nothing yet."""
    path = os.path.join(HOME, "data", "huiswacht", "state.json")
    with open(path, encoding="utf-8") as file:
        return json.loads(file.read().split("\n")[1])


def saved_devices():
    return state()["networks"][0]["devices"]


def macs(device):
    return {item["fact"].get("mac") for item in device["observations"]} - {None}


def paper(language):
    path = os.path.join(HOME, f"{language}.pdf")
    env = dict(os.environ, **lab.environment(), XDG_DATA_HOME=os.path.join(HOME, "data"),
               LC_ALL="C.UTF-8")
    env.pop("DISPLAY")
    subprocess.run(lab.program(f"--checklist={path}", f"--language={language}"), env=env, check=True)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True)
    return " ".join(text.stdout.split())


class Road(unittest.TestCase):
    """One evening and the next; the tests run in the order of their names."""

    desktop = None

    def start(self, language):
        type(self).desktop = Desktop(lab.program(), HOME, language, lab.environment())
        return self.desktop

    def tearDown(self):
        desktop, type(self).desktop = type(self).desktop, None
        if desktop is not None and desktop.process.poll() is None:
            desktop.end()

    def row(self, desktop, name):
        """The list makes only the rows in view: go down until this one is there."""
        desktop.focus_list()
        for _ in range(60):
            for node in walk(desktop.root):
                if node.get_role_name() == "list item" and name_of(node).startswith(name):
                    return node
            desktop.key("Down")
        raise AssertionError("%r is not in the list: %s" % (name, desktop.texts()))

    def test_1_look_around(self):
        desktop = self.start("nl")
        desktop.press("Beginnen")
        desktop.find("Van wie is dit netwerk?")
        self.assertFalse(os.path.exists(os.path.join(HOME, "data", "huiswacht", "state.json")) and
                         saved_devices(), "nothing may be looked at before consent")
        desktop.press("Van mij, thuis…", "check box")
        desktop.press("Rondkijken")
        everyone = len(expected()["devices"]) + 2  # and the router, and this computer
        desktop.await_text(f"We zagen {everyone} apparaten", 30)
        self.assertEqual(desktop.unnamed(), [])
        wait_for(lambda: len(saved_devices()) == everyone, "all devices are saved")
        found = set().union(*map(macs, saved_devices()))
        for device in expected()["devices"]:
            self.assertIn(device["mac"], found, device["name"])


if __name__ == "__main__":
    sys.exit(lab.main("home", __file__))
