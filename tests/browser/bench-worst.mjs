// The largest view and the largest bundle that the standard allows, as a plain page in Chromium: the time from the address to
// everything being there, and what the page's process has more of memory then (Linux: /proc). One line a figure.
//
//   node bench-worst.mjs CHROMIUM FOLDER RUNS

import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { PHONE, launch } from './browser.mjs';

const [chromium, folder, runs] = process.argv.slice(2);
const say = (name, value) => console.log(`page ${name} ${value.toFixed(4)}`);

/** 600 nodes, three tables of 2,000 cells, 512 KiB of text: as `tests/hostile-guest` shows at `/largest`. */
function largest() {
  const word = (at) => `${String(at % 1600).padStart(4, '0')} ${'word '.repeat(14)}`;
  const row = (tag, from) => `<tr>${[...Array(10).keys()].map((column) => `<${tag}>${word(from + column)}</${tag}>`).join('')}</tr>`;
  const table = (number) => `<table><caption>${word(number)}</caption>${row('th', 0)}${[...Array(199).keys()]
    .map((at) => row('td', number * 2000 + (at + 1) * 10)).join('')}</table>`;
  const texts = [...Array(596).keys()].map((at) => `<p>${word(at + 4)}</p>`).join('');
  return `<!doctype html><title>Largest</title><h1>${word(0)}</h1>${[1, 2, 3].map(table).join('')}${texts}`;
}

/** The parts of `bench_bundle.rs`: words of 1 MiB, 246 files of a half together, a program of the other half. */
const parts = { '/words': `{"words":[${Array(14000).fill('"Word { $count } of { $name }, and a few more of them, as a message"').join(',')}]}`, '/program': 'x'.repeat(512 << 10) };
for (let number = 0; number < 246; number += 1) parts[`/file-${number}`] = 'x'.repeat((512 << 10) / 246);
const bundle = `<!doctype html><title>Bundle</title><script>
  Promise.all(${JSON.stringify(Object.keys(parts))}.map(async (path) => {
    const answer = await fetch(path);
    return path === '/words' ? answer.json() : answer.arrayBuffer();
  })).then((all) => { window.all = all; document.body.append('there'); });
</script><body></body>`;

const pages = { '/': '<!doctype html><title>Empty</title>', '/largest': largest(), '/bundle': bundle, ...parts };
const server = createServer((request, answer) => {
  answer.writeHead(pages[request.url] ? 200 : 404, { 'content-type': request.url === '/words' ? 'application/json' : 'text/html; charset=utf-8' });
  answer.end(pages[request.url]);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const site = `http://127.0.0.1:${server.address().port}`;
const browser = await launch(folder, chromium);

/** What the processes that draw pages hold for themselves, in bytes. */
async function held(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const drawing = processInfo.filter(({ type }) => type === 'renderer');
  return drawing.reduce((sum, { id }) => sum + Number(readFileSync(`/proc/${id}/status`, 'utf8').match(/^RssAnon:\s+(\d+)/mu)[1]) * 1024, 0);
}

try {
  const session = await browser.newBrowserCDPSession();
  for (let run = 0; run < Number(runs); run += 1) {
    for (const [name, isThere] of [['largest', () => document.querySelectorAll('p').length === 596], ['bundle', () => document.body.textContent.includes('there')]]) {
      const context = await browser.newContext({ viewport: PHONE });
      const page = await context.newPage();
      await page.goto(`${site}/`);
      const [before, began] = [await held(session), performance.now()];
      await page.goto(`${site}/${name}`, { waitUntil: 'load' });
      await page.waitForFunction(isThere);
      say(`${name}_ms`, performance.now() - began);
      say(`${name}_bytes`, Math.max(await held(session) - before, 0));
      await context.close();
    }
  }
} finally {
  await browser.close();
  server.close();
}
