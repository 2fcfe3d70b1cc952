#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands open on a device, on the test network: it is found, stays as long as nothing is done
about it, is gone after the owner shut it, and is remembered as solved, also by the next start."""

import contextlib
import os
import subprocess
import sys
import unittest

import lab
from desktop import Desktop

HOME = os.environ.get("HUIS_HOME", "")
# A plug that asks for a password: it still tells what it is, and its pages are shut.
LOCKED = ('pages={"/shelly": {"open": true, "content-type": "application/json", "body": '
          '"{\\"type\\":\\"SHPLG-S\\",\\"mac\\":\\"E8DB84C45BBE\\",\\"auth\\":true}"}}')
# Host of the test network: how its row begins, and for each thing that stands open the title of
# its step and what the owner does about it.
DEVICES = {
    "camera": ("Hikvision", {
        "The picture of this camera has no password": ("rtsp", "password=true")}),
    "nas": ("DiskStation", {
        "FTP is on: files without a padlock": ("vsftpd", "off"),
        "It shares photos, music or films with the whole network": ("minidlna", "off")}),
    "shelly": ("Shelly", {
        "The settings page opens without a password": ("http", 'realm="Shelly"', LOCKED)}),
    "homeserver": ("Hub", {
        "The messages of your smart home are open": ("mosquitto", "anonymous=false")}),
    "laser": ("HP", {
        "It answers to the password “public”": ("snmp", "off")}),
}


def lanctl(*words):
    subprocess.run(["lanctl", *words], check=True, stdout=subprocess.DEVNULL)


class Findings(unittest.TestCase):
    """One evening; the tests run in the order of their names."""

    desktop = None

    @classmethod
    def setUpClass(cls):
        cls.start()
        cls.desktop.press("Start")
        cls.desktop.press("Mine, at home…", "check box")
        cls.desktop.press("Look Around")
        cls.desktop.await_text("Is one missing?", 40)
        cls.desktop.key("alt+Right", "alt+Right", "alt+Right")

    @classmethod
    def start(cls):
        cls.desktop = Desktop(lab.program(), HOME, "en", lab.environment())

    @classmethod
    def tearDownClass(cls):
        if cls.desktop.process.poll() is None:
            cls.desktop.end()

    @contextlib.contextmanager
    def open(self, row):
        self.desktop.find("Devices, most urgent first")
        self.desktop.click(self.desktop.scroll_to(row + "…"))
        self.desktop.find("All Devices")
        try:
            yield
        finally:
            self.desktop.key("Escape")

    def look(self, result):
        self.desktop.key("Home")
        self.desktop.press("Look Again")
        self.desktop.await_text(result, 40)

    def mend(self, host):
        row, faults = DEVICES[host]
        with self.open(row):
            for title in faults:
                self.desktop.find(title + ". To do. …")
            self.look("Nothing changed")
            for title, setting in faults.items():
                self.desktop.find(title + ". To do. …")
                lanctl("set", host, *setting)
            self.look("Something changed in")
            self.desktop.await_text("Was: to do. Now: ")

    def assert_solved(self, host):
        row, faults = DEVICES[host]
        with self.open(row):
            self.desktop.find("Solved")
            for title in faults:
                self.desktop.find(title)
                self.assertFalse(self.desktop.has(title + ". To do."))

    def test_1_gone_once_mended(self):
        for host in DEVICES:
            with self.subTest(host):
                self.mend(host)

    def test_2_remembered_by_the_next_start(self):
        self.desktop.end()
        self.start()
        self.desktop.press("Each device, …", "list item", 30)
        for host in DEVICES:
            with self.subTest(host):
                self.assert_solved(host)


if __name__ == "__main__":
    sys.exit(lab.main("findings", __file__))
