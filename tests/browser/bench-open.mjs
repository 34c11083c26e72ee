// Times a tap in the shell, until the mini-app's first page is painted, beside the same form as a plain page in the
// same browser: in a fresh tab, and at a tap on a link. One line a figure: `subject figure value`.
//
//   node bench-open.mjs ADDRESS CHROMIUM FOLDER PAGE RUNS
//
// ADDRESS is the shell's one-time address, or `-` for none; PAGE the plain page. `cargo xtask bench` starts everything.

import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { PHONE, launch } from './browser.mjs';

const [address, chromium, folder, plain, runs] = process.argv.slice(2);
const say = (name, value) => console.log(`${name} ${value.toFixed(4)}`);
const browser = await launch(folder, chromium);

/** When the page was first painted, in milliseconds since the epoch. */
const painted = (page) => page.evaluate(() => new Promise((done) => new PerformanceObserver((list) => {
  const [paint] = list.getEntriesByName('first-contentful-paint');
  if (paint) done(performance.timeOrigin + paint.startTime);
}).observe({ type: 'paint', buffered: true })));

const html = { '/': '<!doctype html><title>Services</title><a href="/page">Here</a> <a href="/page" target="_blank" rel="opener">Tab</a>'
  + '<script>addEventListener("click", (event) => localStorage.setItem("tapped", performance.timeOrigin + event.timeStamp), true)</script>',
'/page': readFileSync(plain, 'utf8') };
const server = createServer((request, answer) => {
  answer.writeHead(html[request.url] ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
  answer.end(html[request.url]);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const site = `http://127.0.0.1:${server.address().port}`;

/** A plain page: opened in a tab of its own from outside, at a tap in a new tab, at a tap in the same tab. */
async function plainPage() {
  const context = await browser.newContext({ viewport: PHONE });
  const before = performance.now();
  const opened = await context.newPage();
  await opened.goto(`${site}/page`, { waitUntil: 'load' });
  say('page open_ms', performance.now() - before);
  say('page painted_ms', await painted(opened) - performance.timeOrigin - before);
  await opened.goto(`${site}/`);
  const [tab] = await Promise.all([context.waitForEvent('page'), opened.getByText('Tab').click()]);
  await tab.waitForURL('**/page');
  const tapped = () => opened.evaluate(() => Number(localStorage.getItem('tapped')));
  say('page tab_painted_ms', await painted(tab) - await tapped());
  await opened.bringToFront();
  await opened.getByText('Here').click();
  await opened.waitForURL('**/page');
  say('page link_painted_ms', await painted(opened) - await tapped());
  await context.close();
}

/** Without an address there is only the plain page to be timed. */
const hasShell = address !== '-';
const shell = hasShell && await (await browser.newContext({ viewport: PHONE })).newPage();
const press = (name) => shell.getByRole('button', { name, exact: true }).click();

async function firstStart() {
  await shell.goto(address);
  await press('English');
  await press('Use standard mode');
  await shell.locator('#fi-region').fill('guangd');
  await press('Guangdong');
  await shell.locator('#fi-search').waitFor();
}

/** To the service's page, where the tap is. */
async function toService() {
  await shell.locator('#fi-search').fill('sbk');
  await shell.locator('#fi-search').press('Enter');
  await shell.getByRole('list', { name: 'Services found' }).getByRole('listitem').first().getByRole('button').click();
  await shell.locator('[data-action="open-service"]').waitFor();
}

/** From the finger's tap until the frame that holds the whole first page is made. */
async function tap(name) {
  await toService();
  await shell.evaluate(() => {
    window.tap = new Promise((done) => addEventListener('click', (event) => {
      const after = new MessageChannel();
      after.port1.onmessage = () => done(performance.now() - event.timeStamp);
      // What is there before a frame is painted in it; the message comes after.
      const look = () => (document.querySelector('#fi-node-start button') ? after.port2.postMessage(0) : requestAnimationFrame(look));
      requestAnimationFrame(look);
    }, { once: true, capture: true }));
  });
  await shell.locator('[data-action="open-service"]').click();
  say(`shell ${name}`, await shell.evaluate(() => window.tap));
  await press('Close');
  await shell.locator('#fi-search').waitFor();
}

try {
  if (hasShell) {
    await firstStart();
    await tap('first_tap_ms');
  }
  for (let run = 0; run < Number(runs); run += 1) {
    await plainPage();
    if (hasShell) await tap('painted_ms');
  }
} finally {
  await browser.close();
  server.close();
}
