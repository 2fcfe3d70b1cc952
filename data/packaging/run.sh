#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Huiswacht and starts the wizard:
#   run.sh [arguments of huiswacht]   build, then start it from the build folder
#   run.sh --install                  build, then put it in the menu (~/.local; /usr/local as root)
#   run.sh --uninstall                take it out of the menu again; answers and lists stay
set -eu
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source=$(cd "$here/../.." && pwd)
say () { printf '%s\n' "$*" >&2; }

# A folder that a person may write: in the clone, or else in their cache.
build_folder () {
  if [ -w "$source" ]; then
    printf '%s\n' "$source/build-$1"
  else
    printf '%s\n' "${XDG_CACHE_HOME:-$HOME/.cache}/huiswacht/build-$1"
  fi
}

# Quiet when all goes well, complete when not.
quietly () {
  local log=$build/last.log
  if ! "$@" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    say "Huiswacht could not be built: the last lines are above, all of them in $log"
    exit 1
  fi
}

build_with_prefix () {
  local prefix=$1
  mkdir -p "$build"
  # Two starts at once share the folder, one after the other.
  exec 9>"$build/run.lock"
  flock 9
  if [ -f "$build/build.ninja" ]; then
    quietly meson configure "$build" "--prefix=$prefix"
  else
    say "Building Huiswacht; the first time takes a minute or two."
    quietly meson setup "$build" "$source" "--prefix=$prefix" --libdir=lib --buildtype=release
  fi
  quietly ninja -C "$build"
  quietly meson install -C "$build" --no-rebuild
  exec 9>&-
}

# The person may have switched it on in Huiswacht; another person's link leads nowhere, harmlessly.
switch_reminder_off () {
  systemctl --user disable --now huiswacht-remind.timer >/dev/null 2>&1 || true
  rm -f "${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user/timers.target.wants/huiswacht-remind.timer"
}

case ${1:-} in
--install | --uninstall)
  if [ "$(id -u)" = 0 ]; then prefix=/usr/local; else prefix=$HOME/.local; fi
  build=$(build_folder install)
  if [ "$1" = --uninstall ]; then
    if [ ! -f "$build/build.ninja" ]; then say "Huiswacht was not installed from this folder."; exit 1; fi
    switch_reminder_off
    quietly ninja -C "$build" uninstall
    say "Huiswacht is out of the menu. Your answers are still in ${XDG_DATA_HOME:-$HOME/.local/share}/huiswacht."
    exit 0
  fi
  bash "$here/install.sh" run build
  build_with_prefix "$prefix"
  say "Huiswacht is in the menu now ($prefix/bin/huiswacht)."
  ;;
*)
  bash "$here/install.sh" run build
  build=$(build_folder run)
  prefix=$build/installed
  build_with_prefix "$prefix"
  export XDG_DATA_DIRS="$prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
  exec "$prefix/bin/huiswacht" "$@"
  ;;
esac
