#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long until the window is on the screen, and how much memory it takes with 250 devices: ours
against a bare libadwaita window, in turn, on the same machine in the same run.

    tests/bench/window.py [BUILD-FOLDER] [RUNS]

Run it by hand. It makes a display, a session bus and a home folder of its own.
"""

import hashlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import uuid

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "build")
RUNS = int(sys.argv[2]) if len(sys.argv) > 2 else 10
DEVICES = 250


def device(number):
    mac = "00:11:32:00:%02x:%02x" % (number // 256, number % 256)
    address = "10.0.%d.%d" % (number // 250, number % 250 + 2)
    facts = [
        {"type": "host", "address": address, "mac": mac},
        {"type": "port", "address": address, "mac": mac, "port": 80, "state": "open"},
        {"type": "http", "address": address, "mac": mac, "port": 80, "status": 200,
         "title": "Camera %d" % number, "server": "lighttpd"},
        {"type": "mdns", "address": address, "mac": mac, "service": "_ipp._tcp",
         "name": "Printer %d" % number, "host": "printer-%d.local" % number, "txt": {"ty": "HP 5000"}},
    ]
    return {"id": str(uuid.UUID(int=number + 1, version=4)), "origin": "seen",
            "observations": [{"seen": 1700000000, "fact": fact} for fact in facts]}


def write_state(home):
    network = {"key": "00:11:32:ff:ff:ff 10.0.0.0/22", "seen": 1700000000, "owner": "mine",
               "interface": {"type": "network", "interface": "eth9", "medium": "wire",
                             "address": "10.0.0.1", "prefix": 22, "gateway": "10.0.0.254",
                             "gateway_mac": "00:11:32:ff:ff:ff"},
               "last_look": 1700000000, "look_begun": 1700000000,
               "devices": [device(number) for number in range(DEVICES)], "answers": []}
    state = json.dumps({"networks": [network], "current": network["key"], "step": "inventory",
                        "visited": ["welcome", "network", "inventory"]})
    folder = os.path.join(home, "data", "huiswacht")
    os.makedirs(folder)
    header = json.dumps({"huiswacht": 1, "sha256": hashlib.sha256(state.encode()).hexdigest()})
    with open(os.path.join(folder, "state.json"), "w", encoding="utf-8") as file:
        file.write(header + "\n" + state + "\n")


def environment(home):
    return dict(os.environ, GDK_BACKEND="x11", GSK_RENDERER="cairo", GTK_A11Y="none",
                GSETTINGS_BACKEND="memory", LC_ALL="C.UTF-8", LANGUAGE="nl",
                GSETTINGS_SCHEMA_DIR=os.path.join(BUILD, "data"),
                HUISWACHT_DATADIR=os.path.join(SOURCE, "data"),
                HUISWACHT_LOCALEDIR=os.path.join(BUILD, "po"),
                HUISWACHT_SCANNER=os.path.join(BUILD, "src", "scanner", "huiswacht-scanner"),
                XDG_DATA_HOME=os.path.join(home, "data"), XDG_CONFIG_HOME=os.path.join(home, "config"))


def start_time(command, env):
    begin = time.monotonic()
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - begin


def memory(command, env):
    """Proportional share (PSS) in MB, once the window has come to rest."""
    child = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    try:
        time.sleep(4)
        with open(f"/proc/{child.pid}/smaps_rollup", encoding="ascii") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("Pss:")) / 1024
    finally:
        child.terminate()
        child.wait()


def row(what, ours, bare, unit):
    print("%-34s %8.2f %8.2f %s   ratio %.2f" % (what, ours, bare, unit, ours / bare))


def main():
    if "--inside" not in sys.argv:
        return subprocess.call(["xvfb-run", "-a", "-s", "-screen 0 1200x900x24", "dbus-run-session", "--",
                                sys.executable, os.path.abspath(__file__), BUILD, str(RUNS), "--inside"],
                               stderr=subprocess.DEVNULL)
    ours = os.path.join(BUILD, "src", "app", "huiswacht")
    bare = os.path.join(BUILD, "tests", "bench", "bare-window")
    with tempfile.TemporaryDirectory(prefix="huiswacht-bench-") as home:
        env = environment(home)
        write_state(home)
        for command in ([ours, "--exit-after-startup"], [bare]):
            start_time(command, env)
        pairs = [(start_time([ours, "--exit-after-startup"], env), start_time([bare], env))
                 for _ in range(RUNS)]
        print("%-34s %8s %8s" % ("median of %d runs" % RUNS, "ours", "bare"))
        row("start to first frame, to end", statistics.median(pair[0] for pair in pairs),
            statistics.median(pair[1] for pair in pairs), "s ")
        row("memory with %d devices (PSS)" % DEVICES, memory([ours], env), memory([bare, "--stay"], env),
            "MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
