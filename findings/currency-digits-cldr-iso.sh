#!/usr/bin/env bash
# How many digits the smaller unit of a currency has. iso4217 1.16.20260101 (PyPI) and currency-codes 2.2.0 (npm) give those of ISO 4217; babel
# 2.19.0 (PyPI) and Intl give those of CLDR, which are for showing cash. They differ for about twenty currencies, among them those of China's
# neighbours: Lao kip, Myanmar kyat, North Korean won and Indonesian rupiah have 2 in ISO and 0 in CLDR, the Iraqi dinar has 3 and 0. One would
# expect the number that a library calls "precision" of a currency to be the one that payments count in. An amount in smaller units, as payment
# interfaces give it, comes out a hundred or a thousand times too large when it is divided by CLDR's power of ten, and babel rounds what is owed,
# even with a pattern of two digits.
# Seen: the table below; Intl is that of the node at hand (seen with ICU 78.2). Needs node, python3-venv.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund currency-codes@2.2.0 > npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m venv venv; ./venv/bin/pip install --quiet 'babel==2.19.0' 'iso4217==1.16.20260101'
cat > digits.py <<'P'
from babel.numbers import format_currency, get_currency_precision
from iso4217 import Currency
for code in ["CNY", "JPY", "LAK", "MMK", "KPW", "IDR", "IQD"]:
    print(code, "iso4217", Currency(code).exponent, "babel", get_currency_precision(code))
print("babel shows 1250.75 kip as", format_currency(1250.75, "LAK", "¤¤ #,##0.00", locale="en"))
P
cat > digits.mjs <<'J'
import codes from 'currency-codes';
for (const code of ['CNY', 'JPY', 'LAK', 'MMK', 'KPW', 'IDR', 'IQD']) {
  const intl = new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions().maximumFractionDigits;
  console.log(code, 'currency-codes', codes.code(code).digits, 'Intl', intl);
}
J
{ ./venv/bin/python digits.py; node digits.mjs; } | tee seen
cat > expected <<'E'
CNY iso4217 2 babel 2
JPY iso4217 0 babel 0
LAK iso4217 2 babel 0
MMK iso4217 2 babel 0
KPW iso4217 2 babel 0
IDR iso4217 2 babel 0
IQD iso4217 3 babel 0
babel shows 1250.75 kip as LAK 1,251
CNY currency-codes 2 Intl 2
JPY currency-codes 0 Intl 0
LAK currency-codes 2 Intl 0
MMK currency-codes 2 Intl 0
KPW currency-codes 2 Intl 0
IDR currency-codes 2 Intl 0
IQD currency-codes 3 Intl 0
E
diff expected seen || { echo "the behaviour has changed"; exit 1; }
