#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds a home network of namespaces and runs a command on the person's computer in it.

  lan.py SCENARIO -- COMMAND...    the command's exit code is passed on
  lan.py SCENARIO --shell          a shell on the person's computer
  lan.py --list                    the scenarios, each with its description

Exit code 77: this system forbids namespaces. Nothing is left behind, even after SIGKILL.
"""

import argparse
import os
import signal
import sys
import traceback

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from lab import kernel, scenario  # noqa: E402
from lab.lan import Lan  # noqa: E402

SKIPPED = 77
BROKEN = 70


def parse_arguments(argv):
    parser = argparse.ArgumentParser(prog="lan.py", description=__doc__.splitlines()[0])
    parser.add_argument("scenario", nargs="?", help="name in scenarios/, or a path to a .json file")
    parser.add_argument("--shell", action="store_true", help="start a shell")
    parser.add_argument("--list", action="store_true", help="list the scenarios")
    command = []
    if "--" in argv:
        at = argv.index("--")
        argv, command = argv[:at], argv[at + 1:]
    options = parser.parse_args(argv)
    if options.list:
        return options, command
    if options.shell and not command:
        command = [os.environ.get("SHELL", "/bin/sh")]
    if not options.scenario or not command:
        parser.error("give a scenario, and a command after --, or --shell")
    return options, command


def run_first_process(plan, command, person):
    """Process 1 of the network: when it ends, the kernel ends every other one."""
    lan = Lan(plan, person)
    try:
        lan.build()
        return lan.run(command)
    except kernel.Forbidden as error:
        print(f"lan.py: skipped: {error}", file=sys.stderr)
        return SKIPPED
    except Exception as error:  # a network half built is no network: say why, and let all of it go
        if os.environ.get("HUIS_LAN_DEBUG"):
            traceback.print_exc()
        print(f"lan.py: {error}", file=sys.stderr)
        return BROKEN


def status_to_code(status):
    return os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status)


def enter_and_wait(plan, command):
    """Makes the namespaces; the child is process 1 in them and dies with this one."""
    person = (os.getuid(), os.getgid())
    try:
        kernel.enter_new_world(*person)
    except kernel.Forbidden as error:
        print(f"lan.py: skipped: {error}", file=sys.stderr)
        return SKIPPED
    first = kernel.fork_dying_with_parent()
    if first == 0:
        code = BROKEN
        try:
            code = run_first_process(plan, command, person)
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    return status_to_code(os.waitpid(first, 0)[1])


def main():
    options, command = parse_arguments(sys.argv[1:])
    if options.list:
        for name, text in scenario.descriptions():
            print(f"{name:12} {text}")
        return 0
    try:
        plan = scenario.load(options.scenario)
    except scenario.Wrong as error:
        print(f"lan.py: {error}", file=sys.stderr)
        return 2
    # Ctrl-C belongs to the command, which shares our terminal; it decides what comes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    child = kernel.fork_dying_with_parent()
    if child == 0:
        os._exit(enter_and_wait(plan, command))

    def end_all(number, _frame):
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os._exit(128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end_all)
    return status_to_code(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    sys.exit(main())
