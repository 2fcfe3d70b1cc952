# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts, watches and ends the processes of each host. Runs in process 1 of the network."""

import os
import select
import signal
import socket
import sys
import time
import traceback

from . import kernel
from .wiring import find_program

RUN = "/run/huis-lan"
READY_SECONDS = 15


class Process:
    def __init__(self, pid, host, label, log):
        self.pid, self.host, self.label, self.log = pid, host, label, log
        self.status = None


class Processes:
    def __init__(self, wiring):
        self.wiring = wiring
        self.running = {}
        self.ready_pipes = []  # (descriptor, process)
        self.ready_ports = []  # (process, port)
        self.ready_files = []  # (process, path)

    def start(self, host, label, target, *, person=None, mounts=(), environment=None,
              keep_output=False, port=None, ready_file=None):
        """`target` is an argument vector, or a function that is called with a function to call
        when ready. `mounts` are (source, target) binds that only this process sees."""
        log = f"{RUN}/log/{host}.log"
        argv = None if callable(target) else [find_program(target[0])] + list(target[1:])
        reader, writer = os.pipe()
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                os.close(reader)
                self._become(host, log, person, mounts, keep_output)
                if argv:
                    os.close(writer)
                    os.execve(argv[0], argv, {**os.environ, **(environment or {})})
                target(lambda: os.write(writer, b"r"))
                code = 0
            except BaseException:  # whatever it was: it must not run on as a second process 1
                traceback.print_exc()
            finally:
                sys.stderr.flush()
                os._exit(code)
        os.close(writer)
        process = Process(pid, host, label, log)
        self.running[pid] = process
        if argv:
            os.close(reader)
        else:
            self.ready_pipes.append((reader, process))
        if port:
            self.ready_ports.append((process, port))
        if ready_file:
            self.ready_files.append((process, ready_file))
        return process

    def _become(self, host, log, person, mounts, keep_output):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGCHLD, signal.SIGPIPE):
            signal.signal(number, signal.SIG_DFL)
        kernel.setns(self.wiring.networks[host], kernel.CLONE_NEWNET)
        if mounts:
            kernel.unshare(kernel.CLONE_NEWNS)
            for source, place in mounts:
                kernel.bind(source, place)
        if not keep_output:
            os.setsid()
            null = os.open("/dev/null", os.O_RDONLY)
            out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
            os.dup2(null, 0)
            os.dup2(out, 1)
            os.dup2(out, 2)
        if person:
            kernel.enter_as_person(person)

    def reap(self):
        """Takes in what ended; process 1 inherits strangers too."""
        ended = []
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return ended
            if pid == 0:
                return ended
            process = self.running.pop(pid, None)
            if process:
                process.status = status
                ended.append(process)

    def _fail_if_ended(self, process):
        self.reap()
        if process.status is None:
            return
        with open(process.log, encoding="utf-8", errors="replace") as file:
            tail = file.read()[-1500:].strip()
        raise RuntimeError(f"{process.label} of {process.host} ended at once: {tail}")

    def wait_ready(self):
        """Until every process started so far does its work; raises when one ended or is slow."""
        end = time.monotonic() + READY_SECONDS
        for descriptor, process in self.ready_pipes:
            readable = select.select([descriptor], [], [], max(0, end - time.monotonic()))[0]
            if not readable or os.read(descriptor, 1) != b"r":
                time.sleep(0.05)
                self._fail_if_ended(process)
                raise RuntimeError(f"{process.label} of {process.host} is not ready")
            os.close(descriptor)
        for process, path in self.ready_files:
            self._poll(process, end, lambda path=path: os.path.exists(path))
        for process, port in self.ready_ports:
            with kernel.inside(self.wiring.networks[process.host]):
                self._poll(process, end, lambda port=port: _listens(port))
        self.ready_pipes, self.ready_ports, self.ready_files = [], [], []

    def _poll(self, process, end, is_ready):
        while not is_ready():
            self._fail_if_ended(process)
            if time.monotonic() > end:
                raise RuntimeError(f"{process.label} of {process.host} is not ready")
            time.sleep(0.01)

    def _choose(self, host, label):
        return [process for process in self.running.values()
                if process.host == host and label in (None, process.label)]

    def stun(self, host, label):
        """It keeps its connections, and does nothing any more."""
        for process in self._choose(host, label):
            os.kill(process.pid, signal.SIGSTOP)

    def stop(self, host, label=None):
        """Ends the processes of a host (or one kind of them) and waits until they are gone."""
        chosen = self._choose(host, label)
        for process in chosen:
            os.kill(process.pid, signal.SIGKILL)
        for process in chosen:
            while process.status is None:
                self.reap()
                time.sleep(0.005)
        return len(chosen)


def _listens(port):
    """Asks the table of the namespace, so that no daemon sees a connection it does not know."""
    wanted = f":{port:04X}"
    for table in ("tcp", "tcp6"):
        try:
            with open(f"/proc/thread-self/net/{table}", encoding="ascii") as file:
                rows = [line.split() for line in file][1:]
        except FileNotFoundError:
            continue
        if any(row[1].endswith(wanted) and row[3] == "0A" for row in rows):
            return True
    return False


def host_name(name):
    """The namespace's own host name, so that no daemon announces this machine's."""
    socket.sethostname(name)
