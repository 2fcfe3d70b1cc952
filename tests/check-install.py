#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-install.py BUILD: does "meson install" put all in place, so that the menu entry starts it?

Installs into a folder of its own and follows the names from one file to the other, as a desktop does.
"""

import configparser
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APP = "io.github.huiswacht.Huiswacht"
LANGUAGES = (ROOT / "po" / "LINGUAS").read_text(encoding="utf-8").split()
KNOWLEDGE = ("advice", "routers", "makers", "identify")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def one(root, pattern):
    """The one file that matches, or None."""
    found = sorted(root.glob(pattern))
    return found[0] if len(found) == 1 else None


def menu_entry(root):
    path = one(root, f"**/share/applications/{APP}.desktop")
    if path is None:
        yield "no menu entry"
        return
    entry = configparser.ConfigParser(interpolation=None, strict=False)
    entry.optionxform = str
    entry.read(path, encoding="utf-8")
    values = entry["Desktop Entry"]
    program = values["Exec"].split()[0]
    # A person's ~/.local/bin is often not yet where the desktop looks for programs.
    if not program.startswith("/"):
        yield f"the menu entry starts “{program}”, which depends on where the desktop looks"
    elif not os.access(root / program.lstrip("/"), os.X_OK):
        yield f"the menu entry starts {program}, which isn't there"
    icons = root.glob(f"**/share/icons/hicolor/*/apps/{values['Icon']}*.svg")
    names = {icon.name for icon in icons}
    for wanted in (f"{values['Icon']}.svg", f"{values['Icon']}-symbolic.svg"):
        if wanted not in names:
            yield f"no icon {wanted}"
    for language in LANGUAGES:
        for key in ("GenericName", "Comment", "Keywords"):
            if f"{key}[{language}]" not in values:
                yield f"the menu entry has no {key} in “{language}”"


def description(root):
    path = one(root, f"**/share/metainfo/{APP}.metainfo.xml")
    if path is None:
        yield "no AppStream description"
        return
    tree = ElementTree.parse(path).getroot()
    if tree.findtext("id") != APP or tree.findtext("launchable") != f"{APP}.desktop":
        yield "the AppStream description is of another program"
    for language in LANGUAGES:
        for tag in ("summary", "p"):
            texts = list(tree.iter(tag))
            translated = [text for text in texts if text.get(XML_LANG) == language]
            plain = [text for text in texts if text.get(XML_LANG) is None]
            if len(translated) != len(plain):
                yield f"{len(plain)} <{tag}>, {len(translated)} of them in “{language}”"


def catalogues(root):
    for language in LANGUAGES:
        if one(root, f"**/share/locale/{language}/LC_MESSAGES/huiswacht.mo") is None:
            yield f"no texts in “{language}”"


def programs(root):
    program = one(root, "**/bin/huiswacht")
    if program is None:
        yield "no huiswacht"
    elif subprocess.run([program, "--version"], capture_output=True, timeout=20,
                        check=False).returncode != 0:
        yield "huiswacht --version fails"
    scanner = one(root, "**/libexec/huiswacht-scanner")
    if scanner is None or not os.access(scanner, os.X_OK):
        yield "no huiswacht-scanner in libexec"


def knowledge(root):
    base = one(root, "**/share/huiswacht")
    for folder in KNOWLEDGE:
        for path in sorted((ROOT / "data" / folder).rglob("*")):
            relative = path.relative_to(ROOT / "data")
            if path.is_file() and path.name != "meson.build" and path.suffix != ".md":
                if base is None or not (base / relative).is_file():
                    yield f"{relative} isn't installed"


def reminder(root):
    """Off until a person switches it on; then systemd and the session bus start our program."""
    units = one(root, "**/share/systemd/user")
    bus = one(root, f"**/share/dbus-1/services/{APP}.service")
    if units is None or not (units / "huiswacht-remind.timer").is_file() or bus is None:
        yield "no timer, or no service on the session bus"
        return
    for path in (units / "huiswacht-remind.service", bus):
        program = re.search(r'^Exec(?:Start)?="(/[^"]+)" ', path.read_text(encoding="utf-8"), re.M)
        if program is None or not os.access(root / program.group(1).lstrip("/"), os.X_OK):
            yield f"{path.name} starts what isn't there"
    if any(root.glob("**/timers.target.wants")):
        yield "the reminder is on without being asked"


def settings(root):
    path = one(root, f"**/share/glib-2.0/schemas/{APP}.gschema.xml")
    if path is None:
        yield "no settings schema"


def main():
    build = Path(sys.argv[1])
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["meson", "install", "-C", build, "--no-rebuild", "--quiet",
                        "--destdir", folder], check=True, stdout=subprocess.DEVNULL)
        for rule in (menu_entry, description, catalogues, programs, knowledge, reminder, settings):
            for problem in rule(Path(folder)):
                print(f"{rule.__name__}: {problem}")
                count += 1
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
