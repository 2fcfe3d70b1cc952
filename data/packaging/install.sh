#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing of the package lists it is given (files beside it, by name):
#   install.sh [--no-start] run build test
# Does nothing, and asks for no right, when all is there. --no-start: what gets installed is not
# started, and not enabled for the next start of this computer either.
# Ends with 0 when all is there, 3 when something is missing that could not be installed.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
no_start=0
policy=/usr/sbin/policy-rc.d
say () { printf '%s\n' "$*" >&2; }

installed () {
  dpkg-query -W -f '${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

# Each line of the lists as one word: alternatives joined by "|".
wanted () {
  local list
  for list in "$@"; do
    sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$here/packages-$list.txt" || return 1
  done | sort -u
}

# The lines of which no alternative is installed.
missing () {
  local line alternative found
  for line in $(wanted "$@"); do
    found=
    for alternative in ${line//|/ }; do
      if installed "$alternative"; then found=1; fi
    done
    if [ -z "$found" ]; then printf '%s\n' "$line"; fi
  done
}

# The first alternative that this release of Debian has.
choose () {
  local line=$1 alternative
  for alternative in ${line//|/ }; do
    if apt-cache policy "$alternative" 2>/dev/null | grep -q 'Candidate: [^(]'; then
      printf '%s\n' "$alternative"
      return
    fi
  done
  printf '%s\n' "${line%%|*}"
}

# A package's own services: what must not come up at the next start.
units_of () {
  dpkg -L "$1" 2>/dev/null |
    sed -n -E 's#^(/usr)?/lib/systemd/system/([^/]+\.(service|socket|timer|path))$#\2#p'
}

keep_off () {
  local package unit script
  for package in "$@"; do
    for unit in $(units_of "$package"); do
      if command -v systemctl >/dev/null; then
        systemctl disable --quiet "$unit" >/dev/null 2>&1
      fi
      if command -v deb-systemd-helper >/dev/null; then
        deb-systemd-helper disable "$unit" >/dev/null 2>&1
      fi
    done
    for script in $(dpkg -L "$package" 2>/dev/null | sed -n 's#^/etc/init\.d/##p'); do
      if command -v update-rc.d >/dev/null; then update-rc.d "$script" disable >/dev/null 2>&1; fi
    done
  done
}

# A person sees what apt does; a log gets it only when it goes wrong.
apt () {
  local log rc
  set -- apt-get -q -y -o DPkg::Lock::Timeout=600 -o Dpkg::Options::=--force-confold "$@"
  if [ -t 2 ]; then "$@"; return; fi
  log=$(mktemp)
  "$@" >"$log" 2>&1
  rc=$?
  if [ $rc != 0 ]; then tail -n 15 "$log" >&2; fi
  rm -f "$log"
  return $rc
}

apt_install () {
  apt install --no-install-recommends --no-upgrade --no-remove "$@"
}

# Runs as root. One at a time: a second run waits here, and then mostly finds the work done.
as_root () {
  local lines line packages=() rc
  export DEBIAN_FRONTEND=noninteractive
  exec 8>/run/huiswacht-install.lock && flock -w 1800 8
  mapfile -t lines < <(missing "$@")
  [ ${#lines[@]} -eq 0 ] && return 0
  apt update || { sleep 5; apt update; } || say "The list of packages could not be renewed; trying with the old one."
  for line in "${lines[@]}"; do packages+=("$(choose "$line")"); done

  # Debian's own switch for "install, but start nothing". One that is there already decides.
  if [ "$no_start" = 1 ] && [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    trap 'exit 130' INT TERM HUP
    printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy"
  fi
  apt_install "${packages[@]}" || { sleep 5; apt update; apt_install "${packages[@]}"; }
  rc=$?
  if [ "$no_start" = 1 ]; then keep_off "${packages[@]}"; fi
  return $rc
}

# May this run become root? It asks for the password only when somebody can type one.
become_root () {
  if [ "$(id -u)" = 0 ]; then root=(); return 0; fi
  command -v sudo >/dev/null || return 1
  if [ -t 0 ]; then root=(sudo); sudo -v; else root=(sudo -n); sudo -n true 2>/dev/null; fi
}

without_apt () {
  local list
  say "This computer has no apt, so nothing can be installed by itself. Needed is what these files name:"
  for list in "$@"; do say "  $here/packages-$list.txt"; done
  command -v meson >/dev/null && command -v ninja >/dev/null && command -v cc >/dev/null
}

main () {
  local lines line root=() again=()
  if [ "${1:-}" = --no-start ]; then no_start=1; again=(--no-start); shift; fi
  if [ "${1:-}" = --as-root ]; then shift; as_root "$@"; exit $?; fi

  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    # Whoever has the tools may have the rest as well; meson tells.
    if without_apt "$@"; then exit 0; else exit 3; fi
  fi
  mapfile -t lines < <(missing "$@")
  [ ${#lines[@]} -eq 0 ] && exit 0

  if ! become_root; then
    for line in "${!lines[@]}"; do lines[line]=$(choose "${lines[line]}"); done
    say "Some packages are missing, and installing them takes an administrator. Ask for:"
    say "  sudo apt-get install --no-install-recommends ${lines[*]}"
    exit 3
  fi
  say "Installing what is missing: ${lines[*]}"
  "${root[@]}" bash "$here/install.sh" "${again[@]}" --as-root "$@" >&2
  mapfile -t lines < <(missing "$@")
  [ ${#lines[@]} -eq 0 ] && exit 0
  say "Still missing: ${lines[*]}"
  say "They could not be fetched or installed; the reason is above. Is there an internet connection?"
  exit 3
}

main "$@"
