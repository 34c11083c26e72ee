#!/usr/bin/env bash
# ical-generator 10.2.0 (npm): a calendar that is given a `timezone` loses the Z of every instant that RFC 5545 wants in UTC: DTSTAMP (3.8.7.2),
# the UNTIL of a rule whose DTSTART has a zone (3.3.10) and a reminder at a fixed time (3.8.6.3). The figures stay those of UTC. One would expect
# the zone to say how the times of events are shown and to leave these three alone. Given to the event and not to the calendar, the zone takes the
# Z off the reminder alone. So a reminder set for nine in the morning in Shanghai rings at one at night on a phone there, and the last day of a
# series may be lost: times without Z are the reader's own. Give reminders as a duration before the event, and the zone to events.
# Seen: no Z in the three with the calendar's zone, none in the reminder with the event's, Z in all with no zone. Needs node.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund ical-generator@10.2.0 > npm.log 2>&1 || { cat npm.log; exit 1; }
cat > write.mjs <<'J'
import ical from 'ical-generator';
const zone = { timezone: 'Asia/Shanghai' };
for (const [whose, calendar, own] of [['none', {}, {}], ['event', {}, zone], ['calendar', zone, {}]]) {
  const start = new Date('2026-01-05T01:00:00Z'); // 09:00 in Shanghai
  const event = ical(calendar).createEvent({
    id: 'appointment', stamp: new Date('2026-01-01T00:00:00Z'), start, ...own, summary: 'Appointment',
    repeating: { freq: 'WEEKLY', until: new Date('2026-02-05T01:00:00Z') },
  });
  event.createAlarm({ type: 'display', trigger: new Date('2026-01-04T01:00:00Z') });
  const lines = event.toString().split('\r\n').filter((line) => /^(DTSTAMP|RRULE|TRIGGER)/.test(line));
  console.log(`${whose}: ${lines.join(' ')}`);
}
J
TZ=UTC node write.mjs | tee seen
cat > expected <<'E'
none: DTSTAMP:20260101T000000Z RRULE:FREQ=WEEKLY;UNTIL=20260205T010000Z TRIGGER;VALUE=DATE-TIME:20260104T010000Z
event: DTSTAMP:20260101T000000Z RRULE:FREQ=WEEKLY;UNTIL=20260205T010000Z TRIGGER;VALUE=DATE-TIME:20260104T010000
calendar: DTSTAMP:20260101T000000 RRULE:FREQ=WEEKLY;UNTIL=20260205T010000 TRIGGER;VALUE=DATE-TIME:20260104T010000
E
diff expected seen || { echo "the behaviour has changed"; exit 1; }
