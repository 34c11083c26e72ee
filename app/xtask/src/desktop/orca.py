"""Walks through an application with keys alone, and listens to what the screen reader Orca says of it.

The first argument is Orca's debug file, the second the file for what was heard. Each other argument is one step; a TEXT is a regular
expression, and what Orca says in one go is one line to it. The steps are taken in their order:
  =TEXT         waits until Orca has said it since the last key
  <KEY>         presses the key
  <KEY>*=TEXT   presses the key until Orca says it
  >WORDS        types them
  !             waits until Orca was told that something was inserted into a region whose news are to be read out
Prints what was heard at each step; where something is not said, what was said instead, and fails.
"""

import re
import subprocess
import sys
import time

PATIENCE = 40
# How long Orca may take for what the focus does. Whoever presses the next key before that goes past what is meant.
ANSWER = 6
# Several lines may belong to one answer.
QUIET = 0.4
# More stops than any screen has.
MOST = 60
# What is said may have lines of its own.
SAID = re.compile(r"SPEECH OUTPUT: '(.*?)'(?: voice=\w+)? ?(?:\{[^\n]*\})?$", re.DOTALL | re.MULTILINE)
INSERTED = re.compile(r"OBJECT EVENT: object:children-changed:add.*?attributes='([^']*)'", re.DOTALL)


class Orca:
    """What Orca writes of itself."""

    def __init__(self, log):
        self.log = log
        self.mark = 0

    def text(self):
        """What was written since the last key."""
        with open(self.log, encoding="utf-8", errors="replace") as file:
            file.seek(self.mark)
            return file.read()

    def forget(self):
        """What is written from now on belongs to what comes now."""
        with open(self.log, "rb") as file:
            file.seek(0, 2)
            self.mark = file.tell()

    def said(self):
        """What Orca said since the last key, in one line."""
        return " ".join(" ".join(SAID.findall(self.text())).split())

    def was_told(self):
        """Whether something was inserted into a region that is read out."""
        return any("live:" in attributes for attributes in INSERTED.findall(self.text()))


def until(is_true, patience):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if is_true():
            return True
        time.sleep(0.1)
    return False


def settle(orca):
    """Waits until Orca has answered and has nothing more to say."""
    until(orca.said, ANSWER)
    before = None
    while before != (before := orca.said()):
        time.sleep(QUIET)
    return before


def rest(orca):
    """Waits until the page has nothing more to tell: what is found comes after what was typed."""
    before = None
    while before != (before := len(orca.text())):
        time.sleep(2 * QUIET)


def press(orca, *words):
    orca.forget()
    return subprocess.run(["xdotool", *words], check=False).returncode == 0


def take(orca, step):
    """Takes a step; gives what was heard, or None where it was not what it should be."""
    if step == "!":
        return "(told of what was inserted)" if until(orca.was_told, PATIENCE) else None
    if step.startswith("="):
        found = until(lambda: re.search(step[1:], orca.said()), PATIENCE)
        return settle(orca) if found else None
    if step.startswith(">"):
        typed = press(orca, "type", "--delay", "40", step[1:])
        rest(orca)
        return orca.said() if typed else None
    key, _, wanted = step.removeprefix("<").partition(">")
    if not wanted:
        return "" if press(orca, "key", key) else None
    for _ in range(MOST):
        if not press(orca, "key", key):
            return None
        said = settle(orca)
        if re.search(wanted.removeprefix("*="), said):
            return said
        print(f"    {said}")
    return None


def main(log, heard, steps):
    orca = Orca(log)
    with open(heard, "a", encoding="utf-8") as out:
        for step in steps:
            said = take(orca, step)
            if said is None:
                print(f"at the step {step}: Orca says {orca.said()!r}", file=sys.stderr)
                return 1
            print(f"{step}: {said}", flush=True)
            print(f"{step}: {said}", file=out)
    return 0


sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
