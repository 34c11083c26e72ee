// What every journey through the shell shares: steps that are told, the ways in which a person acts, and what must hold of
// each screen that is seen.

import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { PHONE, launch } from './browser.mjs';
import { Measured, install, look } from './measure.mjs';

/** How long what must come may take, in milliseconds: a loaded machine is slow. */
export const PATIENCE = 20_000;
/** The passcode of everyone in the demo nation. */
const PASSCODE = '123456';

/** What the journey was begun with, for `cargo xtask browser` to start everything: ADDRESS [CHROMIUM [FOLDER]]. */
export function words() {
  const [address, chromium = '/usr/bin/chromium', folder = 'target/browser', ...more] = process.argv.slice(2);
  if (address) return { address, chromium, folder, more };
  console.error('usage: node JOURNEY.mjs ADDRESS [CHROMIUM [FOLDER]]; `cargo xtask browser` starts everything that this needs');
  return process.exit(2);
}

export function check(holds, what) {
  if (!holds) throw new Error(what);
}

/** The answers to what was asked for; none are read until something is. */
let answers;
/** Asks whoever started this to do something to the nation or to the shell (app/xtask/src/asking.rs), and gives the answer. */
export async function please(wish) {
  answers ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  console.log(`please ${wish}`);
  const { value, done } = await answers.next();
  check(!done, `nobody answered when asked to ${wish}`);
  return value;
}

/** The shell of this journey, started anew, with `more` arguments: the one before has ended. Gives its process's number. */
export async function startShell(page, ...more) {
  // The page of a shell that has ended asks for it again and again; that is no fault of the next one.
  await page.goto('about:blank');
  const [address, pid] = (await please(['start the shell', ...more].join(' '))).split(' ');
  await page.goto(address);
  return Number(pid);
}

/** A person at a browser of their own: `name` is what the journey's pictures and measures are called. */
export async function begin(name, { chromium, folder, options = {} }) {
  mkdirSync(folder, { recursive: true });
  const browser = await launch(folder, chromium);
  const context = await browser.newContext({ viewport: PHONE, locale: 'en-GB', reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(PATIENCE);
  await install(context);
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`script error: ${error.message}`));
  // What the content policy stops it says here, too; a step that plants such things looks at that itself.
  const isPolicy = (text) => text.includes('Content Security Policy');
  page.on('console', (message) => message.type() === 'error' && !isPolicy(message.text()) && complaints.push(message.text()));
  const measured = new Measured(name, { folder, browser: browser.version() });
  const told = new Told();
  const acts = ways(page);
  const picture = (of) => page.screenshot({ path: resolve(folder, `${of}.png`) });

  /** No finding of axe, nothing wider than the phone. */
  const accessible = async (screen) => {
    // Away from what was pressed, so that nothing is drawn as hovered.
    await page.mouse.move(0, 0);
    await acts.settled();
    await picture(screen);
    const seen = await look(page, folder);
    measured.add({ look: name, screen, ...seen });
    check(seen.violations.length === 0, `${screen} is not accessible:\n  ${seen.violations.join('\n  ')}`);
    check(seen.wide <= 0, `${screen} is ${seen.wide} pixels wider than the phone`);
    check((await page.locator('h1').count()) === 1, `${screen} has ${await page.locator('h1').count()} first headings`);
  };

  /** Does the whole journey; a failure says where, and what the page shows. */
  const run = async (work) => {
    try {
      await work();
      told.now = 'the console of the page';
      check(complaints.length === 0, `the page complained: ${complaints.join('; ')}`);
      console.log(`${name} took ${told.seconds()} s; pictures in ${folder}`);
      measured.write();
    } catch (error) {
      await picture(`${name}-failed`).catch(() => {});
      const shown = await page.locator('body').innerText().catch(() => '');
      console.error(`\nnot as it must be at "${told.now}": ${error.message}\n\nThe page shows (${folder}/${name}-failed.png):\n${shown.slice(0, 1500)}`);
      if (complaints.length > 0) console.error(`The page complained: ${complaints.join('; ')}`);
      process.exitCode = 1;
    } finally {
      await browser.close();
      // Nothing more is asked: an open input would keep this going.
      if (answers) process.stdin.destroy();
    }
  };
  return { browser, context, page, complaints, measured, picture, accessible, run, step: (what, work) => told.step(what, work), ...acts };
}

/** Steps, one line each. */
class Told {
  began = Date.now();

  count = 0;

  now = 'the browser starts';

  seconds() {
    return ((Date.now() - this.began) / 1000).toFixed(1);
  }

  /** Does one step and prints one line; a failure carries the step's name. */
  async step(name, work) {
    this.now = name;
    const before = Date.now();
    const more = await work();
    this.count += 1;
    console.log(`${String(this.count).padStart(2)}. ok  ${String(Date.now() - before).padStart(6)} ms  ${name}${more ? `: ${more}` : ''}`);
  }
}

/** How a person finds and uses what is on the page. */
function ways(page) {
  const button = (name) => page.getByRole('button', { name, exact: true });
  const heading = (name, level = 1) => page.getByRole('heading', { name, level });
  const screen = (name) => heading(name).waitFor();
  return {
    button,
    heading,
    screen,
    place: (name) => page.locator('.fi-bottom-bar').getByRole('link', { name, exact: true }).click(),
    /** The label is the target, as for a finger. */
    choose: (label) => page.locator('label').getByText(label, { exact: true }).click(),
    input: (key) => page.locator(`#fi-in-${key}`),
    /** What is drawn stays as it is for a moment: one round trip to the shell and two frames. */
    settled: () => settled(page),
  };
}

/** What is drawn stays as it is for a moment, and can be pressed: one round trip to the shell and two frames. */
export async function settled(page) {
  await page.locator('.fi-skeleton').waitFor({ state: 'detached' });
  // A new sheet takes no press in its first half second.
  await page.locator('.fi-sheet__actions[inert]').waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))));
}

/** Each notice is put away by its own button, which an alert has behind its line. */
export async function putAway(page) {
  // Another may come from behind when one goes.
  const lines = page.locator('.fi-content > .fi-notice-line');
  while ((await lines.count()) > 0) {
    const line = lines.first();
    const element = await line.elementHandle();
    if ((await line.locator('details[open]').count()) === 0) await line.locator('summary').click();
    await line.getByRole('button').last().click();
    await page.waitForFunction((own) => !own.isConnected, element);
  }
  const notices = page.locator('.fi-told > .fi-notice').filter({ has: page.getByRole('button') });
  for (let left = await notices.count(); left > 0; left -= 1) {
    await notices.first().getByRole('button').click();
    await page.waitForFunction((before) => document.querySelectorAll('.fi-told > .fi-notice button').length < before, left);
  }
}

/** At the provider's page, in the tab that `open` opens: a nation's own page, so a person of any skill is helped through it. */
export async function throughProvider({ context }, who, open, see = async () => {}) {
  const [tab] = await Promise.all([context.waitForEvent('page'), open()]);
  await tab.locator(`input[name="person"][value="${who}"]`).check();
  await tab.locator('input[name="passcode"]').fill(PASSCODE);
  await see(tab, 'provider');
  await tab.locator('button[type="submit"]').click();
  // The shell itself answers this address, with the page that says that it is done.
  await tab.waitForURL((url) => url.searchParams.has('code'));
  await see(tab, 'provider-done');
  await tab.close();
}

/** The sheet that asks to sign in is on the page; the person does, at the provider's page in a tab of its own. */
export async function signIn(person, who, names, see) {
  const { page } = person;
  const sheet = page.locator('#fi-sheet-sign-in');
  await sheet.getByRole('button', { name: names.begin }).click();
  const link = page.getByRole('link', { name: names.open, exact: true }).first();
  await throughProvider(person, who, () => link.click(), see);
  await sheet.waitFor({ state: 'detached' });
}
