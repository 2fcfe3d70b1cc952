#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The test network is what its scenario says, and goes without a trace."""

import glob
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from harness import HERE, LAN, SKIPPED, look, main, run_lan, run_script


def left_behind():
    """Mounts of this machine, and files that the network could have forgotten."""
    with open("/proc/self/mounts", encoding="utf-8") as file:
        mounts = file.read()
    files = [path for pattern in ("/run/huis*", "/run/netns/*", HERE + "/**")
             for path in glob.glob(pattern, recursive=True)]
    return mounts, sorted(files)


def processes_with(mark):
    """Processes whose environment holds a mark, in any namespace."""
    found = []
    for path in glob.glob("/proc/[0-9]*/environ"):
        try:
            with open(path, "rb") as file:
                if mark.encode() in file.read():
                    found.append(int(path.split("/")[2]))
        except OSError:
            pass
    return set(found) - {os.getpid()}


class Home(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.seen = look("home")
        cls.plan = cls.seen["expect"]
        cls.hosts = cls.plan["devices"] + [cls.plan["router"]]

    def test_every_host_answers_arp_with_its_own_mac(self):
        for host in self.hosts:
            self.assertEqual(self.seen["neighbours"].get(host["address"]), host["mac"],
                             host["name"])

    def test_only_the_silent_one_is_silent(self):
        self.assertGreaterEqual(len(self.plan["devices"]), 9)
        silent = [host for host in self.hosts if host.get("silent")]
        self.assertEqual(len(silent), 1)
        for host in self.hosts:
            self.assertEqual(self.seen["closed"][host["address"]],
                             "silent" if host.get("silent") else "refused", host["name"])

    def test_every_port_of_the_scenario_is_open(self):
        wrong = {port: state for port, state in self.seen["open"].items() if state != "open"}
        # A look from outside can't tell a WS-Discovery or NetBIOS port, which are not in the list.
        self.assertEqual(wrong, {})
        self.assertGreater(len(self.seen["open"]), 20)

    def test_upnp_is_answered_by_the_router_and_the_devices(self):
        router = self.plan["router"]["address"]
        self.assertEqual(self.seen["ssdp"].get(router), f"http://{router}:49000/rootDesc.xml")
        speakers = {host["address"] for host in self.plan["devices"]
                    if any(item["type"] in ("ssdp", "minidlna") for item in host["services"])}
        self.assertEqual(set(self.seen["ssdp"]), speakers | {router})

    def test_avahi_hears_every_announcement(self):
        heard = {(kind, address) for _name, kind, address in self.seen["announcements"]}
        # avahi-browse shows the plain names of well-known types.
        shown = {"_http._tcp": "Web Site", "_smb._tcp": "Microsoft Windows Network",
                 "_ipp._tcp": "Internet Printer"}
        for host in self.hosts:
            for service in host["services"]:
                for item in service.get("announces", []):
                    kind = shown.get(item["service"], item["service"])
                    self.assertIn((kind, host["address"]), heard)

    def test_the_person_has_no_right_over_the_network(self):
        self.assertFalse(self.seen["raw"])
        self.assertEqual(self.seen["uid"], os.getuid())

    def test_meters_count_only_what_was_sent(self):
        counters = self.seen["counters"]
        self.assertGreater(counters["printer"]["packets"], 0)  # the connections of look.py
        for host in self.hosts:
            self.assertEqual(counters[host["name"]]["payload_bytes"], 0)
        self.assertEqual(counters["to-internet"]["packets"], 0)

    def test_meters_see_a_byte(self):
        sent = ("import socket; s = socket.create_connection(('192.168.178.21', 9100), 2); "
                "s.send(b'x'); s.close()")
        result = run_lan("home", "sh", "-c", f'python3 -c "{sent}" && lanctl counters printer')
        counters = json.loads(result.stdout)
        self.assertEqual(counters["printer"]["payload_packets"], 1)


class Control(unittest.TestCase):
    def test_an_opening_is_made_and_goes_with_upnp(self):
        output = run_script("home", "lanctl map-port camera 8080 80 TCP 'my & camera'; "
                                 "lanctl mappings; lanctl router-upnp off; lanctl mappings")
        before, after = output[:output.index("]") + 1], output[output.index("]") + 1:]
        self.assertEqual(json.loads(before), [{
            "protocol": "TCP", "external_port": 8080, "internal_address": "192.168.178.23",
            "internal_port": 80}])
        self.assertEqual(json.loads(after), [])

    def test_a_device_is_switched_off_and_on(self):
        output = run_script("home", """
            look 192.168.178.23 554; lanctl stop camera; look 192.168.178.23 554
            lanctl start camera; look 192.168.178.23 554
            lanctl open-port camera 2323 hello; look 192.168.178.23 2323
            lanctl close-port camera 2323; look 192.168.178.23 2323""")
        self.assertEqual(output.split(), ["open", "silent", "open", "open", "refused"])

    def test_avahi_dies_and_comes_back(self):
        output = run_script("home", "lanctl kill-avahi; avahi-browse -at 2>&1 || echo gone; "
                            "lanctl start-avahi; for _ in 1 2 3 4 5 6 7 8 9 10; do "
                            "n=$(avahi-browse -at | wc -l); "
                            "[ $n -gt 10 ] && break; sleep 1; done; echo $n")
        self.assertIn("gone", output)
        self.assertGreater(int(output.split()[-1]), 10)

    def test_the_exit_code_of_the_command_is_passed_on(self):
        self.assertEqual(run_lan("quiet", "sh", "-c", "exit 3").returncode, 3)
        self.assertEqual(run_lan("quiet", "no-such-program").returncode, 127)


class Forbidden(unittest.TestCase):
    def test_a_system_without_namespaces_skips_with_one_sentence(self):
        for limit in ("max_user_namespaces", "max_net_namespaces", "max_mnt_namespaces"):
            result = subprocess.run(
                ["unshare", "--user", "--map-root-user", "sh", "-c",
                 f"echo 0 >/proc/sys/user/{limit} && exec \"$@\"", "sh", sys.executable, LAN,
                 "quiet", "--", "echo", "ran"], capture_output=True, text=True, check=False)
            self.assertEqual(result.returncode, SKIPPED, result.stderr)
            self.assertEqual(result.stdout, "")
            self.assertRegex(result.stderr, r"^lan\.py: skipped: [^\n]+\n$")

    def test_a_wrong_scenario_is_named(self):
        with tempfile.TemporaryDirectory() as place:
            path = os.path.join(place, "wrong.json")
            with open(path, "w", encoding="utf-8") as file:
                json.dump({"description": "Two with one address", "based-on": "home", "devices": [
                    {"name": "twin", "kind": "other", "mac": "02:00:00:00:00:01",
                     "address": "192.168.178.23"}]}, file)
            result = run_lan(path, "true")
            self.assertEqual(result.returncode, 2)
            self.assertIn("the same address twice: 192.168.178.23", result.stderr)
            self.assertEqual(run_lan("no-such-scenario", "true").returncode, 2)


class Traces(unittest.TestCase):
    def start(self, mark, command="sleep 60"):
        reader, writer = os.pipe()
        lan = subprocess.Popen([sys.executable, LAN, "home", "--", "sh", "-c",
                                f"echo ready >&{writer}; {command}"], pass_fds=(writer,),
                               env={**os.environ, "HUIS_LAN_MARK": mark})
        os.close(writer)
        with os.fdopen(reader) as stream:
            if not stream.readline():
                if lan.wait() == SKIPPED:
                    self.skipTest("namespaces are forbidden here")
                self.fail("the network did not start")
        return lan

    def wait_until_gone(self, mark):
        end = time.monotonic() + 5
        while processes_with(mark) and time.monotonic() < end:
            time.sleep(0.05)
        self.assertEqual(processes_with(mark), set())

    def test_nothing_is_left_after_a_kill(self):
        for number in (signal.SIGKILL, signal.SIGTERM):
            mark = f"HUIS_LAN_MARK=traces-{os.getpid()}-{number}"
            before = left_behind()
            lan = self.start(mark.partition("=")[2])
            self.assertGreater(len(processes_with(mark)), 10)
            lan.send_signal(number)
            lan.wait()
            self.wait_until_gone(mark)
            self.assertEqual(left_behind(), before)

    def test_two_networks_do_not_meet(self):
        with tempfile.TemporaryDirectory() as place:
            marks = [f"two-{os.getpid()}-{index}" for index in range(2)]
            first, second = [self.start(mark, f"lanctl open-port camera {9000 + index} x; "
                                        f"sleep 1; lanctl devices >{place}/{index}; sleep 60")
                             for index, mark in enumerate(marks)]
            end = time.monotonic() + 10
            while time.monotonic() < end and not all(
                    os.path.exists(f"{place}/{index}") and os.path.getsize(f"{place}/{index}")
                    for index in range(2)):
                time.sleep(0.05)
            first.kill()
            first.wait()
            self.wait_until_gone(marks[0])
            self.assertIsNone(second.poll())
            self.assertGreater(len(processes_with(marks[1])), 10)
            second.kill()
            second.wait()
            self.wait_until_gone(marks[1])
            for index in range(2):
                with open(f"{place}/{index}", encoding="utf-8") as file:
                    self.assertEqual(len(json.load(file)), 15)


if __name__ == "__main__":
    sys.exit(main())
