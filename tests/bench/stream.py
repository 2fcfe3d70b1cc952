#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the main loop stands still while 1,000 devices stream into the window.

    tests/bench/stream.py [BUILD-FOLDER] [DEVICES]

Run it by hand. Nothing is sent on any network: the scanner is this file.
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
    with tempfile.TemporaryDirectory(prefix="huiswacht-bench-") as home:
        env = dict(os.environ, GDK_BACKEND="x11", GSK_RENDERER="cairo", GTK_A11Y="none",
                   GSETTINGS_BACKEND="memory", LC_ALL="C.UTF-8", HUISWACHT_SCANNER=HERE,
                   HUISWACHT_DATADIR=os.path.join(SOURCE, "data"), XDG_DATA_HOME=home,
                   GSETTINGS_SCHEMA_DIR=os.path.join(build, "data"),
                   DEVICES=sys.argv[2] if len(sys.argv) > 2 else "1000")
        folder = os.path.join(home, "huiswacht")
        os.makedirs(folder)
        return subprocess.call(["xvfb-run", "-a", "-s", "-screen 0 1200x900x24", "dbus-run-session", "--",
                                os.path.join(build, "tests", "bench", "stream")], env=env,
                               stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
