#!/usr/bin/env bash
# CLDR's Uyghur dates, in babel 2.19.0 (PyPI) and in the Intl of JavaScript: the short style writes 6 May 2026 as 2026-05-06, and the pattern for
# year, month and day in figures, which `new Date().toLocaleDateString('ug')` takes when no style is named, writes 2026-6-5: year, day, month. One
# would expect both to have one order, and no dashes behind a year to mean anything but ISO 8601. Who reads the second by the habit of the first
# comes a month late: to an appointment, or with a permit that has ended. Kazakh in Arabic letters has the same in Intl. For Uyghur write the month
# as a word, or a pattern of your own.
# Seen: babel and Intl agree on 2026-05-06 and 2026-6-5. Intl is that of the node at hand (seen with ICU 78.2). Needs python3-venv, node.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv; ./venv/bin/pip install --quiet 'babel==2.19.0'
cat > write.py <<'P'
from datetime import date
from babel.dates import format_date, format_skeleton
day = date(2026, 5, 6)
print("babel:", format_date(day, "short", locale="ug"), format_skeleton("yMd", day, locale="ug"))
P
cat > write.mjs <<'J'
const day = new Date(Date.UTC(2026, 4, 6));
const write = (options) => day.toLocaleDateString('ug', { timeZone: 'UTC', ...options });
console.log('Intl:', write({ dateStyle: 'short' }), write({}));
J
{ ./venv/bin/python write.py; node write.mjs; } | tee seen
printf '%s\n' 'babel: 2026-05-06 2026-6-5' 'Intl: 2026-05-06 2026-6-5' | diff - seen || { echo "the behaviour has changed"; exit 1; }
