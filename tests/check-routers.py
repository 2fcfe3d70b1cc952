#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-routers.py: does every guide of data/routers tell about every topic, with a source, a day and
how sure it is, in words that people can read?

Each rule is one function in RULES; it yields what is wrong.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import urlsplit

import guides
from guides import folded

ROOT = Path(__file__).resolve().parent.parent
GUIDES = {path.stem: ElementTree.parse(path).getroot()
          for path in sorted((ROOT / "data" / "routers").glob("*.xml"))}
SOURCE = (ROOT / "src/core/router/huis-router-guides.c").read_text(encoding="utf-8")

GUIDES_MIN = 25
TOPICS = re.findall(r'HUIS_TOPIC_\w+, "([\w-]+)"', SOURCE)
SEEN = set(re.findall(r'\{ "([a-z]+)", "[a-z]+", "[a-z_]+" \}', SOURCE)) | {"address"}


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
        yield from guides.shape(where, step)


def evidence():
    """Exact words of a menu only where a source gives them."""
    passwords = [(f"{guide}.xml", node) for guide, tree in GUIDES.items()
                 for node in tree.iter("password")]
    for guide, tree in GUIDES.items():
        yield from guides.dated(f"{guide}.xml", tree.get("date"))
    for where, step in list(steps()) + passwords:
        yield from guides.evidence(where, step)


def readable_english():
    yield from guides.readable_english(texts())


def readable_dutch():
    yield from guides.readable_dutch(texts())


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


if __name__ == "__main__":
    sys.exit(guides.run(RULES))
