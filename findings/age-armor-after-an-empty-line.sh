#!/usr/bin/env bash
# An age file in armour (text that can be mailed) with an empty line in front of it, as it comes out of a mail or a form field. The format's
# specification (ASCII armor) excepts white space before and after the block from what a reader should refuse. age-encryption 0.3.1 (npm, by the
# author of the format) reads it; pyrage 1.4.0 (PyPI), which is the Rust library rage, says that the header is invalid. Both read empty lines
# behind it, and lines that end in CR LF. One would expect the same on both sides, from both. So a copy of a person's records that was pasted from
# a mail opens in a browser and not in a program in Rust, with an error that says the file is broken; trim the text first.
# Seen: all five read by npm, the two with something in front refused by pyrage. Needs node 20 or newer, python3-venv.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund age-encryption@0.3.1 > npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m venv venv; ./venv/bin/pip install --quiet 'pyrage==1.4.0'
cat > write.mjs <<'J'
import { writeFileSync } from 'node:fs';
import { Decrypter, Encrypter, armor } from 'age-encryption';
const encrypter = new Encrypter();
encrypter.setPassphrase('a long passphrase');
encrypter.setScryptWorkFactor(10);
const text = armor.encode(await encrypter.encrypt('records'));
const files = {
  'plain': text, 'crlf': text.replaceAll('\n', '\r\n'), 'empty-line-behind': `${text}\n\n`,
  'empty-line-before': `\n${text}`, 'blank-before': ` ${text}`,
};
for (const [name, file] of Object.entries(files)) {
  writeFileSync(`${name}.age`, file);
  const decrypter = new Decrypter();
  decrypter.addPassphrase('a long passphrase');
  let seen;
  try { seen = await decrypter.decrypt(armor.decode(file), 'text'); } catch (error) { seen = error.message; }
  console.log(`javascript ${name}: ${seen}`);
}
J
cat > read.py <<'P'
from pyrage import passphrase
for name in ["plain", "crlf", "empty-line-behind", "empty-line-before", "blank-before"]:
    try:
        seen = passphrase.decrypt(open(f"{name}.age", "rb").read(), "a long passphrase").decode()
    except Exception as error:
        seen = str(error)
    print(f"rust {name}: {seen}")
P
{ node write.mjs; ./venv/bin/python read.py; } | tee seen
cat > expected <<'E'
javascript plain: records
javascript crlf: records
javascript empty-line-behind: records
javascript empty-line-before: records
javascript blank-before: records
rust plain: records
rust crlf: records
rust empty-line-behind: records
rust empty-line-before: Header is invalid
rust blank-before: Header is invalid
E
diff expected seen || { echo "the behaviour has changed"; exit 1; }
