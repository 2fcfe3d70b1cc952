# SPDX-License-Identifier: GPL-3.0-or-later
"""One home: built, kept running while a command runs in it. Lives in process 1."""

import json
import os
import select
import signal
import sys
import time

from . import computer, control, daemons, kernel, router, scenario
from .fake import runner
from .processes import RUN, Processes, host_name
from .wiring import Wiring

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Lan:
    def __init__(self, plan, person):
        self.plan = plan
        self.person = person
        self.wiring = Wiring()
        self.processes = Processes(self.wiring)
        self.control = None
        self.started = time.monotonic()

    def hosts(self):
        every = [self.plan["computer"]] + self.plan["devices"]
        return every + [self.plan["router"]] if self.plan["router"] else every

    def host(self, name):
        for host in self.hosts():
            if name == host["name"]:
                return host
        raise KeyError(f"no host is called {name!r}")

    def build(self):
        self._make_private_places()
        self._wire()
        self.control = control.Control(self)
        self.start_all()
        self.processes.wait_ready()

    def _make_private_places(self):
        """Our own /run, so that no daemon meets one of this machine, and our own /proc."""
        try:
            try:
                kernel.mount("proc", "/proc", "proc")
            except OSError:
                pass  # inside a container that hides parts of /proc the old one serves as well
            names = os.path.realpath("/etc/resolv.conf")
            sessions = os.open("/run/user", os.O_PATH) if os.path.isdir("/run/user") else None
            kernel.mount("tmpfs", "/run", "tmpfs", 0, "mode=755,size=128m")
            if sessions is not None:
                os.mkdir("/run/user")
                kernel.bind(f"/proc/self/fd/{sessions}", "/run/user")
                os.close(sessions)
        except OSError as error:
            raise kernel.Forbidden(f"this system does not allow mounts ({error})") from error
        for place in ("log", "computer"):
            os.makedirs(f"{RUN}/{place}")
        for place in ("dbus", "lock", "avahi-daemon"):
            os.mkdir(f"/run/{place}")
        os.symlink("/dev/shm", "/run/shm")
        self._put_name_server(names)
        host_name(self.plan["computer"]["name"])

    def _put_name_server(self, path):
        """The computer asks the router for names, as its DHCP would have told it."""
        router = self.plan["router"]
        text = f"nameserver {router['address']}\n" if router else ""
        if path.startswith("/run/"):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            daemons.put(path, text)
        elif os.path.exists(path):
            kernel.bind(daemons.put(f"{RUN}/resolv.conf", text), path)

    def _wire(self):
        self.wiring.make_switch()
        for host in self.hosts():
            self.wiring.make_network(host["name"])
        self.wiring.plug_in(self.hosts())
        gateway = self.plan["router"]["address"] if self.plan["router"] else None
        for host in self.hosts():
            self.wiring.configure(host, self.plan["prefix"], gateway)
        self.wiring.install_meters(self.hosts())
        if self.plan["router"]:
            router.connect_to_internet(self)
        with open(f"{RUN}/expect.json", "w", encoding="utf-8") as file:
            json.dump(scenario.expected(self.plan), file, indent=2)

    def start_all(self):
        if self.plan["router"]:
            router.start(self)
        for device in self.plan["devices"]:
            self.start_device(device)
        computer.start(self)

    def start_device(self, device):
        """One Python process for all the small services, one process for each real daemon."""
        services = [service for service in device["services"] if not service.get("off")]
        small = [service for service in services if service["type"] not in daemons.STARTERS]
        if small or device.get("arp"):
            self.processes.start(device["name"], "small services",
                                 lambda ready: runner.run(device, small, ready))
        for service in services:
            if service["type"] in daemons.STARTERS:
                daemons.STARTERS[service["type"]](self, device, service)

    def _environment(self):
        return {
            **os.environ,
            **computer.environment(),
            "HUIS_LAN_EXPECT": f"{RUN}/expect.json",
            "HUIS_LAN_CONTROL": control.PATH,
            "HUIS_LAN_LOGS": f"{RUN}/log",
            "PATH": HERE + ":" + os.environ.get("PATH", "/usr/bin:/bin"),
        }

    def run(self, command):
        """Runs the command as the person, and serves lanctl meanwhile; returns its exit code."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        if os.environ.get("HUIS_LAN_DEBUG"):
            print(f"lan.py: ready after {time.monotonic() - self.started:.2f} s", flush=True)
        here = os.getcwd()

        def become_command(_ready):
            os.chdir(here)
            try:
                os.execvpe(command[0], command, self._environment())
            except OSError as error:
                print(f"lan.py: {command[0]}: {error.strerror}", file=sys.stderr, flush=True)
                os._exit(127)

        process = self.processes.start(self.plan["computer"]["name"], "command", become_command,
                                       person=self.person, keep_output=True)
        self.processes.ready_pipes.clear()
        ended = os.pidfd_open(process.pid)
        while process.status is None:
            select.select([self.control, ended], [], [], 1)
            self.control.serve()
            self.processes.reap()
        status = process.status
        return os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status)
