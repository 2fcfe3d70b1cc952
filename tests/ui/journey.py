# SPDX-License-Identifier: GPL-3.0-or-later
"""For the tests of the two trips: from Start to the router page, and the computer to another network."""

import os
import subprocess

import lab
from desktop import Desktop

HOME = os.environ.get("HUIS_HOME", "")


def lanctl(*words):
    run = subprocess.run(["lanctl", *words], capture_output=True, text=True, check=True)
    return run.stdout.strip()


def open_router_page(language="en"):
    """The program, with the home looked at, on the page of the router."""
    desktop = Desktop(lab.program(), HOME, language, lab.environment())
    desktop.press("Start")
    desktop.press("Mine, at home…", "check box")
    desktop.press("Look Around")
    desktop.await_text("We saw 15 devices", 40)
    desktop.press("Next")
    desktop.await_text("Which devices need the internet?")
    desktop.press("Next")
    desktop.await_text("Knock from outside")
    return desktop


def open_again(language="en"):
    """The program after a restart, where the person left it."""
    desktop = Desktop(lab.program(), HOME, language, lab.environment())
    desktop.press("Continue")
    return desktop


def come_home(desktop):
    """By cable there is no proof of it without sending something: the person says so. Where the
    router spoke first, there is."""
    lanctl("computer", "home")
    desktop.press("I Am Home Again", limit=30)
