# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers ARP requests (RFC 826) in place of the kernel: late, or only from the n-th one on, as
phones that sleep and stations behind a lossy Wi-Fi do."""

import asyncio
import socket
import struct

ETH_P_ARP = 0x0806


def serve(device):
    """"arp": {"ignore": how many requests of each asker stay unanswered, "delay": seconds}."""
    rules = device["arp"]
    mac = bytes.fromhex(device["mac"].replace(":", ""))
    address = socket.inet_aton(device["address"])
    sock = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ARP))
    sock.bind(("eth0", ETH_P_ARP))
    sock.setblocking(False)
    loop = asyncio.get_running_loop()
    asked = {}

    def receive():
        frame = sock.recv(2048)
        if len(frame) < 42:
            return
        operation, = struct.unpack_from("!H", frame, 20)
        sender_mac, sender, target = frame[22:28], frame[28:32], frame[38:42]
        if operation != 1 or target != address:
            return
        asked[sender] = asked.get(sender, 0) + 1
        if asked[sender] <= rules.get("ignore", 0):
            return
        reply = (sender_mac + mac + struct.pack("!HHHBBH", ETH_P_ARP, 1, 0x0800, 6, 4, 2)
                 + mac + address + sender_mac + sender)
        loop.call_later(rules.get("delay", 0), sock.send, reply)

    loop.add_reader(sock, receive)
    return sock
