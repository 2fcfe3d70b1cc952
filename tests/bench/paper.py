#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the checklist takes, from the start of the program to the file on disk.

    tests/bench/paper.py [BUILD-FOLDER] [RUNS]

Run it by hand. For each number of devices: the middle of RUNS runs by the clock, and the time of
the processor; then how many pages it takes, where pdfinfo is there to count them.
"""

import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

ROWS = [  # devices, what is asked of huiswacht
    (8, ["--paper=a4"]),
    (8, ["--paper=letter"]),
    (8, ["--paper=a4", "--large"]),
    (40, ["--paper=a4"]),
    (1000, ["--paper=a4"]),
    (1000, ["--paper=a4", "--large"]),
    (1000, ["--print=todo"]),
    (1000, ["--print=picture"]),
]


def environment(build, home):
    env = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    env.update(XDG_DATA_HOME=home, XDG_CONFIG_HOME=home, GSETTINGS_BACKEND="memory", LC_ALL="C.UTF-8",
               HUISWACHT_DATADIR=os.path.join(SOURCE, "data"),
               HUISWACHT_LOCALEDIR=os.path.join(build, "po"),
               GSETTINGS_SCHEMA_DIR=os.path.join(build, "data"))
    return env


def measure(command, env):
    """Seconds by the clock and of the processor."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, env=env, check=True)
    clock, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def count_pages(path):
    if not shutil.which("pdfinfo"):
        return "?"
    text = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    return re.search(r"Pages:\s+(\d+)", text).group(1)


def main():
    build = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "build")
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    print(f"{'devices':>7}  {'':30} {'clock':>7} {'cpu':>7}  pages")
    for devices, options in ROWS:
        with tempfile.TemporaryDirectory(prefix="huiswacht-bench-") as home:
            env, path = environment(build, home), os.path.join(home, "paper.pdf")
            subprocess.run([os.path.join(build, "tests", "make-state"), home, str(devices)], env=env, check=True)
            command = [os.path.join(build, "src", "app", "huiswacht"), f"--checklist={path}",
                       "--language=nl", *options]
            results = [measure(command, env) for _ in range(runs)]
            clock, cpu = (statistics.median(column) for column in zip(*results))
            print(f"{devices:7}  {' '.join(options):30} {clock:6.2f}s {cpu:6.2f}s  {count_pages(path):>5}")


if __name__ == "__main__":
    main()
