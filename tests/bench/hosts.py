#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast and how complete the scanner is, beside nmap on the same network.

    tests/bench/hosts.py [--runs=10] [--scanner=build/src/scanner/huiswacht-scanner] [ROW...]

Every measurement has a test network of its own (tests/lan), with the computer's neighbour table
flushed and six seconds of rest before it: entries that an earlier look left behind would flatter
whoever comes second. Times are by the wall, from the start of the program. Prints the median of all
runs and the worst; nothing is judged here."""

import argparse
import contextlib
import json
import os
import pathlib
import re
import resource
import shlex
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
LAN = HERE.parent / "lan" / "lan.py"
REST = 6
CHATTER = {"network", "progress", "absent", "done", "notice"}

NMAP_RAW = ["nmap", "-n", "-sn", "{subnet}"]
NMAP_PLAIN = ["nmap", "-n", "--unprivileged", "-sn", "{subnet}"]
NMAP_SERVICES = ["nmap", "-n", "-F", "-sT", "-sV", "{subnet}"]

# Row: scenario, arguments of ours, which figure counts, the nmap command, its most runs.
ROWS = {
    "hosts": ("sixty", [], "last_host", NMAP_RAW, 10),
    "hosts-without-rights": ("sixty", [], "last_host", NMAP_PLAIN, 10),
    "late": ("late", [], "last_host", NMAP_RAW, 10),
    "who-and-what": ("sixty", [], "last_fact", NMAP_SERVICES, 3),
    "nobody": ("quiet", [], "end", NMAP_RAW, 3),
    "full": (str(HERE / "scenarios" / "full.json"), [], "last_host", NMAP_RAW, 3),
    "wide": (str(HERE / "scenarios" / "wide.json"), [], "last_host", NMAP_RAW, 3),
    "vast": (str(HERE / "scenarios" / "vast.json"), ["--confirmed-large"], "last_host", None, 0),
}


def expected():
    with open(os.environ["HUIS_LAN_EXPECT"], encoding="utf-8") as file:
        return json.load(file)


def addresses(lan):
    return {device["address"] for device in lan["devices"]} | {lan["router"]["address"]}


def on_computer(*command):
    """With all rights over the network, which the scanner never has."""
    return subprocess.run(["lanctl", "exec", expected()["computer"]["name"], *command],
                          check=True, text=True, capture_output=True).stdout


def rest():
    on_computer("ip", "neigh", "flush", "all")
    time.sleep(REST)


def memory(pid):
    """What the process alone needs, and what of it is its own, in kB."""
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
        sizes = dict(re.findall(r"^(\w+): +(\d+) kB", file.read(), re.M))
    return int(sizes["Rss"]), int(sizes["Pss"])


def cpu(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def sample(pid, now, quiet_since, result):
    rss, pss = memory(pid)
    result["rss"], result["pss"] = max(result["rss"], rss), max(result["pss"], pss)
    if quiet_since is not None:
        result["listen_cpu"] = (cpu(pid) - quiet_since[1]) / (now - quiet_since[0])
    elif now > 4:
        return now, cpu(pid)
    return quiet_since


def measure_ours(scanner, arguments):
    wanted = addresses(expected())
    found, result = {}, {"rss": 0, "pss": 0, "listen_cpu": 0}
    quiet_since = None
    start = time.monotonic()
    with subprocess.Popen([scanner, "discover", *arguments], stdout=subprocess.PIPE,
                          text=True) as process:
        for line in process.stdout:
            now = time.monotonic() - start
            fact = json.loads(line)
            if fact["type"] == "host":
                found.setdefault(fact["address"], now)
            if fact["type"] not in CHATTER:
                result["last_fact"] = now
            if fact["type"] == "progress":
                # The last word may come from a process that is gone by the time it is read.
                with contextlib.suppress(OSError):
                    quiet_since = sample(process.pid, now, quiet_since, result)
            if fact["type"] == "done":
                result["sent"] = fact["sent"]
    result["end"] = time.monotonic() - start
    result["first_host"] = min(found.values())
    result["last_host"] = max(found.get(address, float("inf")) for address in wanted)
    result["found"], result["wanted"] = len(wanted & set(found)), len(wanted)
    result["groups"] = by_group(found)
    return result


def by_group(found):
    """The last of each group of like hosts: those who were deaf once, twice, or late."""
    groups = {}
    for device in expected()["devices"]:
        name = device["name"].rsplit("-", 1)[0]
        groups[name] = max(groups.get(name, 0), found.get(device["address"], float("inf")))
    return groups


def measure_nmap(command):
    lan = expected()
    network = on_computer("ip", "-4", "-o", "addr", "show", "eth0")
    subnet = re.search(r"inet (\S+)", network).group(1)
    report = pathlib.Path(os.environ["HUIS_LAN_LOGS"], "nmap.txt")
    words = [word.format(subnet=subnet) for word in command]
    start = time.monotonic()
    # In the background: lanctl does not wait for longer than a minute.
    on_computer("sh", "-c", f"{shlex.join(words)} >{shlex.quote(str(report))} 2>&1 &")
    output = ""
    while "Nmap done" not in output:
        time.sleep(0.02)
        output = report.read_text(encoding="utf-8", errors="replace") if report.exists() else ""
    end = time.monotonic() - start
    found = set(re.findall(r"scan report for (\S+)", output))
    return {"end": end, "found": len(addresses(lan) & found)}


def inside(scanner, row, who):
    _, arguments, _, command, _ = ROWS[row]
    rest()
    result = measure_ours(scanner, arguments) if who == "ours" else measure_nmap(command)
    print(json.dumps(result))


def run_once(scanner, row, who):
    output = subprocess.run([sys.executable, str(LAN), ROWS[row][0], "--", sys.executable,
                             str(HERE / "hosts.py"), "--scanner", scanner, "--inside", row, who],
                            check=True, text=True, stdout=subprocess.PIPE).stdout
    return json.loads(output.splitlines()[-1])


def kernel_complaints():
    log = subprocess.run(["dmesg"], text=True, capture_output=True, check=False).stdout
    return log.count("neighbor table overflow")


def median(results, key):
    return statistics.median(result[key] for result in results)


def compare(scanner, row, runs):
    _, _, figure, command, most = ROWS[row]
    before = kernel_complaints()
    ours = [run_once(scanner, row, "ours") for _ in range(runs if row != "vast" else 1)]
    theirs = [run_once(scanner, row, "nmap") for _ in range(min(runs, most))] if command else []
    mine = median(ours, figure)
    worst = max(result[figure] for result in ours)
    found = min(result["found"] for result in ours)
    other = median(theirs, "end") if theirs else None
    print(f"{row:22} {mine:7.2f} {worst:7.2f} {found:4}/{ours[0]['wanted']:<4}"
          + (f" {other:8.2f} {min(result['found'] for result in theirs):4} {other / mine:6.1f} x"
             if theirs else f" {'':8} {'':4} {'':8}")
          + f" {median(ours, 'first_host'):6.3f} {max(r['rss'] for r in ours) / 1024:6.1f}"
          f" {max(r['pss'] for r in ours) / 1024:6.1f} {100 * median(ours, 'listen_cpu'):5.1f}"
          f" {median(ours, 'sent'):7.0f} {kernel_complaints() - before:4}", flush=True)
    if row == "late":
        for group in ours[0]["groups"]:
            times = [result["groups"][group] for result in ours]
            print(f"  {group:20} {statistics.median(times):7.2f} {max(times):7.2f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--scanner", default="build/src/scanner/huiswacht-scanner")
    parser.add_argument("--inside", nargs=2, metavar=("ROW", "WHO"), help=argparse.SUPPRESS)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=", ".join(ROWS))
    arguments = parser.parse_args()
    scanner = str(pathlib.Path(arguments.scanner).resolve())
    if arguments.inside:
        inside(scanner, *arguments.inside)
        return
    resource.setrlimit(resource.RLIMIT_NOFILE, (1024, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    print("                          ours   worst  found        nmap found    ratio"
          "  first    rss    pss  cpu%    sent over")
    for row in arguments.rows or ROWS:
        compare(scanner, row, arguments.runs)


if __name__ == "__main__":
    main()
