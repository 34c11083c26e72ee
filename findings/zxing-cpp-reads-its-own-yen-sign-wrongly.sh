#!/usr/bin/env bash
# zxing-cpp 3.1.1 (PyPI): a QR code that the library writes from a text with ¥, ±, ° or © and no Chinese in it, is read by the same library as
# another text: ¥100 as ･100, ¥ 100 元 as a backslash, 100 元. Its writer takes the smallest of several encodings and does not say in the code (by an
# ECI) which; its reader guesses, and takes Latin-1 for Japanese and Japanese for ASCII, where ¥ and the backslash are one byte. One would expect a
# library to read what it wrote. With a Chinese word that Japanese does not have, such as 缴费, the writer takes UTF-8 and says so, and all is well,
# so a test with a longer text never shows it. An amount to pay or a temperature on a certificate is changed in silence; told to write UTF-8
# (`eci="UTF-8"`) it is right.
# Seen: three texts changed, the fourth kept, all kept with the ECI. Needs python3-venv.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv; ./venv/bin/pip install --quiet 'zxing-cpp==3.1.1' 'pillow==13.0.0'
cat > read.py <<'P'
import zxingcpp as z
for options in [{}, {"eci": "UTF-8"}]:
    for text in ["¥100", "¥ 100 元", "±5°C", "缴费 ¥100"]:
        code = z.create_barcode(text, z.BarcodeFormat.QRCode, **options)
        print(f"{options.get('eci', 'plain')}: {text} is read as {z.read_barcodes(z.write_barcode_to_image(code, scale=8))[0].text}")
P
./venv/bin/python read.py | tee seen
cat > expected <<'E'
plain: ¥100 is read as ･100
plain: ¥ 100 元 is read as \ 100 元
plain: ±5°C is read as ｱ5ｰC
plain: 缴费 ¥100 is read as 缴费 ¥100
UTF-8: ¥100 is read as ¥100
UTF-8: ¥ 100 元 is read as ¥ 100 元
UTF-8: ±5°C is read as ±5°C
UTF-8: 缴费 ¥100 is read as 缴费 ¥100
E
diff expected seen || { echo "the behaviour has changed"; exit 1; }
