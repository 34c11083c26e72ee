"""Waits until an application's accessibility tree holds what is asked for, as a screen reader would find it.

Each argument is ROLE=NAME, with AT-SPI's role names. Prints what it found; else the whole tree, and fails.
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
    """Every node below, as (depth, role, name). A node may vanish while it is looked at."""
    if node is None or depth > DEEPEST:
        return
    try:
        # What the library has cached may be older than the page.
        node.clear_cache()
        # "push button" is the name of the same role in older AT-SPI.
        yield depth, node.get_role_name().removeprefix("push "), node.get_name() or ""
        count = node.get_child_count()
    except GLib.Error:
        return
    for index in range(count):
        try:
            child = node.get_child_at_index(index)
        except GLib.Error:
            continue
        yield from walk(child, depth + 1)


def main(wanted):
    end = time.monotonic() + PATIENCE
    while True:
        tree = list(walk(Atspi.get_desktop(0)))
        missing = [pair for pair in wanted if not any((role, name) == pair for _, role, name in tree)]
        if not missing:
            for role, name in wanted:
                print(f"{role}: {name}")
            return 0
        if time.monotonic() > end:
            print(f"not in the accessibility tree: {missing}", file=sys.stderr)
            for depth, role, name in tree:
                print(f"{'  ' * depth}{role}: {name}", file=sys.stderr)
            return 1
        time.sleep(0.5)


sys.exit(main([tuple(word.split("=", 1)) for word in sys.argv[1:]]))
