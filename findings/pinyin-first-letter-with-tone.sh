#!/usr/bin/env bash
# pinyin-pro 3.29.4 (npm): pattern 'first', which its users take for the letter of an index or for a search by initials, gives the letter with its
# tone mark where a syllable begins with a vowel: 西安 is "x ā", 安徽 "ā h", 鄂尔多斯 "è ě d s". For consonants no mark can stand on the letter, so a trial
# with 北京 or 上海 never shows it. One would expect a letter of the alphabet, as PyPI's pypinyin 0.55.0 gives in its style of the same name. So "xa"
# does not find Xi'an, and Anhui, Ezhou and Aba fall out of an index from a to z; toneType 'none' gives the letter.
# Seen: marks in three of four names, plain letters with toneType 'none' and from pypinyin. Needs node, python3-venv.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund pinyin-pro@3.29.4 > npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m venv venv; ./venv/bin/pip install --quiet 'pypinyin==0.55.0' 'setuptools<81'
cat > first.mjs <<'J'
import { pinyin } from 'pinyin-pro';
const places = ['北京', '西安', '安徽', '鄂尔多斯'];
for (const toneType of [undefined, 'none'])
  console.log(`pinyin-pro, toneType ${toneType}:`, places.map((place) => pinyin(place, { pattern: 'first', toneType }).normalize('NFC')).join(', '));
J
cat > first.py <<'P'
from pypinyin import Style, lazy_pinyin
print("pypinyin:", ", ".join(" ".join(lazy_pinyin(place, style=Style.FIRST_LETTER)) for place in ["北京", "西安", "安徽", "鄂尔多斯"]))
P
{ node first.mjs; ./venv/bin/python -W ignore first.py; } | tee seen
cat > expected <<'E'
pinyin-pro, toneType undefined: b j, x ā, ā h, è ě d s
pinyin-pro, toneType none: b j, x a, a h, e e d s
pypinyin: b j, x a, a h, e e d s
E
diff expected seen || { echo "the behaviour has changed"; exit 1; }
