// What a slow phone costs: the start to a usable home from what is kept, a mini-app that opens, each beside the same screen as a plain
// page in the same browser; and memory. The page's processor is six times slower, the nation is behind a slow network. The program
// beside the page is not slowed by the browser: it is a debug build here, on a desktop's processor.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Site, dump } from '../plain.mjs';
import { check, please, startShell } from '../steps.mjs';
import { tapped } from '../timing.mjs';
import { Device, PHONES } from './device.mjs';
import { NETWORKS, between } from './network.mjs';

/** How much slower a cheap phone's processor is than this one. */
const SLOWER = 6;
/** How often each is done. */
const RUNS = 3;
/** What the app may hold on a phone of 3 GB, page and program together, in bytes: a tenth, so that the system ends others first. */
const BUDGET = 300 << 20;

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const worst = (values) => Math.max(...values);
const frames = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const now = () => performance.timeOrigin + performance.now();

/** What a process holds for itself, in bytes (Linux: /proc); null where the system does not tell it so. */
function held(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/^RssAnon:\s+(\d+)/mu)[1]) * 1024;
  } catch {
    return null;
  }
}

class Figures {
  constructor({ person, say, network, site }) {
    Object.assign(this, { person, say, network, site, page: person.page, all: {} });
  }

  note(name, value) {
    (this.all[name] ??= []).push(value);
  }

  /** Starts the shell where the nation is behind the slow network; its profile is its own. */
  start = () => startShell(this.page, 'at', this.network.at, '--profile', this.profile);

  profile = `slow-${process.pid}`;

  /** A first start, so that something is kept; a mini-app that was opened once. */
  async begin() {
    const { page, person, say } = this;
    await this.start();
    await person.button(say('language-en')).tap();
    await person.button(say('start-display-normal-choose')).tap();
    await page.locator('#fi-region').fill('guangd');
    await person.button('Guangdong').tap();
    await page.locator('#fi-search').waitFor();
    await this.toService('sbk');
    await this.open('#fi-node-start button');
    this.site.put('mini-app', await dump(page));
    await this.close();
    this.site.put('home', await dump(page));
  }

  /** To a service's page, where the tap is. */
  async toService(text) {
    const { page, person, say } = this;
    await page.locator('#fi-search').fill(text);
    await page.locator('#fi-search').press('Enter');
    await person.screen(say('search-title'));
    await page.getByRole('list', { name: say('search-results') }).getByRole('button').first().click();
    await page.locator('[data-action="open-service"]').waitFor();
    await person.settled();
  }

  /** From the tap until the mini-app's page is painted, in milliseconds. */
  open = (there) => tapped(this.page, there, () => this.page.locator('[data-action="open-service"]').click());

  async close() {
    await this.person.button(this.say('mini-app-close')).click();
    await this.page.locator('#fi-search').waitFor();
    await this.person.settled();
  }

  /** Ours and the plain page's, once. */
  async once() {
    const { page, person, site } = this;
    const pid = await this.start();
    const opened = now();
    await page.reload();
    await page.locator('.fi-tile').first().waitFor();
    await frames(page);
    this.note('home', now() - opened);
    await person.settled();
    this.note('program', held(pid));
    await this.toService('sbk');
    this.note('mini-app', await this.open('#fi-node-start button'));
    await this.close();
    await this.plain(site);
  }

  /** The same screens as plain pages, which come over the slow network. */
  async plain(site) {
    const { page, session } = this;
    const { latency, bytes } = NETWORKS['3g'];
    await session.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: bytes, uploadThroughput: bytes / 2 });
    const opened = now();
    await page.goto(`${site.at}/home`);
    await page.locator('.fi-tile').first().waitFor();
    await frames(page);
    this.note('plain home', now() - opened);
    this.note('plain mini-app', await site.tap(page, 'mini-app'));
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
    // From the device itself, as the browser's own cache would give it.
    const again = now();
    await page.goto(`${site.at}/home`);
    await page.locator('.fi-tile').first().waitFor();
    await frames(page);
    this.note('plain home kept', now() - again);
    this.note('plain mini-app kept', await site.tap(page, 'mini-app'));
  }

  /** What program and page hold, at home and with the mini-app that needs most open. */
  async memory(service, there, name) {
    const pid = await this.start();
    await this.page.locator('#fi-search').waitFor();
    await this.person.settled();
    const program = () => held(pid);
    const page = async () => {
      const { processInfo } = await this.browserSession.send('SystemInfo.getProcessInfo');
      return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { id }) => sum + (held(id) ?? 0), 0);
    };
    if (program() === null) return;
    this.all['program at rest'] = [program()];
    this.all['page at rest'] = [await page()];
    await this.toService(service);
    await this.page.locator('[data-action="open-service"]').tap();
    await this.page.locator(there).first().waitFor({ timeout: 120_000 });
    await this.person.settled();
    this.all[`program with ${name}`] = [program()];
    this.all[`page with ${name}`] = [await page()];
    await this.close();
  }
}

/** Measures, prints and keeps; gives one line. */
export async function figures({ person, folder, say }) {
  const { page, browser } = person;
  const nation = await please('say where the nation is');
  const [network, site] = [await between(nation), await Site.begin()];
  const device = await Device.of(page, PHONES.notch);
  const measured = new Figures({ person, say, network, site });
  measured.session = await page.context().newCDPSession(page);
  await measured.session.send('Network.enable');
  measured.browserSession = await browser.newBrowserCDPSession();
  await measured.begin();
  await device.slow(SLOWER);
  network.be('3g');
  for (let run = 0; run < RUNS; run += 1) await measured.once();
  network.be('5g');
  await device.slow(1);
  await measured.memory('gallery of the standard', '#fi-node-groups', 'the gallery');
  const { all } = measured;
  const rows = Object.entries(all).filter(([, values]) => values[0] !== null);
  const isBytes = (name) => /^(program|page)/.test(name);
  for (const [name, values] of rows) {
    const [mid, most] = isBytes(name) ? [middle(values), worst(values)].map((value) => `${(value / 2 ** 20).toFixed(0)} MB`) : [middle(values), worst(values)].map((value) => `${value.toFixed(0)} ms`);
    console.log(`    ${name}: ${mid}${values.length > 1 ? `, at worst ${most}` : ''}`);
  }
  mkdirSync(resolve(folder, 'measured'), { recursive: true });
  writeFileSync(resolve(folder, 'measured', 'phone-figures.json'), `${JSON.stringify(all, null, 1)}\n`);
  for (const what of ['at rest', 'with the gallery']) {
    const [program, drawn] = [`program ${what}`, `page ${what}`].map((name) => all[name]?.[0]);
    if (program !== undefined) check(program + drawn <= BUDGET, `${what} program and page hold ${((program + drawn) / 2 ** 20).toFixed(0)} MB, at most ${BUDGET / 2 ** 20}`);
  }
  network.end();
  site.end();
  return `page ${SLOWER} times slower, 3G: home ${middle(all.home).toFixed(0)} ms, a mini-app ${middle(all['mini-app']).toFixed(0)} ms`;
}
