// What one letter costs in a shell: typed in the search box of a nation with very many services, and in a form of a hundred
// nodes. One line a figure: `subject figure value`, each the mean over a word that is typed at a person's pace.
//
//   node bench-typing.mjs CHROMIUM FOLDER RUNS SUBJECT DATA SHELL ARGUMENTS...
//
// SHELL is the program and DATA the folder that it may keep things in. What the program does is read from outside, where the
// system tells it (Linux: /proc): the time of its loop, of all its threads, and what it writes to the disk. How many components
// are drawn comes from a run of its own, for writing that down costs time.

import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { PHONE, launch } from './browser.mjs';

const [chromium, folder, runs, subject, data, program, ...rest] = process.argv.slice(2);
const say = (name, value) => console.log(`${subject} ${name} ${value.toFixed(4)}`);
const browser = await launch(folder, chromium);
const WORD = 'social';
/** A fast typist's pace, in milliseconds a letter. */
const PACE = 120;
/** A debug build takes its time over 100,000 services, an earlier one more. */
const PATIENCE = 600_000;

async function start(env = {}) {
  const child = spawn(program, ['--file-secrets', '--data', data, ...rest], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const drawn = { count: 0 };
  createInterface({ input: child.stderr }).on('line', (line) => { if (/render\{.*\}: .*new/u.test(line)) drawn.count += 1; });
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    if (line.startsWith('shell ')) return { child, drawn, address: line.slice(6).trim() };
  }
  throw new Error('the shell ended without saying its address');
}
const ended = (child) => new Promise((done) => { child.on('exit', done); child.kill('SIGINT'); });

/** The processor's time in milliseconds, of the loop and of all threads; and the bytes written to the disk. */
function counters(pid) {
  let [loop, all] = [0, 0];
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    const spent = Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
    all += spent;
    if (readFileSync(`/proc/${pid}/task/${task}/comm`, 'utf8').trim() === 'fingertip-core') loop += spent;
  }
  const written = Number(readFileSync(`/proc/${pid}/io`, 'utf8').match(/^write_bytes: (\d+)$/mu)[1]);
  return { loop, all, written };
}

async function person(address) {
  const page = await (await browser.newContext({ viewport: PHONE, locale: 'en-GB' })).newPage();
  page.setDefaultTimeout(PATIENCE);
  const session = await page.context().newCDPSession(page);
  const frames = { bytes: 0 };
  await session.send('Network.enable');
  session.on('Network.webSocketFrameReceived', ({ response }) => { frames.bytes += response.payloadData.length * 3 / 4; });
  await page.goto(address);
  return { page, frames };
}
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

async function firstStart() {
  rmSync(data, { recursive: true, force: true });
  const { child, address } = await start();
  const { page } = await person(address);
  await press(page, 'English');
  await press(page, 'Use standard mode');
  await page.locator('#fi-region').fill('guangd');
  await press(page, 'Guangdong');
  await page.locator('#fi-high-demand').waitFor();
  await page.context().close();
  await ended(child);
}

/** Waits until the program has nothing more to do. */
async function idle(page, child) {
  for (let [waited, last] = [0, counters(child.pid).all]; waited < PATIENCE; waited += 1000) {
    await page.waitForTimeout(1000);
    const now = counters(child.pid).all;
    if (now - last < 20) return;
    last = now;
  }
}

/** Types a word and gives what it cost a letter. */
async function typed({ page, frames }, child, drawn, field) {
  await field.click();
  await idle(page, child);
  const [before, bytes, components] = [counters(child.pid), frames.bytes, drawn.count];
  for (const letter of WORD) {
    await field.press(letter);
    await page.waitForTimeout(PACE);
  }
  // The last answer, and what is written once the person pauses.
  await page.waitForTimeout(1000);
  await idle(page, child);
  const after = counters(child.pid);
  const each = (value) => value / WORD.length;
  return {
    loop_ms: each(after.loop - before.loop),
    all_ms: each(after.all - before.all),
    written_bytes: each(after.written - before.written),
    frame_bytes: each(frames.bytes - bytes),
    components: each(drawn.count - components),
  };
}

/** A start, at home; one soon after the last goes back to where the person was. */
async function atHome(env) {
  const { child, drawn, address } = await start(env);
  const visit = await person(address);
  await visit.page.locator('.fi-bottom-bar').getByText('Home', { exact: true }).click();
  await visit.page.locator('#fi-search').waitFor();
  return { child, drawn, visit, page: visit.page };
}
const leave = async ({ page, child }) => {
  await page.context().close();
  await ended(child);
};

async function run(env, figures) {
  const first = await atHome(env);
  const search = await typed(first.visit, first.child, first.drawn, first.page.locator('#fi-search'));
  // An earlier shell has searches waiting in a line: the form is opened in a program that has none.
  await leave(first);
  const second = await atHome(env);
  const { child, drawn, visit, page } = second;
  await page.locator('#fi-search').fill('long form');
  await page.locator('#fi-search').press('Enter');
  await page.getByRole('list', { name: 'Services found' }).getByRole('button', { name: /^Long form/u }).first().click();
  await page.locator('[data-action="open-service"]').click();
  await page.locator('#fi-in-field-0').waitFor();
  const form = await typed(visit, child, drawn, page.locator('#fi-in-field-0'));
  for (const [place, cost] of Object.entries({ search, form })) {
    for (const figure of figures) say(`${place}_${figure}`, cost[figure]);
  }
  await leave(second);
}

try {
  await firstStart();
  for (let at = 0; at < Number(runs); at += 1) await run({}, ['loop_ms', 'all_ms', 'written_bytes', 'frame_bytes']);
  await run({ RUST_LOG: 'dioxus_core=trace' }, ['components']);
} finally {
  await browser.close();
}
