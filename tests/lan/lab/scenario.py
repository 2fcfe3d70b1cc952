# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads scenarios/NAME.json (its fields: README.md), checks it and fills in what it leaves out."""

import glob
import ipaddress
import json
import os
import re

FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "scenarios")
MAC = re.compile(r"([0-9a-f]{2}:){5}[0-9a-f]{2}")
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,30}")


class Wrong(Exception):
    """The scenario file cannot be used."""


def _read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError) as error:
        raise Wrong(f"{path}: {error}") from error


def descriptions():
    for path in sorted(glob.glob(os.path.join(FOLDER, "*.json"))):
        yield os.path.basename(path)[:-5], _read(path)["description"]


def _unfold(value):
    """Long texts are written {"repeat": TEXT, "times": N}; "before" and "after" go around them."""
    if isinstance(value, list):
        return [_unfold(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "repeat" in value:
        return value.get("before", "") + value["repeat"] * value["times"] + value.get("after", "")
    return {key: _unfold(item) for key, item in value.items()}


def _inherit(data):
    """"based-on" names another scenario: objects are merged, all other values replaced, and
    "without" drops devices by name, or "all" of them."""
    if "based-on" not in data:
        return data
    base = _inherit(_read(os.path.join(FOLDER, data["based-on"] + ".json")))
    dropped = data.get("without", [])
    merged = _merge(base, {key: value for key, value in data.items()
                           if key not in ("based-on", "without", "devices")})
    kept = [device for device in base.get("devices", []) if dropped != "all" and device["name"] not in dropped]
    merged["devices"] = kept + data.get("devices", [])
    return merged


def _merge(base, change):
    if not isinstance(base, dict) or not isinstance(change, dict):
        return change
    result = dict(base)
    for key, value in change.items():
        result[key] = _merge(base.get(key), value)
    return result


def _fill_in(value, words):
    """Puts the words of one host of a crowd in place of {name}, {address}, {number} and {mac}."""
    if isinstance(value, str):
        for word, text in words.items():
            value = value.replace("{" + word + "}", text)
        return value
    if isinstance(value, list):
        return [_fill_in(item, words) for item in value]
    if isinstance(value, dict):
        return {key: _fill_in(item, words) for key, item in value.items()}
    return value


def _crowd(groups, subnet):
    """Many like hosts in one object: "count" of them from host number "first" on. ARP answers of
    each come "delay-step" seconds later than those of the one before."""
    for group in groups:
        for index in range(group["count"]):
            number = group["first"] + index
            mac = f"{group['oui']}:{(number >> 16) & 255:02x}:{(number >> 8) & 255:02x}"
            words = {"name": f"{group['name']}-{number}", "mac": f"{mac}:{number & 255:02x}",
                     "address": str(subnet.network_address + number), "number": str(number)}
            device = _fill_in({key: value for key, value in group.items()
                               if key not in ("count", "first", "oui")}, words)
            device.update(name=words["name"], mac=words["mac"], address=words["address"])
            if "arp" in device:
                device["arp"] = dict(device["arp"], delay=device["arp"].get("delay", 0)
                                     + index * device["arp"].get("delay-step", 0))
            yield device


def _complete(device, subnet):
    for key in ("name", "kind", "mac", "address"):
        if key not in device:
            raise Wrong(f"a device without \"{key}\": {device}")
    if not NAME.fullmatch(device["name"]):
        raise Wrong(f"{device['name']!r} is no name: use a-z, 0-9 and -")
    if not MAC.fullmatch(device["mac"]):
        raise Wrong(f"{device['name']}: {device['mac']!r} is no MAC address in lower case")
    if ipaddress.ip_address(device["address"]) not in subnet:
        raise Wrong(f"{device['name']}: {device['address']} is not in {subnet}")
    device.setdefault("services", [])
    device.setdefault("shown", device["name"])


def load(name):
    path = name if name.endswith(".json") else os.path.join(FOLDER, name + ".json")
    if not os.path.exists(path):
        raise Wrong(f"there is no scenario {name!r}; lan.py --list shows them")
    plan = _unfold(_inherit(_read(path)))
    if not plan.get("description"):
        raise Wrong(f"{path}: a scenario begins with a \"description\"")
    subnet = ipaddress.ip_network(plan["subnet"])
    plan["prefix"] = subnet.prefixlen
    plan.setdefault("devices", []).extend(_crowd(plan.pop("crowd", []), subnet))
    plan.setdefault("router", None)
    hosts = [plan["computer"]] + plan["devices"]
    plan["computer"].setdefault("kind", "computer")
    if plan["router"]:
        plan["router"].setdefault("kind", "router")
        hosts.append(plan["router"])
    for host in hosts:
        _complete(host, subnet)
    for key in ("name", "mac", "address"):
        seen = [host[key] for host in hosts]
        twice = {value for value in seen if seen.count(value) > 1}
        if twice:
            raise Wrong(f"{path}: the same {key} twice: {', '.join(sorted(twice))}")
    return plan


def expected(plan):
    """What HUIS_LAN_EXPECT holds: the truth a test compares with."""
    fields = ("name", "shown", "kind", "address", "mac", "silent", "maker", "model", "arp",
              "services")

    def pick(host):
        return {key: host[key] for key in fields if key in host} if host else None

    return {
        "description": plan["description"],
        "subnet": plan["subnet"],
        "interface": "eth0",
        "computer": pick(plan["computer"]),
        "router": pick(plan["router"]),
        "wan": plan["router"] and plan["router"].get("wan"),
        "guest": plan["router"] and plan["router"].get("guest"),
        "devices": [pick(device) for device in plan["devices"]],
    }
