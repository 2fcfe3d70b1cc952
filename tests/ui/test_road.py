#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole road, as a person walks it: from Start to paper, on the test network."""

import json
import os
import subprocess
import sys
import unittest

import lab
from desktop import Desktop, wait_for

OWN_NAME = "Camera <b>& voordeur"
FIREWALL_DONE = "De firewall staat aan"
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

    def test_2_answers(self):
        desktop = self.start("nl")
        desktop.press("Apparaten in huis…", "list item")
        desktop.click(desktop.scroll_to("Hikvision…"))
        desktop.fill("Uw eigen naam ervoor", OWN_NAME)
        wait_for(lambda: OWN_NAME in [device.get("name") for device in saved_devices()],
                 "the name is saved")
        desktop.press("Klaar")
        desktop.press("Volgende")
        self.answer_online(desktop)
        desktop.press("Volgende")
        self.answer_router(desktop)
        desktop.press("Volgende")
        desktop.await_text(OWN_NAME)
        desktop.await_text("Het beeld van deze camera is te zien zonder wachtwoord.")
        desktop.press("Volgende")
        desktop.await_text("1 stap vandaag")

    def answer_online(self, desktop):
        desktop.press(f"Nee: Heeft het internet nodig? {OWN_NAME}", None)
        wait_for(lambda: "no" in [device.get("online") for device in saved_devices()],
                 "the answer is saved")

    def answer_router(self, desktop):
        """What was seen stands there; the person says what only they can know."""
        desktop.await_text("UPnP staat aan")
        desktop.press("Houd de firewall aan. …")
        desktop.press(FIREWALL_DONE)
        wait_for(lambda: [answer["answer"] for answer in state()["networks"][0]["answers"]
                          if answer["measure"] == "router-firewall"] == ["done"], "the answer is saved")

    def test_3_another_evening_in_english(self):
        desktop = self.start("en")
        desktop.press("Devices at home…", "list item")
        desktop.await_text("We saw 15 devices")
        desktop.scroll_to(OWN_NAME + "…")
        desktop.press("Needed online?…", "list item")
        desktop.await_text("1 of 13")
        desktop.press("Router…", "list item")
        desktop.await_text("UPnP is on")
        desktop.find("Keep the firewall on. In order. …")
        desktop.press("Checklist…", "list item")
        desktop.await_text("1 step today")
        self.assertEqual(desktop.unnamed(), [])

    def test_4_paper(self):
        dutch, english = paper("nl"), paper("en")
        for text in (dutch, english):
            self.assertIn(OWN_NAME, text)
            self.assertIn("HP ENVY 5000", text)
            self.assertIn("DS218play", text)
            for device in expected()["devices"]:
                self.assertNotIn(device["mac"], text)
        self.assertIn("Het beeld van deze camera", dutch)
        self.assertIn("Zet UPnP uit", dutch)
        self.assertIn("camera shows its picture without a password", english)
        self.assertIn("Switch UPnP off", english)


if __name__ == "__main__":
    sys.exit(lab.main("home", __file__))
