# SPDX-License-Identifier: GPL-3.0-or-later
"""A home network made of Linux namespaces, for tests."""
