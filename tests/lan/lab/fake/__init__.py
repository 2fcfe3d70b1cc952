# SPDX-License-Identifier: GPL-3.0-or-later
"""Small services of devices in Python: one module a protocol, listed in runner.SERVICES."""
