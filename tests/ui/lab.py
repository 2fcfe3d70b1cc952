# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a test of the window on a display of its own, on the test network, with buses of its own.

The file that calls main() runs itself again inside. Exit code 77: namespaces are forbidden here.
"""

import json
import os
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
LAN = os.path.join(SOURCE, "tests", "lan", "lan.py")


def build_folder():
    return os.environ.get("HUIS_BUILD") or os.path.join(SOURCE, "build")


def program(*arguments):
    return [os.path.join(build_folder(), "src", "app", "huiswacht"), *arguments]


def environment():
    """Runs the program out of the build folder."""
    build = build_folder()
    return {
        "HUISWACHT_DATADIR": os.path.join(SOURCE, "data"),
        "HUISWACHT_LOCALEDIR": os.path.join(build, "po"),
        "HUISWACHT_SCANNER": os.path.join(build, "src", "scanner", "huiswacht-scanner"),
        "GSETTINGS_SCHEMA_DIR": os.path.join(build, "data"),
    }


def kept_network(home):
    """The network of state.json; while it is being written there is a moment without it."""
    try:
        with open(os.path.join(home, "data", "huiswacht", "state.json"), encoding="utf-8") as file:
            return json.loads(file.read().split("\n")[1])["networks"][0]
    except FileNotFoundError:
        return {"answers": [], "devices": []}


class Display:
    """An X server with a number of its own; AT-SPI leaves its address on the server, so that no two
    sessions may share one."""

    def __enter__(self):
        read_end, write_end = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1000x700x24", "-ac", "-noreset",
             "-nolisten", "tcp"],
            pass_fds=[write_end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as file:
            return ":" + file.readline().strip()

    def __exit__(self, *_error):
        self.server.terminate()
        self.server.wait()


def main(scenario, path):
    """The whole of a test file: outside it makes the surroundings, inside it runs the tests."""
    if os.environ.get("HUIS_INSIDE"):
        unittest.main(module="__main__", verbosity=2, argv=[path])
    build = sys.argv[1] if len(sys.argv) > 1 else build_folder()
    with Display() as display, tempfile.TemporaryDirectory(prefix="huiswacht-ui-") as home:
        env = dict(os.environ, DISPLAY=display, HUIS_INSIDE="1", HUIS_BUILD=os.path.abspath(build),
                   HUIS_HOME=home, XDG_CACHE_HOME=os.path.join(home, "cache"))
        env.pop("XAUTHORITY", None)
        env.pop("AT_SPI_BUS_ADDRESS", None)
        command = [sys.executable, LAN, scenario, "--", "dbus-run-session", "--", sys.executable,
                   os.path.abspath(path)]
        return subprocess.call(command, env=env)
