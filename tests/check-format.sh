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
mapfile -d '' files < <(find src tests -name '*.[ch]' -print0)
failed=0
for file in "${files[@]}"; do
  if ! "$formatter" "$file" | cmp -s - "$file"; then
    echo "clang-format -i $file"
    failed=1
  fi
done
exit $failed
