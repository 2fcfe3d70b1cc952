#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-routers.py: does every guide of data/routers tell about every topic, with a source, a day and
how sure it is, in words that people can read?

Each rule is one function in RULES; it yields what is wrong.
"""

import datetime
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import urlsplit

import pofile

ROOT = Path(__file__).resolve().parent.parent
GUIDES = {path.stem: ElementTree.parse(path).getroot()
          for path in sorted((ROOT / "data" / "routers").glob("*.xml"))}
SOURCE = (ROOT / "src/core/huis-router-guides.c").read_text(encoding="utf-8")

GUIDES_MIN = 25
WORDS_MAX = 15
CERTAINTIES = ("sure", "likely", "look-for")
STEPS = {
    "path": {"words", "also", "dutch"},
    "switch": {"words", "to", "dutch"},
    "look": {"words", "near"},
    "text": set(),
}
TOPICS = re.findall(r'HUIS_TOPIC_\w+, "([\w-]+)"', SOURCE)
SEEN = set(re.findall(r'\{ "([a-z]+)", "[a-z]+", "[a-z_]+" \}', SOURCE)) | {"address"}


def folded(text):
    return " ".join((text or "").split())


def steps():
    for guide, tree in GUIDES.items():
        for topic in tree.iter("topic"):
            for step in topic:
                yield f"{guide}.xml, {topic.get('id')}", step


def texts():
    """Each text for people once, with a place where it stands."""
    found = {}
    for guide, tree in GUIDES.items():
        for node in tree.iter():
            if node.tag in ("text", "password"):
                found.setdefault(folded(node.text), f"{guide}.xml, {node.tag}")
    return found.items()


def long_sentences(text):
    for sentence in re.split(r"(?<=[.?!…:])[’”)]?\s+", text):
        count = sum(1 for word in sentence.split() if re.search(r"\w", word))
        if count > WORDS_MAX:
            yield f"{count} words in a sentence: “{sentence}”"


def enough():
    if len(GUIDES) < GUIDES_MIN:
        yield f"{len(GUIDES)} guides, {GUIDES_MIN} wanted"
    if "generic" not in GUIDES:
        yield "no generic guide"


def ids():
    for guide, tree in GUIDES.items():
        if tree.tag != "router" or tree.get("id") != guide:
            yield f"{guide}.xml: its root is <{tree.tag} id=\"{tree.get('id')}\">"
        if not tree.get("title"):
            yield f"{guide}.xml: no title"
        unknown = set(tree.attrib) - {"id", "title", "address", "also", "app", "user", "date"}
        unknown |= {node.tag for node in tree} - {"recognise", "password", "topic"}
        for name in sorted(unknown):
            yield f"{guide}.xml: {name} is not known"
    titles = [tree.get("title") for tree in GUIDES.values()]
    for twice in sorted({title for title in titles if titles.count(title) > 1}):
        yield f"two guides are called {twice}"


def recognised():
    for guide, tree in GUIDES.items():
        rules = list(tree.iter("recognise"))
        if bool(rules) == (guide == "generic"):
            yield f"{guide}.xml: only the generic guide is not recognised by anything"
        for rule in rules:
            for name, words in rule.items():
                if name not in SEEN:
                    yield f"{guide}.xml: {name} is not looked at"
                if any(len(word) < 3 for word in words.split("|")):
                    yield f"{guide}.xml: “{words}” is too short to go by"


def topics_complete():
    for guide, tree in GUIDES.items():
        have = [topic.get("id") for topic in tree.iter("topic")]
        if have != TOPICS:
            yield f"{guide}.xml: its topics are {' '.join(have)}"
        if len(list(tree.iter("password"))) != 1:
            yield f"{guide}.xml: where does its password stand?"
        if guide != "generic" and not (tree.get("address") or tree.get("app") or folded(
                tree.findtext("password"))):
            yield f"{guide}.xml: no way in"


def addresses():
    for guide, tree in GUIDES.items():
        for name in ("address", "also"):
            value = tree.get(name)
            parts = urlsplit(value or "")
            if value and (parts.scheme not in ("http", "https") or not parts.hostname or parts.path
                          or parts.query):
                yield f"{guide}.xml: {value} is no address of a page"


def shape():
    for where, step in steps():
        known = STEPS.get(step.tag)
        if known is None:
            yield f"{where}: <{step.tag}>"
            continue
        for name in sorted(set(step.attrib) - known - {"certainty", "source"}):
            yield f"{where}: <{step.tag} {name}>"
        if known and (not step.get("words") or folded(step.text)):
            yield f"{where}: a <{step.tag}> has words, and no text"
        if not known and not folded(step.text):
            yield f"{where}: a <text> without text"
        if step.tag == "switch" and step.get("to") not in ("on", "off"):
            yield f"{where}: a switch goes on or off"


def evidence():
    """Exact words of a menu only where a source gives them."""
    for guide, tree in GUIDES.items():
        try:
            datetime.date.fromisoformat(tree.get("date", ""))
        except ValueError:
            yield f"{guide}.xml: no date on which it was true"
    passwords = [(f"{guide}.xml", node) for guide, tree in GUIDES.items()
                 for node in tree.iter("password")]
    for where, step in list(steps()) + passwords:
        certainty, source = step.get("certainty"), step.get("source")
        if certainty not in CERTAINTIES or not source:
            yield f"{where}: <{step.tag}> needs a certainty and a source"
        if (certainty == "look-for") != (source == "usual"):
            yield f"{where}: what is usual is to look for, and nothing else is"
        if step.tag in ("path", "switch") and certainty == "look-for":
            yield f"{where}: words that nobody checked are looked for, not gone to"
        if step.tag == "look" and certainty != "look-for":
            yield f"{where}: what is certain is no <look>"
        if source == "owners" and certainty != "likely":
            yield f"{where}: what owners noted is likely"


def readable_english():
    for text, where in texts():
        for problem in long_sentences(text):
            yield f"{where}: {problem}"
        if re.search(r"['\"]|\.\.\.", text):
            yield f"{where}: straight quotes or three dots in “{text}”"


def readable_dutch():
    catalogue = ROOT / "po" / "nl.po"
    if not catalogue.exists():
        return
    translated = {entry.source: entry.translations for entry in pofile.read(catalogue)
                  if not entry.obsolete and "fuzzy" not in entry.flags}
    for text, where in texts():
        dutch = "".join(translated.get(text, []))
        if not dutch:
            yield f"{where}: not in Dutch: “{text}”"
        for problem in long_sentences(dutch):
            yield f"{where}: {problem}"


RULES = [
    enough,
    ids,
    recognised,
    topics_complete,
    addresses,
    shape,
    evidence,
    readable_english,
    readable_dutch,
]


def main():
    problems = [f"{rule.__name__}: {problem}" for rule in RULES for problem in rule()]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
