#!/usr/bin/env bash
# segno 1.6.6 (PyPI) writes a QR code in GB 18030, the character set that Chinese law asks of software, and names it in the code by an ECI as
# asked: but by number 29, which the ECI register (AIM ITS/04-023) gives to GB 2312, and not 32, which is GB 18030. Chinese of everyday is read all
# the same. Uyghur, whose letters are in GB 18030 in four bytes and not in GB 2312 at all, is read by zxing-cpp 3.1.1 (PyPI) as signs of
# replacement only. zxing-cpp's own code in GB 18030 is read well, so it is the number. One would expect the name of the encoding to choose its
# number. So a code of an office in Xinjiang works in its tests in Chinese and shows nothing to those who read Uyghur; use UTF-8 (ECI 26).
# Seen: Chinese read, Uyghur lost with segno's GB 18030, read with zxing-cpp's and with segno's UTF-8. Needs python3-venv.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv; ./venv/bin/pip install --quiet 'segno==1.6.6' 'zxing-cpp==3.1.1' 'pillow==13.0.0'
cat > read.py <<'P'
import segno, zxingcpp as z
from PIL import Image
CHINESE, UYGHUR = "政务服务", "ئۇيغۇرچە"
def read(image):
    text = z.read_barcodes(image)[0].text
    return "lost" if set(text) == {"\ufffd"} else text
for text, encoding in [(CHINESE, "gb18030"), (UYGHUR, "gb18030"), (UYGHUR, "utf-8")]:
    segno.make_qr(text, encoding=encoding, eci=True).save("code.png", scale=8)
    print(f"segno {encoding}:", read(Image.open("code.png")))
code = z.create_barcode(UYGHUR, z.BarcodeFormat.QRCode, eci="GB18030")
print("zxing-cpp gb18030:", read(z.write_barcode_to_image(code, scale=8)))
P
./venv/bin/python read.py | tee seen
printf '%s\n' 'segno gb18030: 政务服务' 'segno gb18030: lost' 'segno utf-8: ئۇيغۇرچە' 'zxing-cpp gb18030: ئۇيغۇرچە' |
  diff - seen || { echo "the behaviour has changed"; exit 1; }
