# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers ARP requests (RFC 826) in place of the kernel: late, or only from the n-th one on, as
phones that sleep and stations behind a lossy Wi-Fi do."""

import asyncio
import ctypes
import socket
import struct

ETH_P_ARP = 0x0806
SO_ATTACH_FILTER = 26  # socket(7); Python has no name for it
REQUEST = 1


def requests_for(address):
    """A classic BPF program (bpf(4)) that keeps requests for this address. Without it all fakes of a
    network wake up for each question of a sweep, and the computer that is measured waits for them."""
    load_half, load_word, jump_equal, finish = 0x28, 0x20, 0x15, 0x06
    return [(load_half, 0, 0, 20), (jump_equal, 0, 3, REQUEST),
            (load_word, 0, 0, 38), (jump_equal, 0, 1, int.from_bytes(address, "big")),
            (finish, 0, 0, 2048), (finish, 0, 0, 0)]


def listen(address):
    # Without a protocol until the filter is there, so that nothing slips in before it.
    sock = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
    program = requests_for(address)
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in program))
    sock.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER,
                    struct.pack("@HP", len(program), ctypes.addressof(code)))
    sock.bind(("eth0", ETH_P_ARP))
    sock.setblocking(False)
    return sock


def serve(device):
    """"arp": {"ignore": how many requests of each asker stay unanswered, "delay": seconds}."""
    rules = device["arp"]
    mac = bytes.fromhex(device["mac"].replace(":", ""))
    address = socket.inet_aton(device["address"])
    sock = listen(address)
    loop = asyncio.get_running_loop()
    asked = {}

    def receive():
        frame = sock.recv(2048)
        if len(frame) < 42:
            return
        sender_mac, sender = frame[22:28], frame[28:32]
        asked[sender] = asked.get(sender, 0) + 1
        if asked[sender] <= rules.get("ignore", 0):
            return
        reply = (sender_mac + mac + struct.pack("!HHHBBH", ETH_P_ARP, 1, 0x0800, 6, 4, 2)
                 + mac + address + sender_mac + sender)
        loop.call_later(rules.get("delay", 0), sock.send, reply)

    loop.add_reader(sock, receive)
    return sock
