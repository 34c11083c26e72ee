#!/usr/bin/env bash
# The Chinese standard for QR codes (GB/T 18284) has a mode of its own for Chinese characters, Hanzi. segno 1.6.6 (PyPI) writes it on request,
# zxing-cpp 3.1.1 (PyPI) reads it. jsQR 1.4.0 (npm) does not know it, and one would expect it to find nothing then, as it does with most. But it
# skips the four bits of the mode and goes on reading in the middle of the data, so it answers for some codes with a text that was never in them: 中
# is read as the number 279512. So a scanner made with it shows a citizen a number that no office wrote, and a check of "did we read something" is
# passed. Take the reader's segments into account, or another reader.
# Seen: zxing-cpp reads 中, jsQR 279512. Needs python3-venv, node.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv; ./venv/bin/pip install --quiet 'segno==1.6.6' 'zxing-cpp==3.1.1' 'pillow==13.0.0'
npm install --silent --no-audit --no-fund jsqr@1.4.0 pngjs@7.0.0 > npm.log 2>&1 || { cat npm.log; exit 1; }
cat > write.py <<'P'
import segno, zxingcpp
from PIL import Image
segno.make_qr("中", mode="hanzi").save("code.png", scale=8)
print("zxing-cpp:", zxingcpp.read_barcodes(Image.open("code.png"))[0].text)
P
cat > read.mjs <<'J'
import { readFileSync } from 'node:fs';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
const { data, width, height } = PNG.sync.read(readFileSync('code.png'));
console.log('jsQR:', jsQR(new Uint8ClampedArray(data), width, height)?.data);
J
{ ./venv/bin/python write.py; node read.mjs; } | tee seen
printf '%s\n' 'zxing-cpp: 中' 'jsQR: 279512' | diff - seen || { echo "the behaviour has changed"; exit 1; }
