# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a catalogue as gettext's msgcat writes it: no other form comes in here."""

import ast
import subprocess
from dataclasses import dataclass, field


@dataclass
class Entry:
    context: str = ""
    source: str = ""
    plural: str = ""
    translations: list = field(default_factory=list)
    flags: set = field(default_factory=set)
    comments: list = field(default_factory=list)
    files: list = field(default_factory=list)
    obsolete: bool = False

    def where(self):
        place = f" ({self.files[0]})" if self.files else ""
        return f"“{self.source[:70]}”{place}"


def strings_of(block):
    """The keyword and value of each string in a block, continued lines joined."""
    found = []
    for line in block:
        if line.startswith('"'):
            found[-1][1] += ast.literal_eval(line)
        else:
            keyword, value = line.split(" ", 1)
            found.append([keyword, ast.literal_eval(value)])
    return found


def entry_of(block):
    entry = Entry()
    plain = []
    for line in block:
        if line.startswith("#~"):
            entry.obsolete = True
            line = line[2:].lstrip()
        if line.startswith("#,"):
            entry.flags |= {flag.strip() for flag in line[2:].split(",")}
        elif line.startswith("#:"):
            entry.files += line[2:].split()
        elif line.startswith("#."):
            entry.comments.append(line[2:].strip())
        elif line and not line.startswith(("#", "|")):
            plain.append(line)
    for keyword, value in strings_of(plain):
        if keyword == "msgctxt":
            entry.context = value
        elif keyword == "msgid":
            entry.source = value
        elif keyword == "msgid_plural":
            entry.plural = value
        else:
            entry.translations.append(value)
    return entry


def read(path):
    """The entries of a catalogue, its header left out."""
    text = subprocess.run(["msgcat", "--no-wrap", "--to-code=UTF-8", str(path)], check=True,
                          capture_output=True, encoding="utf-8").stdout
    blocks = [block.splitlines() for block in text.split("\n\n") if block.strip()]
    entries = [entry_of(block) for block in blocks]
    return [entry for entry in entries if entry.source]
