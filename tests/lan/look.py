#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks around on the person's computer with what an ordinary user may do, and prints one JSON
object: the second opinion that test_lan.py compares with the scenario."""

import json
import os
import socket
import subprocess
import sys
import time


def expected():
    with open(os.environ["HUIS_LAN_EXPECT"], encoding="utf-8") as file:
        return json.load(file)


def neighbours(addresses, seconds):
    """ARP through the kernel: a datagram to each address, then the neighbour table."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    end = time.monotonic() + seconds
    again = 0
    found = {}
    while time.monotonic() < end and len(found) < len(addresses):
        # The kernel gives up on an address after three questions, one a second.
        if time.monotonic() >= again:
            again = time.monotonic() + 3.5
            for address in addresses:
                if address not in found:
                    sock.sendto(b"", (address, 9))
        rows = subprocess.run(["ip", "-j", "-4", "neigh", "show"], capture_output=True, text=True,
                              check=True).stdout
        found = {row["dst"]: row["lladdr"] for row in json.loads(rows) if "lladdr" in row}
        time.sleep(0.05)
    return found


def tcp(address, port, seconds=1.0):
    try:
        socket.create_connection((address, port), seconds).close()
        return "open"
    except ConnectionRefusedError:
        return "refused"
    except OSError:
        return "silent"


def ssdp(own_address, seconds=2.0):
    """Who answers an M-SEARCH, by address: the description address."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(own_address))
    sock.settimeout(seconds)
    sock.sendto(b"M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: \"ssdp:discover\"\r\n"
                b"MX: 1\r\nST: upnp:rootdevice\r\n\r\n", ("239.255.255.250", 1900))
    found, end = {}, time.monotonic() + seconds
    try:
        while time.monotonic() < end:
            data, sender = sock.recvfrom(65536)
            for line in data.decode("latin-1").split("\r\n"):
                if line.upper().startswith("LOCATION:"):
                    found[sender[0]] = line.partition(":")[2].strip()
    except socket.timeout:
        pass
    return found


def announcements():
    """Instance names that Avahi resolves."""
    text = subprocess.run(["avahi-browse", "--all", "--terminate", "--resolve", "--parsable"],
                          capture_output=True, text=True, errors="replace", check=False).stdout
    rows = [line.split(";") for line in text.splitlines() if line.startswith("=")]
    return sorted({(row[3], row[4], row[7]) for row in rows if len(row) > 7})


def may_open_raw_socket():
    try:
        socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0).close()
        return True
    except PermissionError:
        return False


def main():
    plan = expected()
    hosts = plan["devices"] + ([plan["router"]] if plan["router"] else [])
    addresses = [host["address"] for host in hosts]
    wait = float(sys.argv[1]) if len(sys.argv) > 1 else 3.0
    print(json.dumps({
        "expect": plan,
        "uid": os.getuid(),
        "raw": may_open_raw_socket(),
        "neighbours": neighbours(addresses, wait),
        "closed": {address: tcp(address, 4, 0.3) for address in addresses},
        "open": {f"{host['name']} {service['port']}": tcp(host["address"], service["port"])
                 for host in hosts for service in host["services"]
                 if service["type"] not in ("avahi", "mdns", "udp") and "port" in service},
        "ssdp": ssdp(plan["computer"]["address"]),
        "announcements": announcements(),
        "counters": json.loads(subprocess.run(["lanctl", "counters"], capture_output=True,
                                              text=True, check=True).stdout),
    }))


if __name__ == "__main__":
    main()
