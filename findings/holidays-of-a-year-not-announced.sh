#!/usr/bin/env bash
# China's working days of a year are announced in the November before: which weekdays are free, which Saturdays and Sundays are worked. The
# question "is it a working day" about a year that is not known yet (2028), put to four libraries. One would expect an error or "unknown";
# chinesecalendar 1.11.0 (PyPI) gives one. chinese-days 1.5.7 (npm) says that the 2nd of October, a holiday by law in every year, is worked, and
# both it and lunar-javascript 1.7.7 (npm) name it as the next working day after Friday, 29 September. holidays 0.109 (PyPI) knows the days that
# the law names, and answers as surely as for a year that has been announced, though the exchanged days are missing. So a deadline over a holiday
# of next year is told wrongly by each but one; a year that is not announced must be a value of its own.
# Seen: one refusal, 2 October from two libraries, 5 October from the fourth. Needs node, python3-venv.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund chinese-days@1.5.7 lunar-javascript@1.7.7 > npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m venv venv; ./venv/bin/pip install --quiet 'chinesecalendar==1.11.0' 'holidays==0.109'
cat > ask.mjs <<'J'
import days from 'chinese-days';
import lunar from 'lunar-javascript';
console.log('chinese-days: 2 October worked', days.isWorkday('2028-10-02'), 'one working day on', days.findWorkday(1, '2028-09-29'));
console.log('lunar-javascript: one working day on', lunar.Solar.fromYmd(2028, 9, 29).next(1, true).toYmd());
J
cat > ask.py <<'P'
from datetime import date
import chinese_calendar, holidays
try:
    print("chinesecalendar:", chinese_calendar.is_workday(date(2028, 10, 2)))
except NotImplementedError:
    print("chinesecalendar: not known")
china = holidays.country_holidays("CN")
print("holidays: 2 October worked", china.is_working_day(date(2028, 10, 2)), "one working day on", china.get_nth_working_day(date(2028, 9, 29), 1))
P
{ node ask.mjs; ./venv/bin/python ask.py; } | tee seen
cat > expected <<'E'
chinese-days: 2 October worked true one working day on 2028-10-02
lunar-javascript: one working day on 2028-10-02
chinesecalendar: not known
holidays: 2 October worked False one working day on 2028-10-05
E
diff expected seen || { echo "the behaviour has changed"; exit 1; }
