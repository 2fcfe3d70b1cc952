#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""summary.py TESTLOG.json CODE: what failed, what was skipped and why, and "N passed, N failed".

CODE is what "meson test" ended with. With CI=true a test of the LAN that skips itself has failed:
the machine that decides whether a change may land must be able to run it.
"""

import json
import os
import re
import sys

GOOD = {"OK", "EXPECTEDFAIL"}


def read(path):
    try:
        with open(path, encoding="utf-8") as log:
            return [json.loads(line) for line in log if line.strip()]
    except (OSError, ValueError) as error:
        print(f"The results can't be read: {error}")
        return []


def reason(test):
    text = (test.get("stdout") or "") + "\n" + (test.get("stderr") or "")
    tap = re.findall(r"#\s*SKIP\S*\s+(.*)", text, re.IGNORECASE)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tap[0] if tap else lines[-1] if lines else "no reason given"


def is_lan(test):
    """meson names a test "project:suite+suite / name"."""
    suites = test["name"].split(" / ")[0].split(":")[-1]
    return "lan" in suites.split("+")


def main():
    tests, code = read(sys.argv[1]), int(sys.argv[2])
    ci = os.environ.get("CI") == "true"
    skipped = [t for t in tests if t["result"] == "SKIP"]
    forbidden = [t for t in skipped if ci and is_lan(t)]
    skipped = [t for t in skipped if t not in forbidden]
    failed = [t for t in tests if t["result"] not in GOOD | {"SKIP"}] + forbidden
    passed = [t for t in tests if t["result"] in GOOD]

    print()
    for test in sorted(tests, key=lambda t: -t["duration"])[:5]:
        if test["duration"] > 5:
            print(f"slow: {test['name']}: {test['duration']:.0f} s")
    for test in skipped:
        print(f"skipped: {test['name']}: {reason(test)}")
    for test in failed:
        why = f"skipped in CI: {reason(test)}" if test in forbidden else test["result"]
        print(f"failed: {test['name']}: {why}")
    count = len(failed)
    if code != 0 and count == 0:
        print(f"meson test ended with {code}")
        count = 1
    if not tests:
        print("No test was run.")
        count = max(count, 1)
    line = f"{len(passed)} passed, {count} failed"
    print(line + (f", {len(skipped)} skipped" if skipped else ""))
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
