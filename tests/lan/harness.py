# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs commands on the test network, for the tests of this folder."""

import json
import os
import subprocess
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
LAN = os.path.join(HERE, "lan.py")
LOOK = os.path.join(HERE, "look.py")
SKIPPED = 77


def run_lan(scenario, *command, timeout=90):
    """Skips the test where namespaces are forbidden."""
    result = subprocess.run([sys.executable, LAN, scenario, "--", *command], capture_output=True,
                            text=True, errors="replace", timeout=timeout, check=False)
    if result.returncode == SKIPPED and "skipped:" in result.stderr:
        raise unittest.SkipTest(result.stderr.strip())
    return result


def run_script(scenario, script, timeout=90):
    """The output of a shell script that must not fail; `look ADDRESS PORT` tries a TCP port."""
    tool = (f"look () {{ '{sys.executable}' -B -c 'import sys; sys.path.insert(0, sys.argv[1]); "
            "import look; print(look.tcp(sys.argv[2], int(sys.argv[3]), 0.5))' "
            f"'{HERE}' \"$@\"; }}\n")
    result = run_lan(scenario, "sh", "-ec", tool + script, timeout=timeout)
    if result.returncode != 0:
        raise AssertionError(result.stderr + result.stdout)
    return result.stdout


def look(scenario, *arguments):
    result = run_lan(scenario, sys.executable, LOOK, *arguments)
    if result.returncode != 0:
        raise AssertionError(result.stderr + result.stdout)
    return json.loads(result.stdout)


def main():
    """The exit code of a test program: 77 when nothing can be tested here."""
    try:
        run_lan("quiet", "true")
    except unittest.SkipTest as reason:
        print(reason)
        return SKIPPED
    return 0 if unittest.main(exit=False, verbosity=2).result.wasSuccessful() else 1
