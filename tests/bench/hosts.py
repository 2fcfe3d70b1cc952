#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast and how complete the scanner is, beside nmap on the same network.

    tests/bench/hosts.py [--quick] [--runs=10] [--scanner=build/src/scanner/huiswacht-scanner] [ROW...]

Every measurement has a test network of its own (tests/lan), with the computer's neighbour table
flushed and six seconds of rest before it: entries that an earlier look left behind would flatter
whoever comes second. Times are in seconds by the wall, from the start of the program; "budget" is
what the median is to reach, "cpu%" one core while it only listens, "over" how often the kernel
complained of a full neighbour table. Rows of one scenario share the runs of ours. A whole table takes
about 35 minutes, of which "vast" and nmap's look at services take seventeen; --quick about eight: one
run of each, without "vast"."""

import argparse
import contextlib
import json
import os
import pathlib
import re
import resource
import shlex
import shutil
import statistics
import subprocess
import sys
import time
import typing

HERE = pathlib.Path(__file__).resolve().parent
LAN = HERE.parent / "lan" / "lan.py"
REST = 6
CHATTER = {"network", "progress", "absent", "done", "notice"}

NMAP_RAW = ["nmap", "-n", "-sn", "{subnet}"]
NMAP_PLAIN = ["nmap", "-n", "--unprivileged", "-sn", "{subnet}"]
NMAP_SERVICES = ["nmap", "-n", "-F", "-sT", "-sV", "{subnet}"]

# The longest look is over by then; whoever answers later is not waited for.
ANSWERS_SECONDS = 9


class Row(typing.NamedTuple):
    scenario: str
    figure: str
    budget: float = None
    nmap: list = None
    runs: int = 10
    nmap_runs: int = 10
    arguments: tuple = ()


def own(name):
    return str(HERE / "scenarios" / (name + ".json"))


ROWS = {
    "first host": Row("sixty", "first_host", 0.3),
    "hosts, nmap as root": Row("sixty", "last_host", 0.6, NMAP_RAW),
    "hosts, nmap as user": Row("sixty", "last_host", 0.6, NMAP_PLAIN),
    "who and what": Row("sixty", "last_fact", 5.0, NMAP_SERVICES, nmap_runs=3),
    "late: all of them": Row("late", "last_host", None, NMAP_RAW, nmap_runs=3),
    "late: deaf once": Row("late", "deaf-once", 1.1),
    "late: deaf twice": Row("late", "deaf-twice", 2.2),
    "late: after its answer": Row("late", "late", 0.1),
    "nobody": Row("quiet", "end", None, NMAP_RAW, 3, 3),
    "full": Row(own("full"), "last_host", None, NMAP_RAW, 3, 3),
    "wide": Row(own("wide"), "last_host", None, NMAP_RAW, 3, 3),
    "vast": Row(own("vast"), "last_host", None, None, 1, 0, ("--confirmed-large",)),
}
RUN_SECONDS = 900


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
    watch = watch_answers()
    start, clock = time.monotonic(), time.time()
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
    answered = {address: float(when) - clock
                for when, address in map(str.split, watch.communicate()[0].splitlines()[::-1])}
    return {**by_group(found, answered), **result}


def watch_answers():
    command = [expected()["computer"]["name"], sys.executable, str(HERE / "answers.py")]
    watch = subprocess.Popen(["lanctl", "exec", *command, str(ANSWERS_SECONDS)],
                             stdout=subprocess.PIPE, text=True)
    time.sleep(0.5)
    return watch


def by_group(found, answered):
    """The last of each group of like hosts; of those who answer late, counted from the answer."""
    groups = {}
    for device in expected()["devices"]:
        name, _, _ = device["name"].rpartition("-")
        when = found.get(device["address"], float("inf"))
        if name == "late":
            when -= answered.get(device["address"], 0)
        groups[name] = max(groups.get(name, 0), when)
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
    rest()
    result = (measure_ours(scanner, ROWS[row].arguments) if who == "ours"
              else measure_nmap(ROWS[row].nmap))
    print(json.dumps(result))


def run_once(scanner, row, who):
    output = subprocess.run([sys.executable, str(LAN), ROWS[row].scenario, "--", sys.executable,
                             str(HERE / "hosts.py"), "--scanner", scanner, "--inside", row, who],
                            check=True, text=True, stdout=subprocess.PIPE,
                            timeout=RUN_SECONDS).stdout
    return json.loads(output.splitlines()[-1])


def kernel_complaints():
    log = subprocess.run(["dmesg"], text=True, capture_output=True, check=False).stdout
    return log.count("neighbor table overflow")


def median(results, key):
    return statistics.median(result[key] for result in results)


def compare(scanner, name, most, ours, over):
    row = ROWS[name]
    theirs = [run_once(scanner, name, "nmap") for _ in range(min(most, row.nmap_runs))] \
        if row.nmap and shutil.which("nmap") else []
    mine, worst = median(ours, row.figure), max(result[row.figure] for result in ours)
    line = f"{name:23} " + (f"{row.budget:6.1f}" if row.budget else " " * 6)
    line += f" {mine:7.2f} {worst:7.2f} {min(run['found'] for run in ours):4}/{ours[0]['wanted']:<4}"
    if theirs:
        other = median(theirs, "end")
        line += f" {other:7.2f} {min(run['found'] for run in theirs):4} {other / mine:6.1f} x"
    else:
        line += " " * 22
    line += (f" {max(run['rss'] for run in ours) / 1024:6.1f}"
             f" {max(run['pss'] for run in ours) / 1024:6.1f}"
             f" {100 * median(ours, 'listen_cpu'):5.1f} {median(ours, 'sent'):7.0f} {over:4}")
    print(line, flush=True)


def measure(scanner, names, most):
    runs = {}
    for name in names:
        row = ROWS[name]
        if row.scenario not in runs:
            before = kernel_complaints()
            ours = [run_once(scanner, name, "ours") for _ in range(min(most, row.runs))]
            runs[row.scenario] = ours, kernel_complaints() - before
        compare(scanner, name, most, *runs[row.scenario])


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--scanner", default="build/src/scanner/huiswacht-scanner")
    parser.add_argument("--inside", nargs=2, metavar=("ROW", "WHO"), help=argparse.SUPPRESS)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=", ".join(ROWS))
    arguments = parser.parse_args()
    scanner = str(pathlib.Path(arguments.scanner).resolve())
    if arguments.inside:
        inside(scanner, *arguments.inside)
        return
    resource.setrlimit(resource.RLIMIT_NOFILE, (1024, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    names = arguments.rows or [name for name in ROWS if not (arguments.quick and name == "vast")]
    print(f"{'':23} budget    ours   worst  found       nmap found    ratio"
          "    rss    pss  cpu%    sent over")
    measure(scanner, names, 1 if arguments.quick else arguments.runs)


if __name__ == "__main__":
    main()
