#!/usr/bin/env bash
# Four validators of the Chinese citizen identification number (GB 11643), each given one invented number of every kind in use: a resident's, one
# that ends in a small x, one with the code of a county that was dissolved (422427), that of the residence permit for people of Hong Kong, Macao
# (810000, 820000) and Taiwan (830000), in use since 2018, and that of the foreigner's permanent residence card of 2023 (911124: 9, province,
# country). One would expect the maintained ones to agree on what is valid. No two agree on all seven: python-stdnum 2.2 knows neither residence
# permits nor the foreigner's card; idcard 4.2.0 (npm) refuses the small x and the foreigner's card; id-validator 1.0.20 (PyPI) refuses the
# foreigner's card; id-validator 1.3.0 (npm), of the same name, takes all, because it knows no regions unless given them. Whoever checks ids with
# one of them shuts groups of people out of every service, each library other ones.
# Seen: the table below. Needs node, python3-venv.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund idcard@4.2.0 id-validator@1.3.0 > npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m venv venv; ./venv/bin/pip install --quiet 'python-stdnum==2.2' 'id-validator==1.0.20'
cat > numbers.py <<'P'
# Invented: a region, a birthday, an order number; the check character is counted (GB 11643, ISO 7064 MOD 11-2).
WEIGHTS = [2 ** (17 - i) % 11 for i in range(17)]
def whole(body):
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, WEIGHTS)) % 11]
plain = whole("11010119000101001")
ends_in_x = next(n for n in (whole(f"11010119000101{i:03}") for i in range(999)) if n.endswith("X"))
rows = {
    "resident": plain, "small-x": ends_in_x.lower(), "dissolved-county": whole("42242719000101001"),
    "permit-hong-kong": whole("81000019000101001"), "permit-macao": whole("82000019000101001"),
    "permit-taiwan": whole("83000019000101001"), "foreigners-card": whole("91112419000101001"),
}
for kind, number in rows.items():
    print(kind, number)
P
cat > check.py <<'P'
import sys
from id_validator import validator
from stdnum.cn import ric
for line in sys.stdin:
    kind, number = line.split()
    print(kind, "stdnum", ric.is_valid(number), "id-validator-py", bool(validator.is_valid(number)))
P
cat > check.mjs <<'J'
import { readFileSync } from 'node:fs';
import idcard from 'idcard';
import IdValidator from 'id-validator';
const validator = new IdValidator();
for (const line of readFileSync(0, 'utf8').trim().split('\n')) {
  const [kind, number] = line.split(' ');
  console.log(kind, 'idcard', idcard.verify(number), 'id-validator-js', validator.isValid(number));
}
J
python3 numbers.py > numbers
{ ./venv/bin/python check.py < numbers; node check.mjs < numbers; } | tr 'TF' 'tf' | tee seen
cat > expected <<'E'
resident stdnum true id-validator-py true
small-x stdnum true id-validator-py true
dissolved-county stdnum true id-validator-py true
permit-hong-kong stdnum false id-validator-py true
permit-macao stdnum false id-validator-py true
permit-taiwan stdnum false id-validator-py true
foreigners-card stdnum false id-validator-py false
resident idcard true id-validator-js true
small-x idcard false id-validator-js true
dissolved-county idcard true id-validator-js true
permit-hong-kong idcard true id-validator-js true
permit-macao idcard true id-validator-js true
permit-taiwan idcard true id-validator-js true
foreigners-card idcard false id-validator-js true
E
diff expected seen || { echo "the behaviour has changed"; exit 1; }
