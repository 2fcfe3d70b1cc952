# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds for the steps of every guide, of routers and of makers: their elements, how sure they
are and who says so, and words that people can read.

Each function yields what is wrong.
"""

import datetime
import re
from pathlib import Path

import pofile

ROOT = Path(__file__).resolve().parent.parent
WORDS_MAX = 15
CERTAINTIES = ("sure", "likely", "look-for")
# Each element, and its attributes beside certainty and source; one with attributes has no text.
STEPS = {
    "app": {"words"},
    "path": {"words", "also", "dutch"},
    "switch": {"words", "to", "dutch"},
    "look": {"words", "near"},
    "text": set(),
}


def folded(text):
    return " ".join((text or "").split())


def long_sentences(text):
    for sentence in re.split(r"(?<=[.?!…:])[’”)]?\s+", text):
        count = sum(1 for word in sentence.split() if re.search(r"\w", word))
        if count > WORDS_MAX:
            yield f"{count} words in a sentence: “{sentence}”"


def shape(where, step):
    known = STEPS.get(step.tag)
    if known is None:
        yield f"{where}: <{step.tag}>"
        return
    for name in sorted(set(step.attrib) - known - {"certainty", "source"}):
        yield f"{where}: <{step.tag} {name}>"
    if known and (not step.get("words") or folded(step.text)):
        yield f"{where}: a <{step.tag}> has words, and no text"
    if not known and not folded(step.text):
        yield f"{where}: a <text> without text"
    if step.tag == "switch" and step.get("to") not in ("on", "off"):
        yield f"{where}: a switch goes on or off"


def evidence(where, node):
    """Exact words of a menu only where a source gives them."""
    certainty, source = node.get("certainty"), node.get("source")
    if certainty not in CERTAINTIES or not source:
        yield f"{where}: <{node.tag}> needs a certainty and a source"
    if (certainty == "look-for") != (source == "usual"):
        yield f"{where}: what is usual is to look for, and nothing else is"
    if node.tag in ("path", "switch") and certainty == "look-for":
        yield f"{where}: words that nobody checked are looked for, not gone to"
    if node.tag == "look" and certainty != "look-for":
        yield f"{where}: what is certain is no <look>"
    if source == "owners" and certainty != "likely":
        yield f"{where}: what owners noted is likely"


def dated(where, day):
    try:
        datetime.date.fromisoformat(day or "")
    except ValueError:
        yield f"{where}: {day} is no day"


def readable_english(texts):
    """texts: (text, where it stands)."""
    for text, where in texts:
        for problem in long_sentences(text):
            yield f"{where}: {problem}"
        if re.search(r"['\"]|\.\.\.", text):
            yield f"{where}: straight quotes or three dots in “{text}”"


def readable_dutch(texts):
    catalogue = ROOT / "po" / "nl.po"
    if not catalogue.exists():
        return
    translated = {entry.source: entry.translations for entry in pofile.read(catalogue)
                  if not entry.obsolete and "fuzzy" not in entry.flags}
    for text, where in texts:
        dutch = "".join(translated.get(text, []))
        if not dutch:
            yield f"{where}: not in Dutch: “{text}”"
        for problem in long_sentences(dutch):
            yield f"{where}: {problem}"


def run(rules):
    """The exit status of a checker: 1 where one of its rules found something."""
    problems = [f"{rule.__name__}: {problem}" for rule in rules for problem in rule()]
    for problem in problems:
        print(problem)
    return 1 if problems else 0
