#!/usr/bin/env bash
# ics 0.7.3 (PyPI): a reminder that counts from the end of an event, TRIGGER;RELATED=END:-PT15M (RFC 5545, 3.8.6.3), is read as if it counted from
# the start, and is written again without RELATED. One would expect a property that the library parses to keep its parameters, or to be refused.
# icalendar 7.3.2 (PyPI) gives the right instant for the same text. So "15 minutes before your permit to stay ends", for an event of ninety days,
# rings before it has begun, once the file has gone through this library.
# Seen: ics rings at 08:45 and writes TRIGGER:-PT15M, icalendar rings at 11:45. Needs python3-venv.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv; ./venv/bin/pip install --quiet 'ics==0.7.3' 'icalendar==7.3.2'
cat > read.py <<'P'
import ics
from icalendar import Calendar
TEXT = "\r\n".join([
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//a//b//EN", "BEGIN:VEVENT", "UID:permit", "DTSTAMP:20260101T000000Z",
    "DTSTART:20260105T090000Z", "DTEND:20260105T120000Z", "SUMMARY:Permit", "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Ends soon",
    "TRIGGER;RELATED=END:-PT15M", "END:VALARM", "END:VEVENT", "END:VCALENDAR", "",
])
calendar = ics.Calendar(TEXT)
event = next(iter(calendar.events))
print("ics rings", (event.begin + event.alarms[0].trigger).format("HH:mm"))
print("ics writes", next(line for line in calendar.serialize().splitlines() if line.startswith("TRIGGER")))
print("icalendar rings", Calendar.from_ical(TEXT).walk("VEVENT")[0].alarms.times[0].trigger.strftime("%H:%M"))
P
./venv/bin/python -W ignore read.py | tee seen
printf '%s\n' 'ics rings 08:45' 'ics writes TRIGGER:-PT15M' 'icalendar rings 11:45' | diff - seen || { echo "the behaviour has changed"; exit 1; }
