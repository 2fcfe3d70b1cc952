#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""summary.py CODE LOG [AGAIN]: what failed, what was skipped and why, and "N passed, N failed".
summary.py --again LOG: the names of the failed tests that may have a second try.

CODE is what "meson test" ended with, LOG and AGAIN are its testlog.json of the first and the second
run. With CI=true a test of the LAN or the window that skips itself has failed: the machine that
decides whether a change may land must be able to run it.
"""

import json
import os
import re
import sys

GOOD = {"OK", "EXPECTEDFAIL"}
WITH_A_CLOCK = {"lan", "ui"}


def read(path):
    """The tests by name; none when there is no log."""
    try:
        with open(path, encoding="utf-8") as log:
            tests = [json.loads(line) for line in log if line.strip()]
    except (OSError, ValueError):
        return {}
    return {test["name"]: test for test in tests}


def suites(test):
    """meson names a test "project:suite+suite / name"."""
    return set(test["name"].split(" / ")[0].split(":")[-1].split("+"))


def reason(test):
    text = (test.get("stdout") or "") + "\n" + (test.get("stderr") or "")
    tap = re.findall(r"#\s*SKIP\S*\s+(.*)", text, re.IGNORECASE)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tap[0] if tap else lines[-1] if lines else "no reason given"


def result(test):
    """passed, failed or skipped."""
    if test["result"] == "SKIP":
        ci = os.environ.get("CI") == "true"
        return "failed" if ci and suites(test) & WITH_A_CLOCK else "skipped"
    return "passed" if test["result"] in GOOD else "failed"


def names_to_try_again(tests):
    for name, test in tests.items():
        if test["result"] not in GOOD | {"SKIP"} and suites(test) & WITH_A_CLOCK:
            yield name.split(" / ")[-1]


def tell(first, again):
    tests = {**first, **again}
    for test in sorted(tests.values(), key=lambda t: -t["duration"])[:5]:
        if test["duration"] > 5:
            print(f"slow: {test['name']}: {test['duration']:.0f} s")
    for name, test in tests.items():
        if result(test) == "failed":
            why = f"skipped in CI: {reason(test)}" if test["result"] == "SKIP" else test["result"]
            print(f"failed: {name}: {why}")
        elif result(test) == "skipped":
            print(f"skipped: {name}: {reason(test)}")
        elif name in again:
            print(f"passed at the second try: {name}")
    return [result(test) for test in tests.values()]


def main():
    if sys.argv[1] == "--again":
        print(*names_to_try_again(read(sys.argv[2])), sep="\n", end="")
        return 0
    code, first = int(sys.argv[1]), read(sys.argv[2])
    again = read(sys.argv[3]) if len(sys.argv) > 3 else {}
    print()
    results = tell(first, again)
    failed = results.count("failed")
    if not results:
        print("No test was run.")
        failed = 1
    elif code != 0 and all(result(test) != "failed" for test in first.values()):
        print(f"meson test ended with {code}, though no test failed")
        failed += 1
    skipped = results.count("skipped")
    line = f"{results.count('passed')} passed, {failed} failed"
    print(line + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
