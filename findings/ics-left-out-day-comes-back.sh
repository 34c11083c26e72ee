#!/usr/bin/env bash
# ics 3.12.0 (npm): a weekly appointment in local time with one day left out. DTSTART is written as local time, as asked (startOutputType), but
# EXDATE always in UTC. RFC 5545 (3.8.5.1) leaves out an occurrence only where both are the same, and a time without a zone is never a time with
# one. One would expect one setting to hold for both, since the two are given in the same form. Readers show the day that was left out: ical.js
# 2.2.1 (npm) and recurring-ical-events 3.8.2 (PyPI). So the office hour that was cancelled for a public holiday stands in people's calendars.
# Seen: DTSTART without and EXDATE with Z; both readers give the cancelled day. Needs node, python3-venv.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund ics@3.12.0 ical.js@2.2.1 > npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m venv venv; ./venv/bin/pip install --quiet 'recurring-ical-events==3.8.2' 'icalendar==7.3.2'
cat > write.mjs <<'J'
import { writeFileSync } from 'node:fs';
import { createEvent } from 'ics';
import ICAL from 'ical.js';
const { error, value } = createEvent({
  uid: 'office-hour', title: 'Office hour', start: [2026, 9, 24, 9, 0], duration: { hours: 1 },
  startInputType: 'local', startOutputType: 'local', recurrenceRule: 'FREQ=WEEKLY;COUNT=3', exclusionDates: [[2026, 10, 1, 9, 0]],
});
if (error) throw error;
writeFileSync('hour.ics', value);
console.log(value.split('\r\n').filter((line) => /^(DTSTART|EXDATE)/.test(line)).join(' '));
const event = new ICAL.Event(new ICAL.Component(ICAL.parse(value)).getFirstSubcomponent('vevent'));
const days = event.iterator();
const shown = [];
for (let day = days.next(); day; day = days.next()) shown.push(day.toString().slice(0, 10));
console.log(`ical.js: ${shown.join(' ')}`);
J
cat > read.py <<'P'
from icalendar import Calendar
import recurring_ical_events as r
calendar = Calendar.from_ical(open("hour.ics", "rb").read())
print("recurring-ical-events:", *(str(e["DTSTART"].dt.date()) for e in r.of(calendar).between((2026, 9, 1), (2026, 11, 1))))
P
{ TZ=Asia/Shanghai node write.mjs; TZ=Asia/Shanghai ./venv/bin/python read.py; } | tee seen
cat > expected <<'E'
DTSTART:20260924T090000 EXDATE:20261001T010000Z
ical.js: 2026-09-24 2026-10-01 2026-10-08
recurring-ical-events: 2026-09-24 2026-10-01 2026-10-08
E
diff expected seen || { echo "the behaviour has changed"; exit 1; }
