#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-sources.py: the rules of this tree that a compiler doesn't know.

Each rule is one function in RULES; it yields what is wrong. What is merely large is told, and fails
from a second, higher limit on.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOP_LEVEL = {"src", "ui", "po", "data", "tests", "meson.build", "README.md", "COPYING"}
FOLDERS = ("src", "ui", "po", "data", "tests")
CODE = {".c", ".h", ".py", ".sh", ".css"}
FILE_LINES, FILE_LINES_MAX = 400, 600
UI_LINES, UI_LINES_MAX = 250, 400
FUNCTION_LINES, FUNCTION_LINES_MAX = 40, 80
README_LINES_MAX = 100

# What reads its text as markup unless told otherwise (libadwaita 1.2).
MARKUP_SETTER = re.compile(
    r"\b(adw_preferences_row_set_title|adw_action_row_set_subtitle|adw_expander_row_set_subtitle|"
    r"adw_status_page_set_description|adw_toast_new|adw_toast_set_title|"
    r"adw_preferences_group_set_(?:title|description)|adw_message_dialog_set_body|"
    r"gtk_label_set_markup|gtk_widget_set_tooltip_markup|adw_status_page_set_title)\s*\(")
# Our own words, in the person's language or not: they hold no markup by mistake.
LITERAL = re.compile(r'^\w+\s*\((?:[^;]*?,)?\s*(?:C?_ ?\(|"|NULL)')
ESCAPED = re.compile(r"g_markup_(?:escape_text|printf_escaped)|set_use_markup\s*\([^;]*FALSE|"
                     r'"use-markup",\s*FALSE')
# The trailing form of a word that says "not finished".
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")


def files(*suffixes, under=FOLDERS):
    for folder in under:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                if not suffixes or path.suffix in suffixes:
                    yield path


def name(path):
    return path.relative_to(ROOT).as_posix()


def text_of(path):
    return path.read_text(encoding="utf-8", errors="replace")


def warn(text):
    print(f"large: {text}")


def top_level():
    have = {p.name for p in ROOT.iterdir() if not p.name.startswith((".", "build", "_build"))}
    for extra in sorted(have - TOP_LEVEL):
        yield f"{extra}: not of the top level"
    for missing in sorted(TOP_LEVEL - have):
        yield f"{missing}: missing from the top level"


def licence():
    for path in files(*CODE):
        if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line
                   for line in text_of(path).splitlines()[:3]):
            yield f"{name(path)}: no SPDX line at the top"


def sizes():
    for path in files(*CODE, ".ui"):
        lines = text_of(path).count("\n")
        soft, hard = (UI_LINES, UI_LINES_MAX) if path.suffix == ".ui" else (FILE_LINES, FILE_LINES_MAX)
        if lines > hard:
            yield f"{name(path)}: {lines} lines, {hard} at most"
        elif lines > soft:
            warn(f"{name(path)}: {lines} lines, {soft} wanted")
    lines = text_of(ROOT / "README.md").count("\n")
    if lines > README_LINES_MAX:
        yield f"README.md: {lines} lines, {README_LINES_MAX} at most"


def functions(text):
    """Name and number of lines of each function, in the layout that .clang-format keeps."""
    lines = text.splitlines()
    start = None
    for number, line in enumerate(lines):
        match = re.match(r"([A-Za-z_]\w*) \(", line)
        if match:
            start = number, match.group(1)
        elif line == "}" and start:
            yield start[1], number - start[0] + 1
            start = None
        elif line.endswith(";") and line[:1] not in (" ", ""):
            start = None


def function_sizes():
    for path in files(".c", under=("src", "tests")):
        for function, lines in functions(text_of(path)):
            if function.endswith("_class_init"):
                continue
            if lines > FUNCTION_LINES_MAX:
                yield f"{name(path)}: {function} has {lines} lines, {FUNCTION_LINES_MAX} at most"
            elif lines > FUNCTION_LINES:
                warn(f"{name(path)}: {function} has {lines} lines, {FUNCTION_LINES} wanted")


def nothing_blocks():
    for path in files(".c", ".h", under=("src/app",)):
        for number, line in enumerate(text_of(path).splitlines(), 1):
            if re.search(r"_sync \(", line):
                yield f"{name(path)}:{number}: a call that blocks the window"


def one_gettext():
    """GLib's own dgettext decides once whether to translate; the language can change here.

    huis-language.c is where it is made to decide, for the templates."""
    for path in files(".c", ".h", under=("src",)):
        if path.name == "huis-language.c":
            continue
        for number, line in enumerate(text_of(path).splitlines(), 1):
            if "gi18n-lib.h" in line or re.search(r"\bg_d(?:n|p)?gettext", line):
                yield f"{name(path)}:{number}: use <glib/gi18n.h>, which follows the language"


def finished():
    for path in files(*CODE, ".ui", ".xml", ".in", ".build"):
        for number, line in enumerate(text_of(path).splitlines(), 1):
            if UNFINISHED.search(line):
                yield f"{name(path)}:{number}: unfinished: {line.strip()[:60]}"


def markup_in_code():
    for path in files(".c", under=("src/app",)):
        text = text_of(path)
        template = ROOT / "ui" / f"{path.stem}.ui"
        plain = ESCAPED.search(text) or (
            template.exists() and re.search(r'"use-markup">(?:false|0|False)', text_of(template)))
        for match in MARKUP_SETTER.finditer(text):
            statement = text[match.start():text.find(";", match.start())]
            if not plain and not LITERAL.match(statement):
                line = text.count("\n", 0, match.start()) + 1
                yield f"{name(path)}:{line}: {match.group(1)} may read markup out of a device's name"


def markup_in_ui():
    for path in files(".ui", under=("ui",)):
        for element in ElementTree.parse(path).getroot().iter():
            kind = element.get("parent") or element.get("class") or ""
            if not re.fullmatch(r"Adw\w*Row", kind):
                continue
            bound = [child for child in element
                     if (child.tag == "binding" or child.get("bind-source"))
                     and child.get("name") in ("title", "subtitle")]
            plain = [child for child in element if child.get("name") == "use-markup"
                     and (child.text or "").strip().lower() in ("false", "0")]
            if bound and not plain:
                yield f"{name(path)}: a {kind} with a bound title and without use-markup false"


def every_c_file_built():
    for path in files(".c"):
        folder, built = path.parent, False
        while folder != ROOT.parent and not built:
            recipe = folder / "meson.build"
            if recipe.exists():
                relative = path.relative_to(folder).as_posix()
                text = text_of(recipe)
                stem = re.fullmatch(r"(?:test|fuzz|bench)-(.+)", path.stem)
                built = f"'{relative}'" in text or (
                    folder == path.parent and stem is not None and f"'{stem.group(1)}'" in text)
            folder = folder.parent
        if not built:
            yield f"{name(path)}: in no meson.build"


def every_ui_file_shipped():
    lists = "".join(text_of(path) for path in files(".xml", under=("ui",))
                    if path.name.endswith(".gresource.xml"))
    lists += "".join(text_of(path) for path in files(".build", under=("ui", "src/app")))
    for path in files(".ui", ".css", under=("ui",)):
        if path.name not in lists:
            yield f"{name(path)}: in no gresource list"


def templates_let_go_once():
    """GTK 4.8's gtk_widget_dispose_template() unparents the children behind the back of a parent
    class that keeps a pointer to its child (AdwBin, GtkListBoxRow...), which then frees it again."""
    plain = set()
    for path in files(".ui", under=("ui",)):
        match = re.search(r'<template class="(\w+)" parent="(\w+)"', text_of(path))
        if match and match.group(2) in ("GtkWidget", "GtkBox"):
            plain.add(match.group(1).lower())
    for path in files(".c", under=("src/app",)):
        for match in re.finditer(r"gtk_widget_dispose_template \([^;]*HUIS_TYPE_(\w+)\)", text_of(path)):
            if "huis" + match.group(1).replace("_", "").lower() not in plain:
                yield f"{name(path)}: leave gtk_widget_dispose_template() out, its parent class frees the child"


RULES = [
    top_level,
    licence,
    sizes,
    function_sizes,
    nothing_blocks,
    one_gettext,
    finished,
    markup_in_code,
    markup_in_ui,
    every_c_file_built,
    every_ui_file_shipped,
    templates_let_go_once,
]


def main():
    count = 0
    for rule in RULES:
        for problem in rule():
            print(f"{rule.__name__}: {problem}")
            count += 1
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
