// Every screen of the shell in many looks, each measured in the rendered page.
//
//   node screens.mjs ADDRESS CHROMIUM FOLDER [--all]
//
// A look is a mode, a language, a window and a size of text. Without --all some looks are taken, so that each mode, language,
// window and size comes at least once and the hard ones together; with it, every combination. What must hold on each screen:
// axe finds nothing serious, nothing is wider than the window, no word is cut off, no two targets lie on each other, and
// every target is as large as the mode's token says.

import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { axe, launch } from './browser.mjs';

const [address, chromium, folder, ...flags] = process.argv.slice(2);
const AXE = axe(folder);

const MODES = {
  normal: { seniors: false, dark: false, contrast: false },
  seniors: { seniors: true, dark: false, contrast: false },
  dark: { seniors: false, dark: true, contrast: false },
  contrast: { seniors: false, dark: false, contrast: true },
};
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'ug', 'en'];
const WINDOWS = [[390, 844], [320, 568], [844, 390], [1280, 800]];
const SIZES = [100, 200];

const every = () => {
  const all = [];
  for (const mode of Object.keys(MODES)) for (const language of LANGUAGES) for (const window of WINDOWS) for (const size of SIZES) all.push([mode, language, window, size]);
  return all;
};
const SOME = [
  ['normal', 'zh-Hans', WINDOWS[0], 100],
  ['normal', 'en', WINDOWS[1], 200],
  ['dark', 'zh-Hant', WINDOWS[2], 100],
  ['contrast', 'ug', WINDOWS[0], 100],
  ['seniors', 'ug', WINDOWS[1], 100],
  ['seniors', 'zh-Hans', WINDOWS[0], 200],
  ['seniors', 'en', WINDOWS[3], 100],
];
const looks = flags.includes('--all') ? every() : SOME;

const browser = await launch(folder, chromium);
const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', viewport: { width: 390, height: 844 } });
context.setDefaultTimeout(20_000);
const page = await context.newPage();
const complaints = [];
page.on('pageerror', (error) => complaints.push(`script error: ${error.message}`));

/** The size of text that a person sets in the device, in percent: what rem and media queries go by. */
const session = await context.newCDPSession(page);
const textSize = (percent) => session.send('Page.setFontSizes', { fontSizes: { standard: (16 * percent) / 100, fixed: (13 * percent) / 100 } });

const nav = (at) => page.locator('.fi-bottom-bar a').nth(at);
const drawn = async () => {
  await page.locator('.fi-skeleton').waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))));
};
/** Presses what leads to another screen, and waits for its heading to have the focus. */
const go = async (press) => {
  const before = await page.locator('h1').first().innerText();
  await press();
  await page.waitForFunction((was) => document.querySelector('h1') && document.querySelector('h1').innerText !== was, before).catch(() => {});
  await drawn();
};

/** The chips of "Me", by group: display, scheme, contrast, text, language. */
const chip = async (group, which, attribute, value) => {
  const chips = page.locator('.fi-chips').nth(group).locator('.fi-chip');
  await (typeof which === 'number' ? chips.nth(which) : chips.and(page.locator(`[lang="${which}"]`))).click();
  await page.locator(value === null ? `html:not([${attribute}])` : `html[${attribute}="${value}"]`).waitFor({ state: 'attached' });
};

async function dress([mode, language, [width, height], size]) {
  // Chosen where they can be reached, then seen in the window that is asked for.
  await page.setViewportSize({ width: 390, height: 844 });
  await textSize(100);
  const isSeniors = await page.locator('html[data-mode="seniors"]').count();
  await go(() => nav(isSeniors ? 2 : 4).click());
  const { seniors, dark, contrast } = MODES[mode];
  await chip(4, language, 'lang', language);
  await chip(1, dark ? 2 : 1, 'data-scheme', dark ? 'dark' : 'light');
  await chip(2, contrast ? 1 : 0, 'data-contrast', contrast ? 'more' : null);
  await chip(0, seniors ? 1 : 0, 'data-mode', seniors ? 'seniors' : 'normal');
  await page.setViewportSize({ width, height });
  await textSize(size);
}

/** What is wrong with the page as it is drawn now. */
const measured = () => page.evaluate(() => {
  const faults = [];
  const name = (element) => `${element.tagName.toLowerCase()}.${element.className || '-'} "${(element.innerText ?? '').trim().slice(0, 40)}"`;
  const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('.fi-visually-hidden, [inert]');
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) faults.push(`${wide} pixels wider than the window`);
  for (const element of document.querySelectorAll('main *, .fi-bottom-bar *')) {
    const hasWords = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!hasWords || !isSeen(element)) continue;
    const style = getComputedStyle(element);
    const isCut = (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) || (style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1);
    if (isCut && style.overflowX !== 'auto' && style.overflowX !== 'scroll' && element.tagName !== 'TEXTAREA') faults.push(`cut off: ${name(element)}`);
    if (parseFloat(style.fontSize) < 15.9) faults.push(`text of ${style.fontSize}: ${name(element)}`);
  }
  const least = (() => {
    const probe = document.body.appendChild(document.createElement('div'));
    probe.style.cssText = 'position:absolute;block-size:var(--fi-target-min)';
    // In points: what is larger for larger text need not grow with it once it is large enough for a finger.
    const size = probe.getBoundingClientRect().height / (parseFloat(getComputedStyle(document.documentElement).fontSize) / 16);
    probe.remove();
    return size;
  })();
  const isInline = (element) => element.tagName === 'A' && getComputedStyle(element).display === 'inline';
  /** What a finger presses: the label of an input, or the card over which its name is stretched. */
  const pressed = (element) => {
    const after = getComputedStyle(element, '::after');
    return after.content !== 'none' && after.position === 'absolute' && after.inset === '0px' ? element.offsetParent : (element.closest('label') ?? element);
  };
  const targets = [...document.querySelectorAll('button, a[href], select, textarea, input:not([type="hidden"]), [role="tab"], summary')]
    .filter((element) => isSeen(element) && !isInline(element))
    .map((element) => ({ element, area: pressed(element), box: pressed(element).getBoundingClientRect() }));
  const bar = document.querySelector('.fi-bottom-bar');
  for (const { element, box } of targets) {
    if (box.height < least - 0.6 || box.width < least - 0.6) faults.push(`a target of ${box.width.toFixed(0)} x ${box.height.toFixed(0)}, at least ${least}: ${name(element)}`);
  }
  for (let a = 0; a < targets.length; a += 1) {
    for (let b = a + 1; b < targets.length; b += 1) {
      const [one, other] = [targets[a], targets[b]];
      // A button on a card lies on it on purpose.
      if (one.area.contains(other.element) || other.area.contains(one.element)) continue;
      // What scrolls under the bar comes out again.
      if (bar?.contains(one.element) !== bar?.contains(other.element)) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > 1 && down > 1) faults.push(`on each other: ${name(one.element)} and ${name(other.element)}`);
    }
  }
  return faults;
});

let screensSeen = 0;
const failures = [];
async function see(look, screen) {
  await drawn();
  await page.mouse.move(0, 0);
  screensSeen += 1;
  const title = `${look.flat().join('-')}-${screen}`;
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const bad = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const faults = [...bad.map(({ id, nodes }) => `${id} at ${nodes[0].html.slice(0, 160)}`), ...(await measured())];
  await page.screenshot({ path: resolve(folder, 'screens', `${title}.png`) });
  for (const fault of faults) failures.push(`${title}: ${fault}`);
}

async function screens(look) {
  const seniors = look[0] === 'seniors';
  await see(look, 'me');
  await go(() => page.locator('main > .fi-list button').first().click());
  await see(look, 'privacy');
  await go(() => nav(0).click());
  await see(look, 'home');
  if (seniors) {
    await go(() => nav(1).click());
    await see(look, 'help');
    for (const [at, screen] of [[-3, 'services'], [-2, 'cases'], [-1, 'records']]) {
      await go(() => nav(0).click());
      // Everything else, all cases, all documents: the last buttons of home.
      await go(() => page.locator('main > .fi-button').nth(at).click());
      await see(look, screen);
    }
  } else {
    for (const [at, screen] of [[1, 'services'], [2, 'cases'], [3, 'records']]) {
      await go(() => nav(at).click());
      await see(look, screen);
    }
  }
  await go(() => nav(0).click());
  await page.locator('#fi-search').fill('sbk');
  await go(() => page.locator('#fi-search').press('Enter'));
  await see(look, 'search');
  await go(() => page.locator('main li button').first().click());
  await see(look, 'service');
  // More of the same department: the last button before the papers.
  await go(() => page.locator('main > .fi-button').last().click());
  await see(look, 'department');
  await go(() => nav(0).click());
  await page.locator('#fi-search').fill('');
}

try {
  mkdirSync(resolve(folder, 'screens'), { recursive: true });
  await page.goto(address);
  await page.locator('.fi-bottom-bar, .fi-first-start').first().waitFor();
  if ((await page.locator('.fi-first-start').count()) > 0) {
    await page.locator('.fi-first-start [lang="zh-Hans"]').click();
    await page.locator('.fi-first-start .fi-button').nth(1).click();
    await page.locator('#fi-region').waitFor();
    await page.locator('.fi-first-start .fi-button').last().click();
    await page.locator('.fi-bottom-bar').waitFor();
  }
  for (const look of looks) {
    const before = Date.now();
    await dress(look);
    await screens(look);
    console.log(`${look.flat().join(' ')}: ${Date.now() - before} ms`);
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
