# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain sockets: multicast listeners for the other modules, and services that data describes."""

import asyncio
import re
import socket
import struct


def multicast_socket(group, port, ttl=255):
    """A UDP socket that hears an IPv4 group on eth0 and sends there."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind(("", port))
    if group:
        member = struct.pack("4s4si", socket.inet_aton(group), bytes(4),
                             socket.if_nametoindex("eth0"))
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, member)
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, member)
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, ttl)
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_LOOP, 0)
    sock.setblocking(False)
    return sock


class Datagrams(asyncio.DatagramProtocol):
    """Calls answer(data, sender, send) for each datagram; send(data, to=sender, after=seconds)."""

    def __init__(self, answer):
        self.answer = answer
        self.transport = None

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        def send(reply, to=None, after=0.0):
            asyncio.get_running_loop().call_later(after, self.transport.sendto, reply, to or addr)

        try:
            self.answer(data, addr, send)
        except (ValueError, IndexError, struct.error, UnicodeError) as error:
            print(f"datagram from {addr}: {error}", flush=True)


async def listen_datagrams(sock, answer):
    loop = asyncio.get_running_loop()
    return await loop.create_datagram_endpoint(lambda: Datagrams(answer), sock=sock)


def as_bytes(value):
    """A text of the scenario, or {"hex": "..."}; None stays None."""
    if isinstance(value, dict):
        return bytes.fromhex(value["hex"])
    return None if value is None else value.encode()


async def serve_tcp(_device, service):
    """"banner" is sent at once ("endless": again and again), "answer" after each thing that the
    client says; "close": true ends after the first."""
    async def talk(reader, writer):
        try:
            while service.get("banner"):
                writer.write(as_bytes(service["banner"]))
                await writer.drain()
                if not service.get("endless"):
                    break
            while data := await reader.read(4096):
                print(f"tcp {service['port']}: {len(data)} bytes {data[:40]!r} from "
                      f"{writer.get_extra_info('peername')[0]}", flush=True)
                if service.get("answer"):
                    writer.write(as_bytes(service["answer"]))
                    await writer.drain()
                if service.get("close"):
                    break
        except ConnectionError:
            pass
        finally:
            writer.close()

    return await asyncio.start_server(talk, None, service["port"], reuse_address=True)


async def serve_udp(_device, service):
    """Answers a datagram that matches the regular expression "match" with "answer"; hears the
    IPv4 group "multicast" too, waits "after" seconds, answers from and to "reply-port" if given."""
    wanted = re.compile(as_bytes(service.get("match", "")), re.S)
    reply = as_bytes(service["answer"])

    def answer(data, sender, send):
        if wanted.search(data):
            to = (sender[0], service["reply-port"]) if "reply-port" in service else sender
            send(reply, to, service.get("after", 0.0))

    return await listen_datagrams(
        multicast_socket(service.get("multicast"), service["port"]), answer)
