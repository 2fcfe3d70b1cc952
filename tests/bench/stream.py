#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the main loop stands still while 1,000 devices stream into the window, and how soon the
first of them stands there.

    tests/bench/stream.py [BUILD-FOLDER] [DEVICES]
    tests/bench/stream.py [BUILD-FOLDER] SCENARIO

Run it by hand. Nothing is sent on any network: the scanner is this file. With the name of a scenario
of tests/lan the real scanner looks at that test network; in "flood" one device invents 100,000 others
in a minute.
"""

import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.abspath(__file__)
SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))


def scanner():
    """Prints DEVICES devices of nine facts each, as fast as the pipe takes them."""
    request = json.loads(sys.stdin.readline())
    if request["request"] == "networks":
        print(json.dumps({"type": "network", "interface": "eth9", "medium": "wire", "default": True,
                          "address": "10.0.0.1", "prefix": 16, "gateway": "10.0.255.254",
                          "gateway_mac": "00:11:32:ff:ff:ff"}))
    else:
        for number in range(int(os.environ["DEVICES"])):
            mac = "00:11:32:00:%02x:%02x" % (number // 256, number % 256)
            about = {"address": "10.0.%d.%d" % (number // 250, number % 250 + 2), "mac": mac}
            facts = [{"type": "host"}, {"type": "mdns", "service": "_ipp._tcp", "name": "P%d" % number,
                                        "host": "p%d.local" % number, "txt": {"ty": "HP ENVY 5000"}},
                     {"type": "http", "port": 80, "status": 200, "title": "Printer %d" % number}]
            facts += [{"type": "port", "port": port, "state": "open"} for port in (80, 443, 631, 22, 23, 21)]
            for fact in facts:
                print(json.dumps({**fact, **about}))
    print('{"type":"done"}')


def main():
    if "DEVICES" in os.environ:
        return scanner()
    build = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "build")
    what = sys.argv[2] if len(sys.argv) > 2 else "1000"
    program = os.path.join(build, "tests", "bench", "stream")
    command = ["xvfb-run", "-a", "-s", "-screen 0 1200x900x24", "dbus-run-session", "--", program]
    with tempfile.TemporaryDirectory(prefix="huiswacht-bench-") as home:
        env = dict(os.environ, GDK_BACKEND="x11", GSK_RENDERER="cairo", GTK_A11Y="none",
                   GSETTINGS_BACKEND="memory", LC_ALL="C.UTF-8", XDG_DATA_HOME=home,
                   HUISWACHT_DATADIR=os.path.join(SOURCE, "data"),
                   GSETTINGS_SCHEMA_DIR=os.path.join(build, "data"))
        os.makedirs(os.path.join(home, "huiswacht"))
        if what.isdecimal():
            env.update(HUISWACHT_SCANNER=HERE, DEVICES=what)
        else:
            env.update(HUISWACHT_SCANNER=os.path.join(build, "src", "scanner", "huiswacht-scanner"))
            command = [sys.executable, os.path.join(SOURCE, "tests", "lan", "lan.py"), what, "--",
                       *command]
        return subprocess.call(command, env=env, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
