"""Walks through an application by its accessibility tree, as a person with a screen reader does.

Each argument is ROLE=NAME, with AT-SPI's role names: waited for, in this order; with a + before it, pressed too. Prints what it
found; where something does not come, the whole tree, and fails.
"""

import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 40
# A tree that goes round in circles must end.
DEEPEST = 40


def walk(node, depth=0):
    """Every node below, as (depth, role, name, node). A node may vanish while it is looked at."""
    if node is None or depth > DEEPEST:
        return
    try:
        # What the library has cached may be older than the page.
        node.clear_cache()
        # "push button" is the name of the same role in older AT-SPI.
        yield depth, node.get_role_name().removeprefix("push "), node.get_name() or "", node
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
    end = time.monotonic() + PATIENCE
    while True:
        tree = list(walk(Atspi.get_desktop(0)))
        found = [node for _, its_role, its_name, node in tree if (its_role, its_name) == (role, name)]
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


def main(steps):
    for step in steps:
        role, name = step.removeprefix("+").split("=", 1)
        node = find(role, name)
        if node is None or (step.startswith("+") and not press(node)):
            return 1
        print(f"{'pressed ' if step.startswith('+') else ''}{role}: {name}")
    return 0


sys.exit(main(sys.argv[1:]))
