# SPDX-License-Identifier: GPL-3.0-or-later
"""What lanctl asks for: one line of JSON in (a list of words), one line out: {"ok": bool,
"text": str, "code": int}."""

import json
import os
import socket
import subprocess

from . import computer, ipv6, kernel, openings, places, router
from .fake import runner
from .processes import RUN
from .wiring import call, find_program

PATH = f"{RUN}/control"
COMMAND_SECONDS = 60


class Control:
    def __init__(self, lan):
        self.lan = lan
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.bind(PATH)
        self.socket.listen(8)
        self.socket.setblocking(False)

    def fileno(self):
        return self.socket.fileno()

    def serve(self):
        """Answers every client that waits; one after the other, since each one changes the lab."""
        while True:
            try:
                client = self.socket.accept()[0]
            except BlockingIOError:
                return
            with client, client.makefile("rw", encoding="utf-8") as stream:
                client.settimeout(5)
                try:
                    answer = self._answer(json.loads(stream.readline()))
                except Exception as error:  # the lab goes on, the caller is told
                    answer = {"ok": False, "text": f"{type(error).__name__}: {error}", "code": 1}
                try:
                    stream.write(json.dumps(answer) + "\n")
                    stream.flush()
                except OSError:
                    pass  # the caller did not wait for the answer

    def _answer(self, words):
        name = words[0].replace("-", "_")
        method = getattr(self, "do_" + name, None)
        if not method:
            raise ValueError(f"there is no command {words[0]!r}")
        result = method(*words[1:])
        if isinstance(result, subprocess.CompletedProcess):
            return {"ok": result.returncode == 0, "code": result.returncode,
                    "text": result.stdout + result.stderr}
        text = result if isinstance(result, str) else json.dumps(result, indent=2)
        return {"ok": True, "text": "" if result is None else text, "code": 0}

    def _device(self, name):
        if name == self.lan.plan["computer"]["name"]:
            raise ValueError("the command runs there")
        return self.lan.host(name)

    def do_devices(self):
        return [{key: host[key] for key in ("name", "kind", "address", "mac")}
                for host in self.lan.hosts()]

    def do_counters(self, *only):
        """Per device: packets to the forbidden ports, and of these the ones with payload."""
        found = json.loads(call(["nft", "-j", "list", "counters", "table", "bridge", "watch"]))
        values = {row["counter"]["name"]: row["counter"] for row in found["nftables"]
                  if "counter" in row}
        result = {}
        for host in self.lan.hosts():
            if not only or host["name"] in only:
                result[host["name"]] = {
                    "packets": values[host["port"] + "-syn"]["packets"],
                    "payload_packets": values[host["port"]]["packets"],
                    "payload_bytes": values[host["port"]]["bytes"],
                }
        if not only or "to-internet" in only:
            result["to-internet"] = {"packets": router.packets_to_internet(self.lan)}
        return result

    def do_stop(self, name):
        """The device is switched off: its processes end and its cable is dead."""
        device = self._device(name)
        call(["ip", "link", "set", device["port"], "down"])
        self.lan.processes.stop(name)

    def do_start(self, name):
        device = self._device(name)
        call(["ip", "link", "set", device["port"], "up"])
        if self.lan.plan["router"] is device:
            router.start_programs(self.lan)
        else:
            self.lan.start_device(device)
        self.lan.processes.wait_ready()

    def do_set(self, name, kind, *settings):
        """The owner goes through the settings of a device: a service off or on, or anything that
        the scenario says of it."""
        device = self._device(name)
        service = next((one for one in device["services"] if one["type"] == kind), None)
        if not service:
            raise ValueError(f"{name} has no {kind}")
        for setting in settings:
            key, equals, value = setting.partition("=")
            if equals:
                service[key] = json.loads(value)
            else:
                service["off"] = {"off": True, "on": False}[setting]
        self.lan.processes.stop(name)
        self.lan.start_device(device)
        self.lan.processes.wait_ready()

    def do_open_port(self, name, port, banner=""):
        device = self._device(name)
        service = {"type": "tcp", "port": int(port), "banner": banner}
        self.lan.processes.start(name, f"port {port}",
                                 lambda ready: runner.run(device, [service], ready))
        self.lan.processes.wait_ready()

    def do_close_port(self, name, port):
        if not self.lan.processes.stop(name, f"port {port}"):
            raise ValueError(f"open-port did not open {port} of {name}")

    def do_router_upnp(self, state):
        router.set_upnp(self.lan, state == "on", state == "on")

    def do_router_natpmp(self, state):
        router.set_upnp(self.lan, self.lan.plan["router"].get("upnp", False), state == "on")

    def do_map_port(self, name, external, internal, protocol="TCP", text="opening", lease="0"):
        """The device opens a port in the router by UPnP, as a camera or a game console does."""
        with kernel.inside(self.lan.wiring.networks[name]):
            openings.add(self.lan, self.lan.host(name)["address"], int(external), int(internal),
                         protocol.upper(), text, int(lease))

    def do_mappings(self):
        return openings.in_router(self.lan)

    def do_kill_avahi(self):
        self.lan.processes.stop(self.lan.plan["computer"]["name"], "avahi-daemon")

    def do_start_avahi(self):
        computer.start_avahi(self.lan)
        self.lan.processes.wait_ready()

    def do_stun_avahi(self):
        self.lan.processes.stun(self.lan.plan["computer"]["name"], "avahi-daemon")

    def do_computer(self, place):
        """The person walks with the computer to another network, or home again."""
        places.move_computer(self.lan, place)

    def do_firewall(self, state):
        """This computer's own firewall, as desktops have it: in comes what was asked for."""
        computer.set_firewall(self.lan, state == "on")

    def do_vpn(self, state):
        """A tunnel on this computer, which leads nowhere."""
        computer.set_vpn(self.lan, state == "on")

    def do_wan_address(self, address):
        """The provider gives the router another address."""
        places.change_wan_address(self.lan, address)

    def do_ipv6_prefix(self, prefix):
        """The provider gives the home another part of the internet."""
        ipv6.give_prefix(self.lan, prefix)

    def do_log(self, name):
        with open(f"{RUN}/log/{name}.log", encoding="utf-8", errors="replace") as file:
            return file.read()

    def do_exec(self, name, *argv):
        """Runs a program inside a host with all rights over its network; waits for its end."""
        network = self.lan.wiring.networks[name]
        return subprocess.run([find_program(argv[0])] + list(argv[1:]), capture_output=True,
                              text=True, errors="replace", timeout=COMMAND_SECONDS, check=False,
                              stdin=subprocess.DEVNULL, cwd="/", env=dict(os.environ),
                              preexec_fn=lambda: kernel.setns(network, kernel.CLONE_NEWNET))
