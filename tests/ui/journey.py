# SPDX-License-Identifier: GPL-3.0-or-later
"""The stretches of the road that several tests go: from Start to the list of devices and to the
router page, and with the computer to another network."""

import os
import subprocess

import lab
from desktop import Desktop

HOME = os.environ.get("HUIS_HOME", "")


def lanctl(*words):
    run = subprocess.run(["lanctl", *words], capture_output=True, text=True, check=True)
    return run.stdout.strip()


def look_at_home():
    """The program, with the home looked at, on the list of its devices."""
    desktop = Desktop(lab.program(), HOME, "en", lab.environment())
    desktop.press("Start")
    desktop.press("Mine, at home…", "check box")
    desktop.press("Look Around")
    desktop.await_text("We saw 15 devices", 40)
    return desktop


def go_to_router(desktop, text):
    """From the list of devices to the page of the router, which says the text."""
    desktop.press("Next")
    desktop.await_text("Which devices need the internet?")
    desktop.press("Next")
    desktop.await_text(text)


def open_router_page():
    """The program, with the home looked at, on the page of the router."""
    desktop = look_at_home()
    go_to_router(desktop, "Knock from outside")
    return desktop


def open_again():
    """The program after a restart, where the person left it."""
    desktop = Desktop(lab.program(), HOME, "en", lab.environment())
    desktop.press("Continue")
    return desktop


def come_home(desktop):
    """By cable there is no proof of it without sending something: the person says so. Where the
    router spoke first, there is."""
    lanctl("computer", "home")
    desktop.press("I Am Home Again", limit=30)
