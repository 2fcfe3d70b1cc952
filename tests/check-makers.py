#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-makers.py: does every guide of data/makers find its devices, and tell about every topic, or
that it is not known, with a source, a day and how sure it is, in words that people can read?

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
          for path in sorted((ROOT / "data" / "makers").glob("*.xml"))}
SOURCE = (ROOT / "src/core/advice/huis-maker-guides.c").read_text(encoding="utf-8")
MAKERS = {node.get("name") for node in
          ElementTree.parse(ROOT / "data/identify/makers.xml").getroot().iter("maker")}

GUIDES_MIN = 150
TOPICS = re.findall(r'HUIS_MAKER_TOPIC_\w+, "([\w-]+)"', SOURCE)
PAGES = re.findall(r'HUIS_MAKER_PAGE_\w+, "([\w-]+)"', SOURCE)
KINDS = set(re.findall(r'HUIS_KIND_\w+, "([\w-]+)"',
                       (ROOT / "src/core/device/huis-kind.c").read_text(encoding="utf-8")))
# Asked only of what has a picture to send.
STREAM = "stream"
# Told where it is known.
WHERE_KNOWN = ["shares", "snmp"]
WITH_PICTURE = {"camera", "doorbell"}
ATTRIBUTES = {
    "maker": {"id", "title", "date"},
    "recognise": {"maker", "chip", "model", "kinds", "named"},
    "topic": {"id", "kinds", "model"},
    "page": {"id", "href", "certainty", "source"},
    "support": {"model", "kinds", "until", "certainty", "source"},
    "not-known": set(),
}


def steps():
    for guide, tree in GUIDES.items():
        for topic in tree.iter("topic"):
            for step in topic:
                if step.tag != "not-known":
                    yield f"{guide}.xml, {topic.get('id')}", step


def texts():
    """Each text for people once, with a place where it stands."""
    found = {}
    for where, step in steps():
        if step.tag == "text":
            found.setdefault(folded(step.text), where)
    return found.items()


def enough():
    if len(GUIDES) < GUIDES_MIN:
        yield f"{len(GUIDES)} guides, {GUIDES_MIN} wanted"


def ids():
    for guide, tree in GUIDES.items():
        if tree.tag != "maker" or tree.get("id") != guide:
            yield f"{guide}.xml: its root is <{tree.tag} id=\"{tree.get('id')}\">"
        if not tree.get("title"):
            yield f"{guide}.xml: no title"
        yield from guides.dated(f"{guide}.xml", tree.get("date"))
    titles = [tree.get("title") for tree in GUIDES.values()]
    for twice in sorted({title for title in titles if titles.count(title) > 1}):
        yield f"two guides are called {twice}"


def attributes():
    for guide, tree in GUIDES.items():
        for node in tree.iter():
            known = ATTRIBUTES.get(node.tag)
            for name in sorted(set(node.attrib) - known) if known is not None else []:
                yield f"{guide}.xml: <{node.tag} {name}>"
            for kind in node.get("kinds", "").split():
                if kind not in KINDS:
                    yield f"{guide}.xml: there is no kind {kind}"
            for name in ("model", "named"):
                try:
                    re.compile(node.get(name, ""))
                except re.error as error:
                    yield f"{guide}.xml: {name}=\"{node.get(name)}\": {error}"


def recognised():
    """By names that the rules of identification give, and no two guides by the same."""
    seen = {}
    for guide, tree in GUIDES.items():
        rules = list(tree.iter("recognise"))
        if not rules:
            yield f"{guide}.xml: nothing is recognised by it"
        for rule in rules:
            for name in ("maker", "chip"):
                if rule.get(name) is not None and rule.get(name) not in MAKERS:
                    yield f"{guide}.xml: {rule.get(name)} is no maker of data/identify/makers.xml"
            if not {"maker", "chip", "named"} & set(rule.attrib):
                yield f"{guide}.xml: <recognise> without maker, chip or name"
            if any(len(word) < 3 for word in rule.get("named", "any").split("|")):
                yield f"{guide}.xml: “{rule.get('named')}” is too short to go by"
            key = tuple(sorted(rule.attrib.items()))
            if seen.setdefault(key, guide) != guide or not key:
                yield f"{guide}.xml: recognised just like {seen[key]}"


def topics_complete():
    for guide, tree in GUIDES.items():
        kinds = {kind for rule in tree.iter("recognise") for kind in rule.get("kinds", "").split()}
        have = list(dict.fromkeys(topic.get("id") for topic in tree.iter("topic")))
        optional = [*WHERE_KNOWN, *([] if kinds & WITH_PICTURE else [STREAM])]
        if have != [topic for topic in TOPICS if topic in have or topic not in optional]:
            yield f"{guide}.xml: its topics are {' '.join(have)}"
        if all(topic.find("not-known") is not None for topic in tree.iter("topic")):
            yield f"{guide}.xml: nothing is known"
        for topic in tree.iter("topic"):
            if len(topic) == 0 or (topic.find("not-known") is not None and len(topic) > 1):
                yield f"{guide}.xml, {topic.get('id')}: steps, or not known"


def pages():
    for guide, tree in GUIDES.items():
        have = list(tree.iter("page"))
        if not have:
            yield f"{guide}.xml: no page of the maker’s"
        for page in have:
            where = f"{guide}.xml, page {page.get('id')}"
            parts = urlsplit(page.get("href", ""))
            if page.get("id") not in PAGES:
                yield f"{where}: there is no such page"
            if parts.scheme != "https" or "." not in (parts.hostname or "") or parts.fragment \
                    or re.search(r"[\s<>\"]", page.get("href", "")):
                yield f"{where}: {page.get('href')} is no https address"
            yield from guides.evidence(where, page)
            if page.get("certainty") == "look-for" and parts.path not in ("", "/"):
                yield f"{where}: of an address that nobody read, the site alone"


def support():
    for guide, tree in GUIDES.items():
        for node in tree.iter("support"):
            where = f"{guide}.xml, support"
            yield from guides.dated(where, node.get("until"))
            yield from guides.evidence(where, node)
            if node.get("certainty") == "look-for" or node.get("source") == "owners":
                yield f"{where}: a date needs somebody who says so"


def shape():
    for where, step in steps():
        yield from guides.shape(where, step)


def evidence():
    for where, step in steps():
        yield from guides.evidence(where, step)


def readable_english():
    yield from guides.readable_english(texts())


def readable_dutch():
    yield from guides.readable_dutch(texts())


RULES = [
    enough,
    ids,
    attributes,
    recognised,
    topics_complete,
    pages,
    support,
    shape,
    evidence,
    readable_english,
    readable_dutch,
]


if __name__ == "__main__":
    sys.exit(guides.run(RULES))
