// Times the shell itself beside the same screens as plain pages in the same browser: the start to a usable home from what is
// kept, a tap until the next screen is painted, memory, and the bytes of a first start. One line a figure: `subject figure value`.
//
//   node bench-shell.mjs CHROMIUM FOLDER RUNS PLATFORM DATA SHELL ARGUMENTS...
//
// SHELL is the program, DATA the folder that it may keep things in; it is started here, for its start is timed.

import { spawn } from 'node:child_process';
import { createServer, request } from 'node:http';
import { readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { PHONE, launch } from './browser.mjs';
import { Site, dump } from './plain.mjs';

const [chromium, folder, runs, platform, data, program, ...rest] = process.argv.slice(2);
const say = (name, value) => console.log(`${name} ${value.toFixed(4)}`);
const browser = await launch(folder, chromium);
const now = () => performance.timeOrigin + performance.now();

/** Starts the shell; its address works once. */
async function shell(at) {
  const child = spawn(program, ['--file-secrets', '--data', data, '--platform', at, ...rest], { stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('shell ')) return { child, address: line.slice(6).trim() };
  }
  throw new Error('the shell ended without saying its address');
}
const ended = (child) => new Promise((done) => { child.on('exit', done); child.kill(); });

/** Stands between the shell and the platform, and counts what the platform sends. */
function counted() {
  let bytes = 0;
  const server = createServer((asked, answer) => {
    const forwarded = request(new URL(asked.url, platform), { method: asked.method, headers: asked.headers }, (came) => {
      answer.writeHead(came.statusCode, came.headers);
      bytes += came.rawHeaders.join('').length;
      came.on('data', (part) => { bytes += part.length; });
      came.pipe(answer);
    });
    forwarded.on('error', () => answer.destroy());
    asked.pipe(forwarded);
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done({ server, at: `http://127.0.0.1:${server.address().port}`, bytes: () => bytes })));
}

/** What comes over the wire to a page, also by its socket. */
async function received(page) {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  session.on('Network.webSocketFrameReceived', ({ response }) => { bytes += response.payloadData.length; });
  return () => bytes;
}

const heap = async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
};
/** The resident memory of a process, where the system tells it. */
const resident = (pid) => {
  try {
    return Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) * 1024;
  } catch {
    return null;
  }
};
const drawn = async (page) => {
  await page.locator('.fi-skeleton').waitFor({ state: 'detached' });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
};

async function firstStart() {
  rmSync(data, { recursive: true, force: true });
  const proxy = await counted();
  const { child, address } = await shell(proxy.at);
  const page = await (await browser.newContext({ viewport: PHONE, locale: 'en-GB' })).newPage();
  const bytes = await received(page);
  await page.goto(address);
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await page.getByRole('button', { name: 'Use standard mode', exact: true }).click();
  await page.locator('#fi-region').fill('guangd');
  await page.getByRole('button', { name: 'Guangdong', exact: true }).click();
  await page.locator('#fi-high-demand').waitFor();
  await drawn(page);
  say('shell first_page_bytes', bytes());
  say('shell first_platform_bytes', proxy.bytes());
  await page.context().close();
  await ended(child);
  proxy.server.close();
}

/** The screens that a tap leads to: how to press, and which heading then is there. */
const nav = (name) => (page) => page.locator('.fi-bottom-bar').getByRole('link', { name, exact: true });
const SCREENS = [
  ['services', nav('Services')],
  ['service', (page) => page.locator('main .fi-list-row').first()],
  ['cases', nav('Cases')],
  ['records', nav('Records')],
  ['me', nav('Me')],
  ['home', nav('Home')],
];

const site = await Site.begin();

/** From the tap until the frame is made in which the next heading has the focus. */
async function tap(page, name, press) {
  await page.evaluate(() => {
    const was = document.querySelector('h1');
    const before = was?.innerText;
    window.tap = new Promise((done) => addEventListener('click', (event) => {
      const after = new MessageChannel();
      after.port1.onmessage = () => done(performance.now() - event.timeStamp);
      const look = () => {
        const h1 = document.querySelector('h1');
        if (h1 && h1.innerText !== before && !document.querySelector('main .fi-skeleton')) after.port2.postMessage(0);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, { once: true, capture: true }));
  });
  await press(page).click();
  say(`shell ${name}_ms`, await page.evaluate(() => window.tap));
  await drawn(page);
  if (!site.has(name)) site.put(name, await dump(page));
}

/** The program starts with what it kept and no connection; then each screen. */
async function fromCache() {
  const began = now();
  const { child, address } = await shell('http://127.0.0.1:9');
  say('shell process_ms', now() - began);
  const page = await (await browser.newContext({ viewport: PHONE, locale: 'en-GB' })).newPage();
  const opened = now();
  await page.goto(address);
  await page.locator('.fi-tile').first().waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  say('shell home_page_ms', now() - opened);
  say('shell start_ms', now() - began);
  await drawn(page);
  if (!site.has('home')) site.put('home', await dump(page));
  for (const [name, press] of SCREENS) await tap(page, name, press);
  say('shell heap_bytes', await heap(page));
  const bytes = resident(child.pid);
  if (bytes !== null) say('shell resident_bytes', bytes);
  await page.context().close();
  await ended(child);
}

async function plainPages() {
  const page = await (await browser.newContext({ viewport: PHONE, locale: 'en-GB' })).newPage();
  const opened = now();
  await page.goto(`${site.at}/home`);
  await page.locator('.fi-tile').first().waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  say('plain home_page_ms', now() - opened);
  say('plain heap_bytes', await heap(page));
  for (const [name] of SCREENS) say(`plain ${name}_ms`, await site.tap(page, name));
  await page.context().close();
}

try {
  await firstStart();
  for (let run = 0; run < Number(runs); run += 1) {
    await fromCache();
    await plainPages();
  }
} finally {
  await browser.close();
  site.end();
}
