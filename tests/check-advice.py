#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-advice.py: does data/advice carry out the whole factsheet, for every kind of device, in
words that people can read?

Each rule is one function in RULES; it yields what is wrong.
"""

import datetime
import ipaddress
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import urlsplit

import pofile

ROOT = Path(__file__).resolve().parent.parent
ADVICE = ROOT / "data" / "advice"
FILES = ("home", "router", "device", "kinds", "rooms", "resolvers", "why")

# The factsheet "Basisbeveiligingsmaatregelen slimme apparaten (IoT)" of the NCSC.
MEASURES = "Q1 V1 V2 V3 G1a G1b G2a G2b N1 N2 N3 N4 D1 D2 D3 D4 D5a D5b".split()
REASONS = "W1 W2 W3 W4 W5 W6 W7 M1 M2 M3".split()

# Where each is carried out: once for the home, in the router, or for each device of its own.
AT_HOME = "V1 V2 G1a G1b G2a".split()
IN_ROUTER = "V3 N1 N2 N4".split()
PER_DEVICE = "Q1 V3 G2b N2 N3 N4 D1 D2 D3 D4 D5a D5b".split()

# Whether a device can move to the guest network.
MOVES = ("yes", "partly", "no")

ROUTER_DOES = "The router has its own steps."

WORDS_MAX = 15
# What each element may hold; anything else is a slip of the pen.
TOP = "measure kind use room resolver explanation".split()
CHILDREN = {
    "measure": "title short question why danger choice step proof done link not-for".split(),
    "choice": "label then".split(),
    "kind": "title plural danger offline guest".split(),
    "room": "title question item".split(),
    "explanation": "link title text".split(),
}
# Words of officials and technicians, for which everyday ones exist.
HARD_DUTCH = re.compile(
    r"\b(indien|echter|tevens|betreffende|additionele?|adequate?|alsmede|conform|configureren|"
    r"configuratie|connectiviteit|continu|creëren|deactiveren|detecteren|dienen te|evalueren|"
    r"fabrikant|faciliteren|frequent|functionaliteit|identificeren|implementeren|initiëren|"
    r"inventariseren|kwaadwillende|mitigeren|momenteel|noodzakelijk|optimaliseren|periodiek|"
    r"potentieel|raadplegen|segmenteren|specifiek|valideren|verifiëren|vervolgens|verstrekken|"
    r"voltooid|zorgdragen)\b", re.IGNORECASE)
HARD_ENGLISH = re.compile(
    r"\b(authenticat\w+|configur\w+|credentials?|ensure|utili[sz]e|prior to|vulnerabilit\w+|"
    r"malicious|mitigat\w+|simply|just|obviously)\b", re.IGNORECASE)

TREES = {name: ElementTree.parse(ADVICE / f"{name}.xml").getroot() for name in FILES}


def elements(name):
    return [(file, node) for file, tree in TREES.items() for node in tree.iter(name)]


def folded(text):
    return re.sub(r"[ \t\r\n]+", " ", text or "").strip(" ")


def texts():
    """Every text for people with where it stands: an element without children."""
    for file, tree in TREES.items():
        for top in tree:
            for node in top.iter():
                if len(node) == 0 and folded(node.text):
                    yield f"{file}.xml, {top.get('id')}, {node.tag}", folded(node.text)


def kinds():
    """The ids of src/core/device/huis-kind.c, which this data must know every one of."""
    source = (ROOT / "src/core/device/huis-kind.c").read_text(encoding="utf-8")
    return re.findall(r'HUIS_KIND_\w+, "([\w-]+)"', source)


def sentences(text):
    return re.split(r"(?<=[.?!…])[’”)]?\s+", text)


def long_sentences(text):
    for sentence in sentences(text):
        count = sum(1 for word in sentence.split() if re.search(r"\w", word))
        if count > WORDS_MAX:
            yield f"{count} words in a sentence: “{sentence}”"


def factsheet_carried_out():
    carried = {item for _, node in elements("measure") for item in node.get("carries-out", "").split()}
    explained = {node.get("id") for _, node in elements("explanation")}
    for item in MEASURES:
        if item not in carried:
            yield f"no measure carries out {item}"
    for item in sorted(carried - set(MEASURES)):
        yield f"{item} is no measure of the factsheet"
    for item in REASONS:
        if item not in explained:
            yield f"why.xml: {item} is not explained"


def shape():
    for file, tree in TREES.items():
        if tree.tag != "advice":
            yield f"{file}.xml: its root is <{tree.tag}>"
        for node in tree.iter():
            for child in node:
                if child.tag not in CHILDREN.get(node.tag, TOP):
                    yield f"{file}.xml, {node.get('id')}: <{child.tag}> in <{node.tag}>"
            if len(node) and folded(node.text):
                yield f"{file}.xml, {node.get('id')}: text beside elements in <{node.tag}>"


def ids():
    for name in ("measure", "kind", "use", "room", "explanation"):
        seen = [node.get("id") for _, node in elements(name)]
        for twice in sorted({item for item in seen if seen.count(item) > 1}):
            yield f"{name} {twice} stands twice"
    for missing in sorted(set(kinds()) - {node.get("id") for _, node in elements("kind")}):
        yield f"kinds.xml: no kind {missing}"


def references():
    known = set(kinds())
    source = (ROOT / "src/core/checks/huis-checks.c").read_text(encoding="utf-8")
    checks = set(re.findall(r'\{ "([\w-]+)", huis_check_', source))
    used = {node.get("check") for _, node in elements("measure") if node.get("check")}
    command = (ROOT / "src/app/commands/huis-router-command.c").read_text(encoding="utf-8")
    printed = set(re.findall(r'\{ "[\w-]+", "([\w-]+)",', command))
    for check in sorted(used - checks):
        yield f"check {check} is not in src/core/checks/huis-checks.c"
    for check in sorted(checks - used - printed):
        yield f"src/core/checks/huis-checks.c: no measure uses check {check}"
    for file, node in elements("measure"):
        if node.get("only-when-seen") and not node.get("check"):
            yield f"{file}.xml, {node.get('id')}: shown only when seen, but by no check"
    for name, attribute in (("not-for", "kinds"), ("item", "kind"), ("kind", "id")):
        for file, node in elements(name):
            for kind in sorted(set(node.get(attribute, "").split()) - known):
                yield f"{file}.xml: <{name}> names a kind {kind}"
    icons = {path.stem for path in (ROOT / "data/icons").rglob("*.svg")}
    for _, node in elements("kind"):
        if node.get("icon") not in icons:
            yield f"kinds.xml, {node.get('id')}: no icon {node.get('icon')}"


def senses():
    """What hears or sees is told of each kind, and a step is for those or for all."""
    kinds_that_sense = {node.get("id") for _, node in elements("kind") if node.get("senses")}
    for file, node in elements("kind"):
        if node.get("senses") not in (None, "yes"):
            yield f"{file}.xml, {node.get('id')}: senses=\"{node.get('senses')}\""
    for file, node in elements("step"):
        if node.get("for") not in (None, "senses"):
            yield f"{file}.xml: a step for \"{node.get('for')}\""
    for kind in sorted({"camera", "doorbell", "speaker", "tv"} - kinds_that_sense):
        yield f"kinds.xml: {kind} does not sense"


def every_kind_every_step():
    """A kind has a step, or a reason; and one only."""
    for file, node in elements("measure"):
        where = f"{file}.xml, {node.get('id')}"
        skipped = [kind for child in node.iter("not-for") for kind in child.get("kinds", "").split()]
        for twice in sorted({kind for kind in skipped if skipped.count(kind) > 1}):
            yield f"{where}: two reasons for {twice}"
        if any(not folded(child.text) for child in node.iter("not-for")):
            yield f"{where}: skips a kind without a reason"
        if not any(folded(child.text) for child in node.iter("step")):
            yield f"{where}: no step"
        for name in ("title", "why", "proof"):
            if not folded(node.findtext(name)):
                yield f"{where}: no {name}"


def always_shown(node):
    """A finding is not there for everyone. An unknown device is itself a finding."""
    return not node.get("only-when-seen") or node.get("check") == "unknown-device"


def skipping(node, kind):
    """Why this measure is not for this kind; None where it is."""
    return next((folded(child.text) for child in node.iter("not-for")
                 if kind in child.get("kinds", "").split()), None)


def every_kind_every_id():
    """Each kind meets each line of the factsheet that is about a device, in a step or a reason. A
    reason that points to the router's own steps is true only where the router has one."""
    carrying = {}
    for _, node in elements("measure"):
        for item in node.get("carries-out", "").split() if always_shown(node) else []:
            carrying.setdefault((node.get("scope"), item), []).append(node)
    for scope, items in (("home", AT_HOME), ("router", IN_ROUTER), ("device", PER_DEVICE)):
        for item in items:
            if (scope, item) not in carrying:
                yield f"no measure of the {scope} carries out {item}"
    for item in PER_DEVICE:
        for kind in kinds():
            reasons = [skipping(node, kind) for node in carrying.get(("device", item), [])]
            if reasons and None not in reasons and not all(reasons):
                yield f"{kind}: neither a step nor a reason for {item}"
            if set(reasons) == {ROUTER_DOES} and ("router", item) not in carrying:
                yield f"{kind}: the router has no step of its own for {item}"


def every_kind_its_own_danger():
    dangers = [folded(node.findtext("danger")) for _, node in elements("kind")]
    for twice in sorted({danger for danger in dangers if dangers.count(danger) > 1}):
        yield f"kinds.xml: two kinds with the danger “{twice}”"


def every_kind_complete():
    for _, node in elements("kind"):
        for name in CHILDREN["kind"]:
            if not folded(node.findtext(name)):
                yield f"kinds.xml, {node.get('id')}: no {name}"
        if node.get("online") not in ("yes", "no", "maybe"):
            yield f"kinds.xml, {node.get('id')}: online is yes, no or maybe"
        if node.find("guest").get("can-move") not in MOVES:
            yield f"kinds.xml, {node.get('id')}: can it move to the guest network? {', '.join(MOVES)}"


def every_use_complete():
    """A service of mDNS or UPnP, as devices announce it; and none for which all can move."""
    for _, node in elements("use"):
        if node.get("can-move") not in MOVES[1:]:
            yield f"kinds.xml, use {node.get('id')}: can-move is {' or '.join(MOVES[1:])}"
        for service in node.get("services", "").split():
            if not re.fullmatch(r"_[a-z0-9-]+\._(tcp|udp)|urn:[\w.-]+:(device|service):\w+:\d", service):
                yield f"kinds.xml, use {node.get('id')}: {service} is no type of service"


def guest_network_agrees():
    """kinds.xml says who can move to the guest network; the measure must not say otherwise."""
    measure = next(node for _, node in elements("measure") if node.get("id") == "guest-network")
    reasons = {kind: folded(child.text) for child in measure.iter("not-for")
               for kind in child.get("kinds").split()}
    stay = {node.get("id"): folded(node.findtext("guest")) for _, node in elements("kind")
            if node.find("guest[@can-move='no']") is not None}
    for kind in sorted(set(reasons) | set(stay)):
        if reasons.get(kind) != stay.get(kind):
            yield f"guest-network and kinds.xml differ about {kind}"


def links():
    for file, node in elements("link"):
        parts = urlsplit(node.get("href", ""))
        if parts.scheme != "https" or parts.path != "/" or parts.query or not parts.hostname:
            yield f"{file}.xml: {node.get('href')} is no https address of an entry page"
        if not node.get("title"):
            yield f"{file}.xml: {node.get('href')} has no title"
    for file, node in elements("measure"):
        if not node.get("only-when-seen") and node.find("link") is None:
            yield f"{file}.xml, {node.get('id')}: no site that tells more"


def resolvers():
    """Each range is one of the internet, and of one resolver alone."""
    taken = []
    for file, node in elements("resolver"):
        where = f"{file}.xml, {node.get('name')}"
        ranges = node.get("ranges", "").split()
        if not node.get("name") or not ranges:
            yield f"{where}: needs a name and ranges"
        for text in ranges:
            try:
                network = ipaddress.ip_network(text)
            except ValueError as problem:
                yield f"{where}: {problem}"
                continue
            if not network.is_global:
                yield f"{where}: {text} is not of the internet"
            for other, owner in taken:
                if network.version == other.version and network.overlaps(other):
                    yield f"{where}: {text} is in {other} of {owner} too"
            taken.append((network, node.get("name")))


def sources():
    for file, node in elements("measure") + elements("resolver"):
        where = f"{file}.xml, {node.get('id') or node.get('name')}"
        if not node.get("source"):
            yield f"{where}: no source"
        try:
            datetime.date.fromisoformat(node.get("date", ""))
        except ValueError:
            yield f"{where}: no date on which it was true"


def readable_english():
    for where, text in texts():
        for problem in long_sentences(text):
            yield f"{where}: {problem}"
        hard = HARD_ENGLISH.search(text)
        if hard:
            yield f"{where}: “{hard.group()}” in “{text}”"
        if re.search(r"['\"]|\.\.\.", text):
            yield f"{where}: straight quotes or three dots in “{text}”"


def readable_dutch():
    catalogue = ROOT / "po" / "nl.po"
    if not catalogue.exists():
        return
    translated = {entry.source: entry.translations for entry in pofile.read(catalogue)
                  if not entry.obsolete and "fuzzy" not in entry.flags}
    for where, text in texts():
        dutch = "".join(translated.get(text, []))
        if not dutch:
            yield f"{where}: not in Dutch: “{text}”"
            continue
        for problem in long_sentences(dutch):
            yield f"{where}: {problem}"
        hard = HARD_DUTCH.search(dutch)
        if hard:
            yield f"{where}: “{hard.group()}” in “{dutch}”"


RULES = [
    factsheet_carried_out,
    shape,
    ids,
    references,
    senses,
    every_kind_every_step,
    every_kind_every_id,
    every_kind_complete,
    every_use_complete,
    every_kind_its_own_danger,
    guest_network_agrees,
    links,
    resolvers,
    sources,
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
