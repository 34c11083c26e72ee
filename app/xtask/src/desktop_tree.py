"""Walks through an application by its accessibility tree, as a person with a screen reader does.

Each argument is one step, with AT-SPI's role names. NAME is what something is called or, where it has no name, what stands in
it; NAME* begins so. The steps are taken in their order:
  ROLE=NAME         waits for it
  +ROLE=NAME        waits for it and presses it
  >ROLE=NAME=TEXT   gives it the focus and types TEXT; a TEXT in <> is one key, such as <Return>
Prints what it found; where something does not come, the whole tree, and fails.
"""

import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 40
# A tree that goes round in circles must end.
DEEPEST = 40


def said(node):
    """What a node is called, or what stands in it."""
    return node.get_name() or (Atspi.Text.get_text(node, 0, -1) if "Text" in node.get_interfaces() else "")


def walk(node, depth=0):
    """Every node below, as (depth, role, name, node). A node may vanish while it is looked at."""
    if node is None or depth > DEEPEST:
        return
    try:
        # What the library has cached may be older than the page.
        node.clear_cache()
        # "push button" is the name of the same role in older AT-SPI.
        yield depth, node.get_role_name().removeprefix("push "), said(node), node
        count = node.get_child_count()
    except GLib.Error:
        return
    for index in range(count):
        try:
            child = node.get_child_at_index(index)
        except GLib.Error:
            continue
        yield from walk(child, depth + 1)


def find(role, name):
    """The node, once it is there; else what is there instead."""
    def is_it(its_role, its_name):
        has_name = its_name.startswith(name[:-1]) if name.endswith("*") else its_name == name
        return has_name and its_role == role

    end = time.monotonic() + PATIENCE
    while True:
        tree = list(walk(Atspi.get_desktop(0)))
        found = [node for _, its_role, its_name, node in tree if is_it(its_role, its_name)]
        if found:
            return found[0]
        if time.monotonic() > end:
            print(f"not in the accessibility tree: {role}={name}", file=sys.stderr)
            for depth, its_role, its_name, _ in tree:
                print(f"{'  ' * depth}{its_role}: {its_name}", file=sys.stderr)
            return None
        time.sleep(0.5)


def press(node):
    """Does what a screen reader's "activate" does. A node may be drawn anew while it is pressed: the next step waits anyway."""
    try:
        return node.do_action(0)
    except GLib.Error as error:
        print(f"cannot be pressed: {error.message}", file=sys.stderr)
        return False


def write(node, text):
    """Gives a field the focus, and types with the window's own keys once it has it: a screen that was just drawn moves the focus
    to its heading."""
    end = time.monotonic() + PATIENCE
    try:
        while True:
            node.grab_focus()
            time.sleep(0.3)
            node.clear_cache()
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                break
            if time.monotonic() > end:
                print("does not take the focus", file=sys.stderr)
                return False
    except GLib.Error as error:
        print(f"cannot take the focus: {error.message}", file=sys.stderr)
        return False
    words = ["key", text[1:-1]] if text.startswith("<") else ["type", "--delay", "20", text]
    return subprocess.run(["xdotool", *words], check=False).returncode == 0


def main(steps):
    for step in steps:
        kind = step[0] if step[0] in "+>" else ""
        role, name, *text = step.removeprefix(kind).split("=", 2)
        node = find(role, name)
        if node is None:
            return 1
        if (kind == "+" and not press(node)) or (kind == ">" and not write(node, text[0])):
            print(f"at the step {step}", file=sys.stderr)
            return 1
        print(f"{ {'+': 'pressed ', '>': 'typed in '}.get(kind, '')}{role}: {name}")
    return 0


sys.exit(main(sys.argv[1:]))
