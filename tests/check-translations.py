#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-translations.py: is every language in po/ complete, sound, and in the house style?

The texts are taken fresh from the files in POTFILES.in, so a text that was added or changed without
its translation fails here.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pofile

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "po"
# What meson's preset "glib" hands to xgettext.
KEYWORDS = """_ N_ C_:1c,2 NC_:1c,2 g_dcgettext:2 g_dngettext:2,3 g_dpgettext2:2c,3
              ngettext:1,2""".split()
FLAGS = ["N_:1:pass-c-format", "C_:2:pass-c-format", "NC_:2:pass-c-format",
         "g_dngettext:2:pass-c-format", "g_strdup_printf:1:c-format",
         "g_string_printf:2:c-format", "g_string_append_printf:2:c-format",
         "g_error_new:3:c-format", "g_set_error:4:c-format"]
PLACEHOLDER = re.compile(r"%(?:\d+\$)?[-+ 0#'I]*\d*(?:\.\d+)?(?:hh|h|ll|l|z|j|t)?[a-zA-Z]|%%|%[A-Z]\b")
# Dutch speaks to the person as "u"; these words are the other form of address.
INFORMAL = re.compile(r"\b(je|jij|jou|jouw|jullie|jezelf)\b", re.IGNORECASE)

# People read Dutch of short sentences best; a colon ends one as well.
SENTENCE_WORDS = 15


def fresh_template(folder):
    template = Path(folder) / "fresh.pot"
    command = ["xgettext", "--from-code=UTF-8", "--add-comments", "--package-name=huiswacht",
               f"--files-from={PO / 'POTFILES.in'}", f"--directory={ROOT}", f"--output={template}"]
    command += [f"--keyword={word}" for word in KEYWORDS] + [f"--flag={flag}" for flag in FLAGS]
    done = subprocess.run(command, env={**os.environ, "GETTEXTDATADIRS": str(ROOT / "data")},
                          capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0 or not template.exists():
        sys.exit(f"xgettext: {done.stderr}")
    return template


def placeholders(text):
    return sorted(PLACEHOLDER.findall(text.replace("%%", "")))


def style_problems(entry, text):
    if INFORMAL.search(text):
        yield "speaks to the person with je or jij, not u"
    if re.search(r"(^|\s)'|'(\s|$)", text) or '"' in text and '"' not in entry.source:
        yield "straight quotes; ‘ and ’ are meant"
    if re.search(r"\w'\w", text):
        yield "straight apostrophe; ’ is meant"
    for sentence in re.split(r"(?<=[.!?:])\s+", text):
        words = [word for word in sentence.split() if re.search(r"\w", word)]
        if len(words) > SENTENCE_WORDS:
            yield f"{len(words)} words in a sentence, {SENTENCE_WORDS} at most"
    if "..." in text:
        yield "three dots; … is meant"
    if entry.source.endswith("…") != text.endswith("…"):
        yield "… at the end of one language only"
    if text != text.strip() and entry.source == entry.source.strip():
        yield "white space at an end"
    if "  " in text and "  " not in entry.source:
        yield "two spaces"


def entry_problems(entry, language):
    if entry.obsolete:
        yield "is in no file any more"
        return
    if "fuzzy" in entry.flags:
        yield "is marked fuzzy"
    if not entry.translations or not all(entry.translations):
        yield "has no translation"
        return
    for number, text in enumerate(entry.translations):
        source = entry.plural if entry.plural and number else entry.source
        # The singular of a plural may say "one" in words.
        same = placeholders(text) == placeholders(source)
        if not same and not (entry.plural and number == 0):
            yield f"has other placeholders: “{text[:70]}”"
        if language == "nl":
            for problem in style_problems(entry, text):
                yield f"{problem}: “{text[:90]}”"


def language_problems(language, template):
    catalogue = PO / f"{language}.po"
    done = subprocess.run(["msgfmt", "--check", "--check-accelerators=_", "--output-file=/dev/null",
                           str(catalogue)], capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        yield done.stderr.strip()
        return
    with tempfile.TemporaryDirectory() as folder:
        merged = Path(folder) / "merged.po"
        subprocess.run(["msgmerge", "--quiet", "--no-fuzzy-matching", f"--output-file={merged}",
                        str(catalogue), str(template)], check=True)
        for entry in pofile.read(merged):
            for problem in entry_problems(entry, language):
                yield f"{entry.where()} {problem}"


def main():
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        template = fresh_template(folder)
        for language in (PO / "LINGUAS").read_text(encoding="utf-8").split():
            for problem in language_problems(language, template):
                print(f"po/{language}.po: {problem}")
                count += 1
    if count:
        print(f"{count} problems")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
