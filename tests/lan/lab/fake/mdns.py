# SPDX-License-Identifier: GPL-3.0-or-later
"""A minimal multicast DNS responder (RFC 6762) with service discovery (RFC 6763): it answers PTR,
SRV, TXT, A, AAAA and the meta query of section 9, announces itself twice, and leaves out
known-answer suppression, probing and name compression."""

import asyncio
import ipaddress
import random
import socket
import struct

from . import stream

GROUP = "224.0.0.251"
GROUP6 = "ff02::fb"
PORT = 5353
META = ("_services", "_dns-sd", "_udp", "local")
A, PTR, TXT, AAAA, SRV, ANY = 1, 12, 16, 28, 33, 255
FLUSH = 0x8000
HOST_TTL, OTHER_TTL = 120, 4500  # RFC 6762 section 10
MAX_PACKET = 1400


def read_name(packet, at):
    """The labels of a name and where it ends; compression pointers only lead backwards."""
    labels, end, limit = [], None, at
    while True:
        length = packet[at]
        if length >= 0xC0:
            target = struct.unpack_from("!H", packet, at)[0] & 0x3FFF
            end = end or at + 2
            if target >= limit:
                raise ValueError("name points forwards")
            at = limit = target
        elif length == 0:
            return tuple(labels), end or at + 1
        else:
            labels.append(packet[at + 1:at + 1 + length].decode("utf-8", "replace"))
            at += 1 + length


def write_name(labels):
    parts = [label.encode()[:63] for label in labels]
    return b"".join(bytes([len(part)]) + part for part in parts) + b"\0"


def read_questions(packet):
    _id, flags, count = struct.unpack_from("!HHH", packet)
    if flags & 0x8000:
        return []
    questions, at = [], 12
    for _ in range(count):
        labels, at = read_name(packet, at)
        kind, klass = struct.unpack_from("!HH", packet, at)
        at += 4
        questions.append((tuple(label.lower() for label in labels), kind, bool(klass & 0x8000)))
    return questions


def record(labels, kind, data, unique):
    ttl = HOST_TTL if kind in (A, AAAA, SRV) else OTHER_TTL
    return (write_name(labels)
            + struct.pack("!HHIH", kind, 1 | (FLUSH if unique else 0), ttl, len(data)) + data)


def text_data(pairs):
    items = [f"{key}={value}".encode()[:255] for key, value in pairs.items()]
    return b"".join(bytes([len(item)]) + item for item in items) or b"\0"


class Records:
    """What one device has to tell: {(lower-case name, kind): [record]}."""

    def __init__(self, host, addresses, announces):
        self.rows = {}
        name = (host, "local")
        for address in addresses:
            self._add_address(name, address)
        for item in announces:
            kind = tuple(item["service"].split(".")) + ("local",)
            instance = (item["name"],) + kind
            self._add(META, PTR, write_name(kind), False)
            self._add(kind, PTR, write_name(instance), False)
            for sub in item.get("subtypes", []):
                self._add((sub, "_sub") + kind, PTR, write_name(instance), False)
            if "host" in item:
                for address in addresses:
                    self._add_address((item["host"], "local"), address)
            self._add(instance, SRV, struct.pack("!HHH", 0, 0, item["port"])
                      + write_name((item["host"], "local") if "host" in item else name), True)
            self._add(instance, TXT, text_data(item.get("txt", {})), True)

    def _add_address(self, name, address):
        ip = ipaddress.ip_address(address)
        self._add(name, A if ip.version == 4 else AAAA, ip.packed, True)

    def _add(self, labels, kind, data, unique):
        key = (tuple(label.lower() for label in labels), kind)
        row = record(labels, kind, data, unique)
        rows = self.rows.setdefault(key, [])
        if row not in rows:
            rows.append(row)

    def find(self, labels, kind):
        kinds = (PTR, SRV, TXT, A, AAAA) if kind == ANY else (kind,)
        return [row for have in kinds for row in self.rows.get((labels, have), [])]

    def all(self):
        return [row for rows in self.rows.values() for row in rows]


def packets(rows):
    """Answers in as few packets as fit an Ethernet frame."""
    batch, size = [], 12
    for row in rows:
        if batch and size + len(row) > MAX_PACKET:
            yield struct.pack("!6H", 0, 0x8400, 0, len(batch), 0, 0) + b"".join(batch)
            batch, size = [], 12
        batch.append(row)
        size += len(row)
    if batch:
        yield struct.pack("!6H", 0, 0x8400, 0, len(batch), 0, 0) + b"".join(batch)


def _socket6():
    sock = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    sock.bind(("::", PORT))
    index = socket.if_nametoindex("eth0")
    member = socket.inet_pton(socket.AF_INET6, GROUP6) + struct.pack("@I", index)
    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_JOIN_GROUP, member)
    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_IF, index)
    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_HOPS, 255)
    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_LOOP, 0)
    sock.setblocking(False)
    return sock


def _copied(announces):
    """An announcement with "copies" stands for that many, numbered by {copy} in its texts."""
    for item in announces:
        for copy in range(item.get("copies", 1)):
            yield {key: value.replace("{copy}", str(copy)) if isinstance(value, str) else value
                   for key, value in item.items()}


async def serve(device, service):
    """"host", "announces": [{"service", "name", "port", "txt", "subtypes", "host", "copies"}],
    "ipv6-only", "delay", "announce-at"."""
    addresses = service.get("addresses", [] if service.get("ipv6-only") else [device["address"]])
    records = Records(service["host"], addresses + device.get("mdns-addresses", []),
                      _copied(service.get("announces", [])))

    def answer(data, sender, send, group):
        rows, unicast = [], True
        for labels, kind, wants_unicast in read_questions(data):
            unicast = unicast and wants_unicast
            rows += records.find(labels, kind)
            if kind == PTR and labels[0].startswith("_") and rows and labels != META:
                rows += records.all()
        legacy = sender[1] != PORT
        for packet in packets(dict.fromkeys(rows)):
            if legacy:  # RFC 6762 section 6.7: to the asker, with the same id and question
                end = read_name(data, 12)[1] + 4
                head = struct.unpack("!6H", packet[:12])
                packet = data[:2] + struct.pack("!5H", 0x8400, 1, head[3], 0, 0) \
                    + data[12:end] + packet[12:]
            to = sender if legacy or unicast else (group, PORT)
            send(packet, to, service.get("delay", 0) + random.uniform(0.02, 0.12))

    ends = []
    if not service.get("ipv6-only"):
        ends.append((await stream.listen_datagrams(
            stream.multicast_socket(GROUP, PORT), lambda *a: answer(*a, GROUP)), GROUP))
    try:
        ends.append((await stream.listen_datagrams(
            _socket6(), lambda *a: answer(*a, GROUP6)), GROUP6))
    except OSError:
        pass  # a device without IPv6
    loop = asyncio.get_running_loop()
    for after in service.get("announce-at", [0.1, 1.1]):
        for (transport, _protocol), group in ends:
            for packet in packets(records.all()):
                loop.call_later(after, transport.sendto, packet, (group, PORT))
    return ends
