#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds with every warning an error, and runs every test, on a display, a
# session bus and a home folder that exist for this run only:
#   tests/run.sh [arguments of "meson test", such as --suite=unit]
# The last line is "N passed, N failed", with ", N skipped" when there are any.
# The build stays in build-test/ for the next run; a second run at the same time takes its own folder.
# BUILD_DIR=FOLDER names another one. Ends with 0 when nothing failed.
set -u
tests=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source=$(dirname "$tests")
xvfb=

fail () {
  printf '%s\n' "$1" "0 passed, 1 failed"
  exit 1
}

scratch=$(mktemp -d "${TMPDIR:-/tmp}/huiswacht-test.XXXXXX") || fail "No folder for temporary files."
finish () {
  if [ -n "$xvfb" ]; then kill "$xvfb" 2>/dev/null; wait "$xvfb" 2>/dev/null; fi
  rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 130' INT TERM HUP

# Without sudo or a network the tests still run when all they need is there already.
bash "$source/data/packaging/install.sh" --no-start run build test </dev/null ||
  fail "Something that the tests need is missing (see above)."

build=${BUILD_DIR:-$source/build-test}
[ -w "$source" ] || build=${BUILD_DIR:-$scratch/build}
mkdir -p "$build" && exec 9>"$build/run.lock" || fail "$build can't be written."
if ! flock -n 9; then
  echo "Another run uses $build; building in a folder of this run's own."
  build=$scratch/build
fi

# Nothing of the person's own session reaches the tests: no display, bus, settings, or language.
export HOME=$scratch/home XDG_RUNTIME_DIR=$scratch/run
export XDG_DATA_HOME=$HOME/data XDG_CONFIG_HOME=$HOME/config XDG_CACHE_HOME=$HOME/cache XDG_STATE_HOME=$HOME/state
mkdir -p -m 700 "$HOME" "$XDG_RUNTIME_DIR" "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME" "$XDG_STATE_HOME"
export LC_ALL=C.UTF-8 GSETTINGS_BACKEND=memory GIO_USE_VFS=local GDK_BACKEND=x11 GSK_RENDERER=cairo
export PYTHONDONTWRITEBYTECODE=1
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS XAUTHORITY LANG LANGUAGE
# ip, nft and the daemons live where an ordinary user's shell doesn't look.
export PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

if [ -f "$build/build.ninja" ]; then
  meson configure "$build" -Dwerror=true >"$scratch/log" 2>&1
else
  meson setup "$build" "$source" -Dwerror=true >"$scratch/log" 2>&1
fi || { tail -n 40 "$scratch/log"; fail "meson found something missing."; }
ninja -C "$build" >"$scratch/log" 2>&1 || { grep -v '^\[' "$scratch/log" | tail -n 80; fail "The build failed."; }

Xvfb -displayfd 3 -screen 0 1280x1024x24 -nolisten tcp -noreset 3>"$scratch/display" 9>&- >"$scratch/xvfb.log" 2>&1 &
xvfb=$!
for _ in $(seq 100); do
  [ -s "$scratch/display" ] && break
  sleep 0.1
done
[ -s "$scratch/display" ] || { cat "$scratch/xvfb.log"; fail "No display could be made (Xvfb)."; }
DISPLAY=:$(cat "$scratch/display")
export DISPLAY

# A busy machine may miss a clock in the tests that have a whole network or a window to wait for. They
# get a second try, with nothing beside them; the summary names those that needed it.
run_tests () {
  dbus-run-session -- meson test -C "$build" --no-rebuild --print-errorlogs "$@" </dev/null 9>&-
}

logs=$build/meson-logs
rm -f "$logs/testlog.json" "$logs/again.json"
run_tests --timeout-multiplier=2 "$@"
code=$?
mapfile -t again < <(python3 "$tests/summary.py" --again "$logs/testlog.json")
if [ ${#again[@]} -gt 0 ]; then
  printf '\nOnce more, alone: %s\n' "${again[*]}"
  run_tests --timeout-multiplier=2 --num-processes=1 --logbase=again "${again[@]}"
fi
python3 "$tests/summary.py" "$code" "$logs/testlog.json" "$logs/again.json"
