// Every screen of the shell in many looks, each measured in the rendered page.
//
//   node screens.mjs ADDRESS CHROMIUM FOLDER [--only=PART]
//
// Some looks are taken (looks.mjs says which); with --only every combination whose name has the part, such as `seniors en`; all
// have an empty one. What must hold on each screen:
// axe finds nothing, nor do two other checkers (second.mjs), nothing is wider than the window, no word is cut off, no two targets lie
// on each other, and every target is as large as the mode's token says. What was measured is kept for the accessibility statement.

import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { launch } from './browser.mjs';
import { SOME, Wardrobe, every, named } from './looks.mjs';
import { Measured, inspect, install } from './measure.mjs';
import { checkers, secondOpinions, withoutReason } from './second.mjs';
import { words } from './steps.mjs';

const { address, chromium, folder, more } = words();
const part = more.find((word) => word.startsWith('--only='))?.slice('--only='.length);
const looks = part === undefined ? SOME : every().filter((look) => named(look).includes(part));

const browser = await launch(folder, chromium);
const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', viewport: { width: 390, height: 844 } });
context.setDefaultTimeout(20_000);
await install(context);
const page = await context.newPage();
const complaints = [];
page.on('pageerror', (error) => complaints.push(`script error: ${error.message}`));
const wardrobe = await Wardrobe.of(page, folder);
const { go, place, press } = wardrobe;
const measures = new Measured('screens', { folder, browser: browser.version() });

/** What "Me" leads to, by its message, and what its pictures are called. */
const SETTINGS = [
  ['privacy-title', 'privacy'], ['me-display', 'settings-display'], ['settings-language', 'settings-language'], ['family-title', 'family'],
  ['settings-messages', 'settings-messages'], ['settings-search', 'settings-search'], ['settings-answers', 'settings-answers'], ['settings-security', 'settings-security'], ['settings-storage', 'settings-storage'],
  ['about-title', 'about'],
];

/** Neither larger nor spaced nor in forced colours. */
const isDrawnAsItIs = ([, , , size, drawn]) => size === 100 && drawn === 'plain';

/** What the second opinion was on how many pages, and by whom. */
const seconds = { by: checkers(folder), pages: 0, faults: [] };
let screensSeen = 0;
const failures = [];
async function see(look, screen) {
  await wardrobe.drawn();
  await page.mouse.move(0, 0);
  screensSeen += 1;
  const title = `${named(look).replaceAll(' ', '-')}-${screen}`;
  const seen = await inspect(page, folder);
  measures.add({ look: named(look), screen, ...seen });
  await page.screenshot({ path: resolve(folder, 'screens', `${title}.png`) });
  for (const fault of seen.faults) failures.push(`${title}: ${fault}`);
  // What these two read is the page's own mark-up, which is the same however it is drawn.
  if (!isDrawnAsItIs(look)) return;
  const second = await secondOpinions(page, folder);
  const faults = withoutReason(second).map(({ rule, says, at }) => `${rule}: ${says} at ${at}`);
  seconds.pages += 1;
  seconds.faults.push(...faults);
  failures.push(...faults.map((fault) => `${title}: ${fault}`));
}

/** What is reached from home beside the main screens: messages, help, regions, life events. */
async function around(look) {
  await go(() => place('nav-home'));
  await go(() => page.locator('[data-action="messages"]').click());
  await see(look, 'messages');
  if (look[0] !== 'seniors') {
    await go(() => page.locator('[data-action="help"]').click());
    await see(look, 'help');
  }
  await go(() => place('nav-home'));
  await go(() => page.locator('[data-action="region"]').click());
  await see(look, 'regions');
  await go(() => wardrobe.list('regions-title').getByRole('button').first().click());
  await see(look, 'region');
  if (look[0] === 'seniors') return;
  await go(() => place('nav-services'));
  await press('services-by-life-event');
  await wardrobe.list('home-life-events').waitFor();
  await see(look, 'life-events');
  await go(() => wardrobe.list('home-life-events').getByRole('button').first().click());
  await see(look, 'life-event');
}

/** A document, where there is one, and what checks one that somebody shows; from the records. */
async function documents(look) {
  const first = page.locator('.fi-document__press').first();
  if ((await first.count()) > 0) {
    await go(() => first.click());
    await see(look, 'document');
  }
  await go(() => press('verify-title'));
  await see(look, 'verify');
}

/** Every screen, each found by its name. Afterwards the shell is at home. */
async function screens(look) {
  const seniors = look[0] === 'seniors';
  await see(look, 'me');
  for (const [name, screen] of SETTINGS) {
    await wardrobe.setting(name);
    await see(look, screen);
    if (screen !== 'family') continue;
    await press('family-code-make');
    await page.locator('.fi-code-digits').waitFor();
    await see(look, 'family-code');
    await press('family-code-put-away');
  }
  await go(() => place('nav-home'));
  await see(look, 'home');
  if (seniors) {
    await go(() => place('nav-help'));
    await see(look, 'help');
    for (const [name, screen] of [['home-everything-else', 'services'], ['home-cases-all', 'cases'], ['home-documents-all', 'records']]) {
      await go(() => place('nav-home'));
      await go(() => press(name));
      await see(look, screen);
    }
  } else {
    for (const screen of ['services', 'cases', 'records']) {
      await go(() => place(`nav-${screen}`));
      await see(look, screen);
    }
  }
  await documents(look);
  await around(look);
  await go(() => place('nav-home'));
  await page.locator('#fi-search').fill('sbk');
  await go(() => page.locator('#fi-search').press('Enter'));
  await see(look, 'search');
  await go(() => wardrobe.list('search-results').getByRole('button').first().click());
  await see(look, 'service');
  await go(() => wardrobe.around('service-more-of', 'department').click());
  await see(look, 'department');
  await go(() => place('nav-home'));
  await clear();
}

/** Empties the search. */
async function clear() {
  await page.locator('#fi-search').fill('');
  await wardrobe.list('search-results').waitFor({ state: 'hidden' });
}

try {
  mkdirSync(resolve(folder, 'screens'), { recursive: true });
  await page.goto(address);
  await wardrobe.begin();
  for (const look of looks) {
    const before = Date.now();
    await wardrobe.dress(look);
    await screens(look);
    await wardrobe.undress();
    console.log(`${named(look)}: ${Date.now() - before} ms`);
  }
  // The statement is of a whole run.
  if (!part) {
    measures.tell({ seconds });
    measures.write();
  }
} catch (error) {
  failures.push(error.message);
  await page.screenshot({ path: resolve(folder, 'screens', 'failed.png') });
}
await browser.close();
failures.push(...complaints);
console.log(`${screensSeen} screens in ${looks.length} looks`);
if (failures.length > 0) {
  console.error([...new Set(failures)].join('\n'));
  process.exit(1);
}
