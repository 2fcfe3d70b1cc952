# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a person meets it, through the accessibility bus: find by name, press, read.

A test runs on a display and a session bus of its own (tests/run.sh makes both). Everything that is
awaited has a limit; what was on the screen then is told, so that a failure explains itself.
"""

import os
import re
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# The size of the window at its first start (ui/huis-window.ui).
WINDOW = (1000, 700)

CONTROLS = ("push button", "toggle button", "check box", "radio button", "combo box", "text", "entry")


class NotThere(AssertionError):
    pass


def wait_for(look, what, limit=15.0):
    """The first value of look() that is true, within limit seconds."""
    end = time.monotonic() + limit
    while True:
        try:
            value = look()
        except GLib.Error:  # a widget that went while it was looked at
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise NotThere("after %.0f s: %s" % (limit, what))
        time.sleep(0.05)


def is_shown(node):
    """GTK 4.8 marks only its windows as showing; what is visible and has a size is what counts."""
    states = node.get_state_set()
    if not states.contains(Atspi.StateType.VISIBLE):
        return False
    component = node.get_component_iface()
    if component is None:
        return True
    extents = component.get_extents(Atspi.CoordType.WINDOW)
    return extents.width > 0 and extents.height > 0


def walk(node):
    """Every accessible below node that is on the screen, in reading order."""
    try:
        count = node.get_child_count()
    except GLib.Error:
        return
    for index in range(count):
        try:
            child = node.get_child_at_index(index)
            if child is None or not is_shown(child):
                continue
            yield child
        except GLib.Error:
            continue
        yield from walk(child)


def name_of(node):
    try:
        return node.get_name() or ""
    except GLib.Error:
        return ""


class Desktop:
    """One run of the program, with a home folder that may outlive it."""

    def __init__(self, program, home, language="en", environment=None):
        self.home = home
        self.environment = dict(
            os.environ,
            GDK_BACKEND="x11",
            GSK_RENDERER="cairo",
            GTK_A11Y="atspi",
            GSETTINGS_BACKEND="keyfile",
            XDG_DATA_HOME=os.path.join(home, "data"),
            XDG_CONFIG_HOME=os.path.join(home, "config"),
            XDG_CACHE_HOME=os.path.join(home, "cache"),
            LC_ALL="C.UTF-8",
            LANGUAGE=language,
            G_DEBUG="fatal-warnings",
        )
        self.environment.update(environment or {})
        self.log = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            program, env=self.environment, stdout=self.log, stderr=subprocess.STDOUT
        )
        self.root = wait_for(self._find_program, "the program on the accessibility bus")

    def _find_program(self):
        if self.process.poll() is not None:
            raise NotThere("the program ended: " + self.read_log())
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_process_id() == self.process.pid and child.get_child_count():
                return child
        return None

    def read_log(self):
        self.log.seek(0)
        return self.log.read()[-4000:]

    def texts(self):
        """Every text on the screen, in reading order."""
        return [name_of(node) for node in walk(self.root) if name_of(node)]

    def find(self, name, role=None, limit=15.0):
        """The shown accessible with this name; "Name…" is one that begins with "Name"."""

        def fits(node):
            text = name_of(node)
            return (role is None or node.get_role_name() == role) and (
                text == name or (name.endswith("…") and text.startswith(name[:-1]))
            )

        try:
            return wait_for(
                lambda: next(filter(fits, walk(self.root)), None), "%r (%s)" % (name, role), limit
            )
        except NotThere as error:
            raise self._explain(error)

    def _explain(self, error):
        return NotThere("%s\non the screen: %s\n%s" % (error, self.texts(), self.read_log()))

    def has(self, text):
        return any(text in shown for shown in self.texts())

    def await_text(self, text, limit=15.0):
        try:
            wait_for(lambda: self.has(text), repr(text), limit)
        except NotThere as error:
            raise self._explain(error)

    def _place(self, node):
        """Where it is on the screen: the window draws its own border around what counts from 0,0."""
        frame = self.root.get_child_at_index(0).get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        place = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        border = (WINDOW[0] - frame.width) // 2
        return border + place.x + min(place.width // 2, 24), border + place.y + place.height // 2

    def scroll_to(self, name, role="list item"):
        """A long list makes only the rows in view: turn the wheel until this one is there, each time
        by less than half of what is in view."""
        for wheel in ["5"] * 14 + ["4"] * 28:
            try:
                node = self.find(name, role, 0.1)
                if 100 < self._place(node)[1] < WINDOW[1] - 100:
                    return node
            except NotThere:
                pass
            subprocess.run(["xdotool", "mousemove", str(WINDOW[0] * 2 // 3), str(WINDOW[1] // 2),
                            "click", "--repeat", "3", "--delay", "20", wheel], check=True)
            time.sleep(0.1)
        raise self._explain(NotThere("no row %r" % name))

    def press(self, name, role="push button", limit=15.0):
        """Use a control: a button by its action, as a screen reader does, anything else with the
        mouse: GTK 4.8 gives it no action that is its own."""
        node = self.find(name, role, limit)
        if node.get_role_name() == "push button" and node.get_n_actions() > 0:
            node.do_action(0)
        else:
            self.click(node)
        time.sleep(0.15)

    def click(self, node):
        x, y = self._place(node)
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True)

    def key(self, *keys):
        """Press keys as a person does, "Tab" or "alt+Right"."""
        for key in keys:
            subprocess.run(["xdotool", "key", key], check=True)
            time.sleep(0.1)

    def focused(self):
        """The name of what has the keyboard."""
        for node in walk(self.root):
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return name_of(node)
        return ""

    def await_focus(self, name, limit=15.0):
        try:
            wait_for(lambda: self.focused() == name, "the keyboard at %r" % name, limit)
        except NotThere as error:
            raise self._explain(error)

    def tab_to(self, start, key="Tab", limit=60):
        """Go to a control with the Tab key alone; its name begins with start."""
        way = []
        for _ in range(limit):
            way.append(self.focused())
            if way[-1].startswith(start):
                return
            self.key(key)
        raise AssertionError(f"no Tab leads to {start!r}: {way}")

    def fill(self, name, text):
        """Write in an entry, and press Return in it."""
        node = self.find(name, "text")
        self.click(node)
        node.get_editable_text_iface().set_text_contents(text)
        self.key("Return")

    def unnamed(self):
        """What nobody gave words: a control without a name, or anything that is called after the
        type of a widget. Mere structure, which a screen reader passes over, does not count, nor
        the button within a list to choose from: that list has the name."""
        found = set()
        for node in walk(self.root):
            role, name = node.get_role_name(), name_of(node)
            if re.match(r"^(Gtk|Adw|Huis)[A-Z]\w+$", name) and role not in ("panel", "filler"):
                found.add(name)
            if not name and role in CONTROLS and node.get_parent().get_role_name() != "combo box":
                found.add(f"{role} in {name_of(node.get_parent())!r}")
        return sorted(found)

    def end(self, limit=10.0):
        """Close the window as a person does; the program must end well by itself."""
        if self.process.poll() is None:
            self.key("ctrl+q")
            try:
                self.process.wait(limit)
            except subprocess.TimeoutExpired:
                self.process.kill()
                raise NotThere("the program did not end: " + self.read_log())
        if self.process.returncode != 0:
            raise NotThere("ended with %d: %s" % (self.process.returncode, self.read_log()))
