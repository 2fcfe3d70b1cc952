#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Is every .c and .h file as .clang-format lays it out? The layout is that of clang-format 14 (Debian
# 12); other versions differ in small things, so there the check is skipped.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
formatter=$(command -v clang-format-14 || command -v clang-format || true)
if [ -z "$formatter" ] || ! "$formatter" --version | grep -q 'version 14\.'; then
  echo "clang-format 14 isn't here."
  exit 77
fi
# In one go: starting the formatter takes longer than what it does to a file.
find src tests -name '*.[ch]' -print0 | xargs -0 "$formatter" --dry-run --Werror
