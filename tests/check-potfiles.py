#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-potfiles.py [--write]: does po/POTFILES.in name exactly the files that hold text for people?

A file holds such text when it is C with a gettext call, a .ui with translatable strings, a desktop
or metainfo file, or XML whose root element a rule in data/its knows. --write corrects the list.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "po" / "POTFILES.in"
HEAD = "# Files with text for people, sorted; tests/check-potfiles.py --write keeps this list.\n"
CALL = re.compile(r"\b(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?|dgettext)\s*\(\s*\"")


def known_roots():
    """The root elements for which data/its has a rule."""
    names = set()
    for path in sorted((ROOT / "data" / "its").glob("*.loc")):
        for rule in ElementTree.parse(path).getroot().iter("documentRule"):
            names.add(rule.get("localName"))
    return names


def holds_text(path, roots):
    if path.suffix in (".c", ".h"):
        return CALL.search(path.read_text(encoding="utf-8")) is not None
    if path.suffix == ".ui":
        return 'translatable="yes"' in path.read_text(encoding="utf-8")
    if re.search(r"\.(desktop|metainfo\.xml|appdata\.xml)\.in(\.in)?$", path.name):
        return True
    if path.suffix == ".xml":
        return ElementTree.parse(path).getroot().tag.split("}")[-1] in roots
    return False


def wanted():
    roots = known_roots()
    found = []
    for folder in ("src", "ui", "data"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and holds_text(path, roots):
                found.append(path.relative_to(ROOT).as_posix())
    return sorted(found)


def main():
    want = wanted()
    if "--write" in sys.argv[1:]:
        LIST.write_text(HEAD + "".join(f"{name}\n" for name in want), encoding="utf-8")
        return 0
    lines = LIST.read_text(encoding="utf-8").splitlines()
    have = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    problems = [f"missing: {name}" for name in want if name not in have]
    problems += [f"holds no text, or isn't there: {name}" for name in have if name not in want]
    problems += [f"twice: {name}" for name in sorted(set(have)) if have.count(name) > 1]
    if have != sorted(have):
        problems.append("not sorted")
    for problem in problems:
        print(f"po/POTFILES.in: {problem}")
    if problems:
        print("tests/check-potfiles.py --write corrects the list.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
