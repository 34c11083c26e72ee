#!/usr/bin/env bash
# zxing-wasm 3.1.6 (npm) has its WebAssembly module in the package, beside the JavaScript. One would expect it to load that file. The first call
# asks a public server, fastly.jsdelivr.net, for a copy instead, under node too, and a failed request is a failed reading: nothing can be scanned
# without a network or under a content security policy of one's own, and a third party learns of each first scan. Giving it the bytes of the file
# in its own package reads with no request. So a scanner in a counter hall without reception is dead though everything is installed.
# Seen: requests to the server and an error; none, and the text, with the package's file given. `fetch` is replaced, nothing is sent. Needs node.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund zxing-wasm@3.1.6 qrcode@1.5.4 > npm.log 2>&1 || { cat npm.log; exit 1; }
cat > scan.mjs <<'J'
import { readFileSync } from 'node:fs';
import QRCode from 'qrcode';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
const hosts = new Set();
globalThis.fetch = async (address) => { hosts.add(new URL(address).host); throw new Error('no network'); };
const how = process.argv[2];
if (how === 'given')
  prepareZXingModule({ overrides: { wasmBinary: readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm').buffer } });
let text;
try { text = (await readBarcodes(new Uint8Array(await QRCode.toBuffer('12345', { scale: 8 }))))[0].text; } catch { text = 'nothing'; }
console.log(`${how}: read ${text}, asked ${[...hosts].join(' ') || 'nobody'}`);
J
{ node scan.mjs plain 2> plain.log; node scan.mjs given; } | tee seen
printf '%s\n' 'plain: read nothing, asked fastly.jsdelivr.net' 'given: read 12345, asked nobody' | diff - seen ||
  { cat plain.log; echo "the behaviour has changed"; exit 1; }
