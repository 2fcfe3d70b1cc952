#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The paper and the list as a person gets them: huiswacht --checklist and --inventory, without a display.

    test-paper.py HUISWACHT MAKE-STATE LOCALE-FOLDER

Speaks TAP. What needs pdftotext, pdfinfo or pdffonts, or a namespace for a small disk, is skipped
where that is missing.
"""

import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile

HUISWACHT, MAKE_STATE, LOCALE = sys.argv[1:4]
SOURCE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SCHEMAS = os.path.join(os.path.dirname(HUISWACHT), "..", "..", "data")
POPPLER = all(shutil.which(tool) for tool in ("pdftotext", "pdfinfo", "pdffonts"))
MAC = re.compile(r"(?:[0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}")


class Home:
    """A made-up home on disk, and the program that reads it."""

    def __init__(self, folder, devices, *more):
        self.folder = os.path.join(folder, f"home-{devices}{'-'.join(more)}")
        os.makedirs(self.folder)
        if devices is not None:
            subprocess.run([MAKE_STATE, self.folder, str(devices), *more], check=True, env=self.environment())

    def environment(self):
        env = {name: value for name, value in os.environ.items()
               if name not in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE", "DBUS_SESSION_BUS_ADDRESS")}
        env.update(XDG_DATA_HOME=self.folder, XDG_CONFIG_HOME=self.folder, GSETTINGS_BACKEND="memory",
                   HUISWACHT_DATADIR=os.path.join(SOURCE, "data"), HUISWACHT_LOCALEDIR=LOCALE,
                   GSETTINGS_SCHEMA_DIR=SCHEMAS, LC_ALL="C.UTF-8")
        return env

    def run(self, *args, prefix=()):
        return subprocess.run([*prefix, HUISWACHT, *args], env=self.environment(), text=True,
                              capture_output=True, timeout=60)

    def path(self, name):
        return os.path.join(self.folder, name)

    def pdf(self, *args, name="out.pdf"):
        path = self.path(name)
        result = self.run(f"--checklist={path}", *args)
        assert result.returncode == 0 and result.stderr == "", result
        return path


def words(path, *args):
    text = subprocess.run(["pdftotext", *args, path, "-"], check=True, capture_output=True).stdout
    return text.decode("utf-8")


def flat(path):
    """All words with single spaces: a line may end anywhere."""
    return " ".join(words(path).split()).replace("- ", "-")


def info(path):
    text = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    return dict(re.split(r":\s+", line, maxsplit=1) for line in text.splitlines() if ": " in line)


def slender_letters():
    """Other letters than those we ask for may be wider, and then take more paper."""
    match = subprocess.run(["fc-match", "Cantarell"], capture_output=True, text=True)
    return "Cantarell" in match.stdout


def needs_poppler(test):
    test.poppler = True
    return test


@needs_poppler
def test_two_pages_in_both_languages(folder):
    home = Home(folder, 8)
    for language, title, advice, router in (
            ("en", "Checklist for a safe network", "Two-step verification", "Switch UPnP off"),
            ("nl", "Checklist voor een veilig netwerk", "Tweestapsverificatie", "Zet UPnP uit")):
        path = home.pdf(f"--language={language}", name=f"{language}.pdf")
        text = flat(path)
        for wanted in (title, advice, router, "Camera tuin", "Thermostaat", "ZiggoA1B2",
                       "veiliginternetten.nl", "ncsc.nl", "digitaltrustcenter.nl"):
            assert wanted in text, (language, wanted)
        facts = info(path)
        assert facts["Pages"] == "2" or (facts["Pages"] == "3" and not slender_letters()), facts
        letter = info(home.pdf(f"--language={language}", "--paper=letter", name="letter.pdf"))
        assert letter["Pages"] == "2" or not slender_letters(), letter
        for paper, most in (("a4", 4), ("letter", 5)):
            large = home.pdf(f"--language={language}", f"--paper={paper}", "--large", name="large.pdf")
            assert int(info(large)["Pages"]) <= most or not slender_letters(), (language, paper)
        assert facts["Title"] == title and facts["Author"] == "Huiswacht", facts
        assert facts["Tagged"] == "yes", facts
        with open(path, "rb") as file:
            assert f"/Lang ({language})".encode() in file.read()
    assert "niet getest" in text and "gezien" in text and "u zei dit" in text


@needs_poppler
def test_boxes_in_words(folder):
    """Who hears the PDF hears how a step stands, just before the step; of the card for the shop
    there is nothing to say yet, and what was left says so itself."""
    home = Home(folder, 8)
    for language, todo, untested, done in (
            ("en", "to do On the guest network", "not tested Internet needed?", "in order Choose your own password"),
            ("nl", "te doen Op het gastnetwerk", "niet getest Internet nodig?", "in orde Kies een eigen wachtwoord")):
        lines = words(home.pdf(f"--language={language}", name=f"{language}.pdf"), "-raw").splitlines()
        for wanted in (todo, untested, done):
            assert any(line.startswith(wanted) for line in lines), (wanted, lines)
        for left in ("Move it to the guest network · accepted", "Verhuis het naar het gastnetwerk · geaccepteerd"):
            assert all(line.startswith(left) for line in lines if left in line), left
    shopping = words(home.pdf("--print=shopping", "--language=en", name="shop.pdf"), "-raw")
    assert "not tested" not in shopping and "Ask whether" in shopping, shopping


@needs_poppler
def test_shopping_card_is_short(folder):
    """Five lines in large letters: it is no reason for a page more."""
    home = Home(folder, 3)
    for language, first, last in (("en", "Search for brand", "Ask whether"), ("nl", "Zoek op merk", "Vraag of")):
        path = home.pdf(f"--language={language}", "--paper=a4", "--large", name=f"{language}.pdf")
        lines = [line.strip() for line in words(path, "-layout").splitlines() if line.strip()]
        begin = next(i for i, line in enumerate(lines) if line.startswith(first))
        assert lines[begin + 4].startswith(last) or not slender_letters(), lines[begin:begin + 9]
        assert int(info(path)["Pages"]) <= 3 or not slender_letters(), language


@needs_poppler
def test_letters_and_paper(folder):
    home = Home(folder, 3)
    plain, large = home.pdf("--paper=letter"), home.pdf("--paper=a4", "--large", name="large.pdf")
    assert "612 x 792" in info(plain)["Page size"]
    assert "595.28 x 841.89" in info(large)["Page size"]
    # No letter smaller than promised.
    for path, least in ((plain, 11), (large, 16)):
        sizes = re.findall(r'<word xMin="\S+" yMin="(\S+)" xMax="\S+" yMax="(\S+)">', words(path, "-bbox"))
        smallest = min(float(bottom) - float(top) for top, bottom in sizes)
        assert smallest >= least, (path, smallest)
    fonts = subprocess.run(["pdffonts", plain], check=True, capture_output=True, text=True).stdout
    for line in fonts.splitlines()[2:]:
        # The letters that say what a box means are our own, and all of them are there.
        assert re.search(r"yes yes yes|Type 3 +Custom +yes no +yes", line), line


@needs_poppler
def test_no_device_is_cut(folder):
    """What begins with a name and what it is ends on the same page, with a line for notes. Only the
    router may go on on the next: its steps stand each by itself."""
    home = Home(folder, 24)
    for size in ((), ("--large",)):
        path = home.pdf("--language=en", *size)
        pages = [" ".join(page.split()) for page in words(path, "-raw").split("\f")]
        for page, following in zip(pages, [*pages[1:], ""]):
            names = page.count("Philips") + page.count("FRITZ!Box thuis Router")
            assert names == page.count("Notes") + following.count("continued"), page
        assert sum(page.count("continued") for page in pages) == (1 if size else 0), size


@needs_poppler
def test_everything_done(folder):
    text = flat(Home(folder, 3, "done").pdf("--language=en"))
    assert "Every step has its answer" in text and "0 not tested" in text
    # On whose word stands once for each device.
    assert text.count("Ticked: you said") == 5 and "Do this first" not in text, text


@needs_poppler
def test_a_thousand_devices(folder):
    home = Home(folder, 1000)
    path = home.pdf("--language=en")
    text = flat(path)
    assert int(info(path)["Pages"]) <= 20
    more = int(re.search(r"And (\d+) more devices", text).group(1))
    shown = len(re.findall(r"Notes", text)) - 1  # one block is the router's
    assert more + shown == 1000, (more, shown)
    assert "Page 1 of" in text


@needs_poppler
def test_no_addresses_unless_asked(folder):
    home = Home(folder, 8)
    assert not MAC.search(words(home.pdf()))
    assert MAC.search(words(home.pdf("--addresses")))


@needs_poppler
def test_by_person(folder):
    """Who looks after a device stands above it or beside its name, whole; and so does that nobody does."""
    for devices, paper, nobody in ((12, "a4", "Nobody looks after these yet"), (5, "letter", "nobody yet")):
        path = Home(folder, devices, "office").pdf("--language=en", f"--paper={paper}")
        lines = words(path, "-layout").splitlines()
        assert any("FRITZ!Box thuis" in line and line.endswith("Wim") for line in lines), lines
        assert any(line.endswith("Anna van den Berg-Hendriks") for line in lines), lines
        assert any(nobody in line for line in lines), (nobody, lines)


@needs_poppler
def test_hostile_names(folder):
    home = Home(folder, 30, "hostile")
    path = home.pdf("--language=en")
    text = words(path)
    for wanted in ("<b>Tom & Jerry</b>", "<span size='100000'>BIG</span>", "%s%n%d {0} $(reboot) `id`"):
        assert wanted in " ".join(text.split()), wanted
    assert "Line break Approved by your provider" in " ".join(text.split())
    # pdftotext itself marks words from right to left; what turns others around is not there.
    assert not re.search("[\u202d\u202e\u2066\u2067]", text)
    assert int(info(path)["Pages"]) <= 20


@needs_poppler
def test_what_is_printed(folder):
    home = Home(folder, 8)
    router = flat(home.pdf("--print=router", "--language=en"))
    assert "Keep the firewall on" in router and "Camera tuin" not in router
    todo = flat(home.pdf("--print=todo", "--language=en"))
    assert "Telnet is on" in todo and "OfficeJet" not in todo and "not tested yet" in todo
    # What several devices share is told once.
    assert todo.count("Do as with “") >= 3 and todo.count("with a padlock") <= 2, todo
    shopping = flat(home.pdf("--print=shopping", "--language=en"))
    assert "Look before you buy" in shopping and "Camera tuin" not in shopping


@needs_poppler
def test_one_device(folder):
    home = Home(folder, 30)
    for name in ("camera tuin", "10.0.0.3", "OfficeJet 9010 15"):
        text = flat(home.pdf(f"--device={name}", "--print=device", "--language=en"))
        assert "Device checklist" in text and text.count("Notes") == 1, text
        assert ("Camera tuin" in text) == (name != "OfficeJet 9010 15"), text
    # More than one is called so: their names are told, and nothing is saved.
    result = home.run(f"--checklist={home.path('y.pdf')}", "--device=officejet", "--language=en")
    assert result.returncode == 2 and "HP OfficeJet 9010 15" in result.stderr, result
    assert "Camera tuin" not in result.stderr and not os.path.exists(home.path("y.pdf"))
    router = flat(home.pdf("--device=FRITZ!Box thuis", "--language=en"))
    assert "Router checklist" in router


@needs_poppler
def test_picture(folder):
    for devices, size in ((8, ()), (40, ()), (1000, ("--large",))):
        path = Home(folder, devices, "hostile").pdf("--print=picture", "--language=en", *size)
        assert info(path)["Pages"] == "1" and info(path)["Title"] == "Picture of the home"
    # Not one device is left out silently.
    path = Home(folder, 1000).pdf("--print=picture", "--language=en", "--large", name="all.pdf")
    text = flat(path)
    more = sum(int(n) for n in re.findall(r"(?:and|with) (\d+) (?:more )?devices?", text))
    rooms = len(re.findall(r"and \d+ more device", text))
    assert more + rooms == 1000, (more, rooms)

    shut = flat(Home(folder, 8).pdf("--print=picture", "--language=en"))
    assert "Not tested: whether something can be reached" in shut and "Meter cupboard" in shut
    door = flat(Home(folder, 8, "open").pdf("--print=picture", "--language=en"))
    assert "Can be reached from the internet: Camera tuin." in door, door
    assert "Open: " in door and "8080" in door, door


def test_list_of_devices(folder):
    home = Home(folder, 30, "hostile")
    path = home.path("list.csv")
    result = home.run(f"--inventory={path}", "--language=nl")
    assert result.returncode == 0, result
    with open(path, encoding="utf-8-sig", newline="") as file:
        text = file.read()
    rows = list(csv.reader(text.splitlines(keepends=True)))
    assert text.count("\r\n") == len(rows) == 32 and rows[0][0] == "Naam", rows[0]
    assert all(len(row) == len(rows[0]) for row in rows)
    for row in rows[1:]:
        for cell in row:
            assert not cell or cell[0] not in "=+-@\t\r", cell
    assert not MAC.search(text)


def test_nothing_kept(folder):
    result = Home(folder, None).run(f"--checklist={folder}/none.pdf")
    assert result.returncode == 1 and len(result.stderr.splitlines()) == 1, result
    assert not os.path.exists(f"{folder}/none.pdf")


def test_wrong_choices(folder):
    home = Home(folder, 1)
    for option in ("--language=xx", "--paper=a0", "--print=xx", "--print=device", "--device=absent"):
        result = home.run(f"--checklist={home.path('x.pdf')}", option)
        assert result.returncode == 2 and len(result.stderr.splitlines()) == 1, result
    assert not os.path.exists(home.path("x.pdf"))


def test_no_folder(folder):
    home = Home(folder, 1)
    for path in (home.path("absent/x.pdf"), "/proc/huiswacht.pdf", home.folder):
        result = home.run(f"--checklist={path}")
        assert result.returncode == 1 and len(result.stderr.splitlines()) == 1, result


def test_full_disk(folder):
    home = Home(folder, 8)
    disk = home.path("disk")
    os.mkdir(disk)
    script = ('mount -t tmpfs -o size=16k tmpfs "$0" && echo old >"$0/x.pdf" && "$@"; code=$?; '
              'ls -A "$0"; cat "$0/x.pdf"; exit $code')
    prefix = ("unshare", "-Urm", "sh", "-c", script, disk)
    if subprocess.run(["unshare", "-Urm", "mount", "-t", "tmpfs", "tmpfs", disk], capture_output=True).returncode:
        return "no namespace"
    result = home.run(f"--checklist={disk}/x.pdf", "--language=en", prefix=prefix)
    assert result.returncode == 1 and "disk is full" in result.stderr, result
    # What was there stays, and nothing half beside it.
    assert result.stdout.split() == ["x.pdf", "old"], result
    return None


def test_file_limit(folder):
    """A limit to the size of a file ends nothing halfway."""
    home = Home(folder, 8)
    with open(home.path("x.pdf"), "w", encoding="utf-8") as file:
        file.write("old")
    before = sorted(os.listdir(home.folder))
    prefix = ("sh", "-c", 'ulimit -f 8; exec "$@"', "sh")
    result = home.run(f"--checklist={home.path('x.pdf')}", "--language=en", prefix=prefix)
    assert result.returncode == 1 and "could not be saved" in result.stderr, result
    assert len(result.stderr.splitlines()) == 1, result
    with open(home.path("x.pdf"), encoding="utf-8") as file:
        assert file.read() == "old"
    assert sorted(os.listdir(home.folder)) == before


def main():
    tests = [(name[5:], test) for name, test in globals().items() if name.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}")
    for number, (name, test) in enumerate(tests, 1):
        skip = None
        if getattr(test, "poppler", False) and not POPPLER:
            skip = "no pdftotext"
        else:
            with tempfile.TemporaryDirectory(prefix="huis-paper-") as folder:
                try:
                    skip = test(folder)
                except (AssertionError, KeyError, ValueError, OSError, AttributeError) as problem:
                    failed += 1
                    print(f"not ok {number} {name}")
                    print("# " + str(problem)[:600].replace("\n", "\n# "))
                    continue
        print(f"ok {number} {name}" + (f" # SKIP {skip}" if skip else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
