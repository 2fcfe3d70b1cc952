#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Take a picture of a step of Huiswacht on a virtual screen, to be looked at.

    tests/ui/screenshots.py --build build --language nl --output welcome-nl.png

Runs itself once more under Xvfb and a private session bus, so nothing of the desktop is touched:
settings are kept in memory, the state in --data (an own, fresh folder unless given).
Without --scanner the scanner of the build is used; it sends nothing before consent.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

APP_ID = "io.github.huiswacht.Huiswacht"


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", default="build", help="build directory")
    parser.add_argument("--output", default="screenshot.png")
    parser.add_argument("--language", choices=["nl", "en"], default="en")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--high-contrast", action="store_true")
    parser.add_argument("--width", type=int, default=1000)
    parser.add_argument("--height", type=int, default=700)
    parser.add_argument("--scale", type=float, default=1.0, help="of the text")
    parser.add_argument(
        "--do",
        default="",
        help="what to do first, in order: a key as xdotool names it (alt+Right), a point to click "
        "(600,200), wheel clicks down (down:5), seconds to wait (wait:2), a text (type:abc)",
    )
    parser.add_argument("--wait", type=float, default=1.5, help="seconds before the picture")
    parser.add_argument("--data", help="folder that holds huiswacht/state.json")
    parser.add_argument("--advice", help="data folder, instead of that of the source")
    parser.add_argument("--locale", help="folder with <language>/LC_MESSAGES/huiswacht.mo")
    parser.add_argument("--scanner", help="program to use as scanner")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def environment(args, config):
    source = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    build = os.path.abspath(args.build)
    env = dict(os.environ)
    env.update(
        GDK_BACKEND="x11",
        GSK_RENDERER="cairo",
        LIBGL_ALWAYS_SOFTWARE="1",
        GSETTINGS_BACKEND="keyfile",
        GSETTINGS_SCHEMA_DIR=os.path.join(build, "data"),
        XDG_CONFIG_HOME=config,
        XDG_DATA_HOME=args.data or os.path.join(config, "data"),
        HUISWACHT_DATADIR=args.advice or os.path.join(source, "data"),
        HUISWACHT_LOCALEDIR=args.locale or os.path.join(build, "po"),
        HUISWACHT_SCANNER=args.scanner
        or os.path.join(build, "src", "scanner", "huiswacht-scanner"),
        LANG="C.UTF-8",
        LC_ALL="C.UTF-8",
        LANGUAGE=args.language,
        XENVIRONMENT=os.path.join(config, "Xdefaults"),
        GTK_A11Y="none",
    )
    if args.dark:
        env["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
    if args.high_contrast:
        env["ADW_DEBUG_HIGH_CONTRAST"] = "1"
    return env


def write_settings(args, config):
    os.makedirs(os.path.join(config, "glib-2.0", "settings"))
    with open(os.path.join(config, "glib-2.0", "settings", "keyfile"), "w") as keyfile:
        keyfile.write("[io/github/huiswacht/Huiswacht]\n")
        keyfile.write(f"window-width={args.width}\nwindow-height={args.height}\n")
    with open(os.path.join(config, "Xdefaults"), "w") as resources:
        resources.write(f"Xft.dpi: {96 * args.scale:g}\n")
    os.makedirs(os.path.join(config, "gtk-4.0"))
    with open(os.path.join(config, "gtk-4.0", "settings.ini"), "w") as settings:
        settings.write("[Settings]\ngtk-enable-animations=0\ngtk-decoration-layout=:close\n")



def act(args):
    def tool(*words):
        subprocess.run(["xdotool", *words], check=True)

    for step in args.do.split():
        verb, _, value = step.partition(":")
        if verb == "wait":
            time.sleep(float(value))
        elif verb == "type":
            tool("type", value)
        elif verb == "down":
            tool("mousemove", str(args.width * 3 // 4), str(args.height // 2))
            tool("click", "--repeat", value, "--delay", "20", "5")
        elif "," in step:
            tool("mousemove", *step.split(","), "click", "1")
        else:
            tool("key", step)
        time.sleep(0.4)


def inside(args):
    config = tempfile.mkdtemp(prefix="huis-shot-")
    write_settings(args, config)
    program = os.path.join(os.path.abspath(args.build), "src", "app", "huiswacht")
    child = subprocess.Popen([program], env=environment(args, config))
    try:
        time.sleep(args.wait)
        act(args)
        time.sleep(args.wait if args.do else 0.2)
        crop = f"{args.width}x{args.height}+0+0"
        subprocess.run(
            ["import", "-window", "root", "-crop", crop, "+repage", args.output], check=True
        )
    finally:
        child.terminate()
        child.wait(10)
        shutil.rmtree(config)


def main():
    args = parse()
    if args.inside:
        inside(args)
        return 0
    screen = f"-screen 0 {max(args.width, 400)}x{max(args.height, 400)}x24"
    command = ["xvfb-run", "-a", "-s", screen, "dbus-run-session", "--", sys.executable]
    return subprocess.call(command + [os.path.abspath(__file__), "--inside"] + sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
