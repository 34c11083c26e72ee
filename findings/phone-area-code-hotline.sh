#!/usr/bin/env bash
# libphonenumber-js 1.13.16 (npm, full metadata) and phonenumbers 9.0.43 (PyPI): in China the hotline of another city's government is called with
# that city's area code in front of 12345. Both libraries hold 010 12345, 020 12345 and 021 12345 to be valid numbers of a fixed line, and every
# city whose code has three digits after the 0 to be invalid: 0755 12345 (Shenzhen), 0571 12345 (Hangzhou), 0991 12345 (Urumqi). One would expect
# all cities to be the same. The invalid ones are not only refused: they are written with a space in the wrong place, 075 512345, which shows a
# code that does not exist. An app that checks or formats the numbers of its departments with them loses the hotline of most cities; short numbers
# with an area code have to be kept as they are written.
# Seen: two-digit codes valid, three-digit codes invalid and split after two digits, by both. Needs node, python3-venv.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund libphonenumber-js@1.13.16 > npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m venv venv; ./venv/bin/pip install --quiet 'phonenumbers==9.0.43'
cat > read.mjs <<'J'
import { parsePhoneNumber } from 'libphonenumber-js/max';
for (const typed of process.argv.slice(2)) {
  const number = parsePhoneNumber(typed, 'CN');
  console.log(`${typed}: ${number.isValid() ? 'valid' : 'invalid'}, written ${number.formatNational()}`);
}
J
cat > read.py <<'P'
import sys
import phonenumbers as p
for typed in sys.argv[1:]:
    number = p.parse(typed, "CN")
    word = "valid" if p.is_valid_number(number) else "invalid"
    print(f"{typed}: {word}, written {p.format_number(number, p.PhoneNumberFormat.NATIONAL)}")
P
numbers=(010-12345 020-12345 021-12345 0755-12345 0571-12345 0991-12345)
node read.mjs "${numbers[@]}" | tee javascript
./venv/bin/python read.py "${numbers[@]}" > python
cat > expected <<'E'
010-12345: valid, written 010 12345
020-12345: valid, written 020 12345
021-12345: valid, written 021 12345
0755-12345: invalid, written 075 512345
0571-12345: invalid, written 057 112345
0991-12345: invalid, written 099 112345
E
diff expected javascript && diff expected python || { echo "the behaviour has changed"; exit 1; }
