#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reminder with a real systemd of the person: switched on and off, run, and rung by its timer.

    test-reminder-timer.py HUISWACHT SWITCH-REMINDER

systemd runs in namespaces of its own, with a folder of the test as its home. Speaks TAP; all is
skipped where the system forbids such namespaces or has no systemd.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.abspath(__file__)
SOURCE = os.path.dirname(os.path.dirname(HERE))
SYSTEMD = "/lib/systemd/systemd"
TIMER, SERVICE = "huiswacht-remind.timer", "huiswacht-remind.service"
TESTS = ["switched-on", "run", "rung", "switched-off"]


def call(*command):
    return subprocess.run(command, capture_output=True, text=True, timeout=20).stdout.strip()


def systemctl(*words):
    return call("systemctl", "--user", "--no-pager", *words)


def wait_until(condition, seconds=15):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.1)
    return condition()


def install(folder, huiswacht):
    """The units of Huiswacht, as an installation puts them, with the program of this build."""
    os.makedirs(folder)
    shutil.copy(os.path.join(SOURCE, "data", "reminder", TIMER), folder)
    with open(os.path.join(SOURCE, "data", "reminder", SERVICE + ".in"), encoding="utf-8") as file:
        text = file.read().replace("@bindir@/huiswacht", huiswacht)
    with open(os.path.join(folder, SERVICE), "w", encoding="utf-8") as file:
        file.write(text)


def begin(home, huiswacht):
    """A systemd with a session bus, or None."""
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", "/run"], check=True)
    os.makedirs("/run/systemd/system")  # it asks this of a computer that it may run on
    os.makedirs("/run/user", mode=0o700)
    os.environ.update(XDG_RUNTIME_DIR="/run/user", DBUS_SESSION_BUS_ADDRESS="unix:path=/run/user/bus", HOME=home,
                      XDG_DATA_HOME=f"{home}/data", XDG_CONFIG_HOME=f"{home}/config")
    install(f"{home}/data/systemd/user", huiswacht)
    manager = subprocess.Popen([SYSTEMD, "--user"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if wait_until(lambda: systemctl("is-system-running") in ("running", "degraded"), 5):
        systemctl("start", "dbus.socket", "dbus.service")
        if wait_until(lambda: "systemd" in call("busctl", "--user", "status", "org.freedesktop.systemd1"), 5):
            return manager
    manager.kill()
    return None


def last_result():
    facts = systemctl("show", SERVICE, "-p", "Result", "-p", "ExecMainStatus", "-p", "ExecMainStartTimestamp")
    return dict(line.split("=", 1) for line in facts.splitlines())


def test_switched_on(switch, home):
    assert call(switch) == "off"
    assert call(switch, "on") == "on"
    assert systemctl("is-enabled", TIMER) == "enabled" and systemctl("is-active", TIMER) == "active"
    # The next time is one of those in the timer, and up to ten minutes later.
    following = systemctl("show", TIMER, "-p", "NextElapseUSecRealtime")
    assert re.search(r" (10|14|19):(0\d|10):", following), following


def test_run(switch, home):
    systemctl("start", SERVICE)
    facts = last_result()
    assert facts["Result"] == "success" and facts["ExecMainStatus"] == "0", facts


def test_rung(switch, home):
    before = last_result()["ExecMainStartTimestamp"]
    folder = f"{home}/config/systemd/user/{TIMER}.d"
    os.makedirs(folder)
    with open(f"{folder}/soon.conf", "w", encoding="utf-8") as file:
        file.write("[Timer]\nOnActiveSec=2s\nAccuracySec=100ms\nRandomizedDelaySec=0\n")
    systemctl("daemon-reload")
    systemctl("restart", TIMER)
    assert wait_until(lambda: last_result()["ExecMainStartTimestamp"] not in ("", before)), last_result()


def test_switched_off(switch, home):
    for _ in range(2):  # that it is off already is no reason to fail
        assert call(switch, "off") == "off"
        assert systemctl("is-enabled", TIMER) == "disabled" and systemctl("is-active", TIMER) == "inactive"


def inside(huiswacht, switch, home):
    manager = begin(home, huiswacht)
    if manager is None:
        print("1..0 # SKIP no systemd can run here")
        return 0
    failed = 0
    print(f"1..{len(TESTS)}")
    for number, name in enumerate(TESTS, 1):
        try:
            globals()["test_" + name.replace("-", "_")](switch, home)
            print(f"ok {number} {name}")
        except AssertionError as problem:
            failed += 1
            print(f"not ok {number} {name}\n# {problem}")
    manager.terminate()
    manager.wait(20)
    return 1 if failed else 0


def own_cgroup():
    """The folder in which systemd makes the cgroups of its units: version 1 or 2."""
    with open("/proc/self/cgroup", encoding="utf-8") as file:
        for line in file:
            number, controllers, path = line.rstrip("\n").split(":", 2)
            if controllers == "name=systemd":
                return "/sys/fs/cgroup/systemd" + path
            if number == "0" and os.path.exists("/sys/fs/cgroup/cgroup.controllers"):
                return "/sys/fs/cgroup" + path
    return "/nonexistent"


def remove_cgroups(folder, before):
    """What systemd leaves of them when it ends."""
    for name in set(subfolders(folder)) - set(before):
        for path, _, _ in os.walk(os.path.join(folder, name), topdown=False):
            os.rmdir(path)


def subfolders(folder):
    return [entry.name for entry in os.scandir(folder) if entry.is_dir()] if os.path.isdir(folder) else []


def main():
    if sys.argv[1] == "--inside":
        return inside(*sys.argv[2:])
    namespaces = ["unshare", *([] if os.geteuid() == 0 else ["-Ur"]), "-m", "-p", "-f", "-C", "--mount-proc"]
    if not os.path.exists(SYSTEMD) or subprocess.run([*namespaces, "true"], capture_output=True).returncode:
        print("1..0 # SKIP no systemd, or no namespaces")
        return 0
    cgroup = own_cgroup()
    before = subfolders(cgroup)
    with tempfile.TemporaryDirectory(prefix="huis-timer-") as home:
        status = subprocess.call([*namespaces, sys.executable, "-B", HERE, "--inside",
                                  *map(os.path.abspath, sys.argv[1:3]), home])
    remove_cgroups(cgroup, before)
    return status


if __name__ == "__main__":
    sys.exit(main())
