// Screens beside the pictures that somebody has looked at (tests/golden). Where they differ, three panels - before, after,
// difference - and one page that lists them are in FOLDER/golden/index.html.
//
//   node golden.mjs ADDRESS CHROMIUM FOLDER [--accept]
//
// The shell at ADDRESS is of a person who starts; she becomes chen-jing, with a case and a document. --accept takes the
// pictures anew (ImageMagick makes them small). Letters are drawn otherwise on another machine: where the fonts or the browser are not
// those of the pictures, differences are told and listed but fail nothing, for nobody could mend them there.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { library } from './browser.mjs';
import { applyForCard, openCard } from './card.mjs';
import { SOME, Wardrobe, named } from './looks.mjs';
import { around } from './names.mjs';
import { begin, check, putAway, words } from './steps.mjs';

const { address, chromium, folder, more } = words();
const isAccepting = more.includes('--accept');
const GOLDEN = resolve(import.meta.dirname, '../golden');
const OUT = resolve(folder, 'golden');
/** How much of a picture may differ: less is an edge that was drawn a little otherwise. */
const MOST = 0.0005;
/** Colours in a kept picture: as many as leave no difference that can be seen. */
const COLORS = 48;
/** In each look; the rest only in the first. */
const EVERYWHERE = ['home', 'service', 'me'];

const { default: pixelmatch } = await library(folder, 'pixelmatch');
const { default: { PNG } } = await library(folder, 'pngjs');
const person = await begin('golden', { chromium, folder });
const { page, step, screen, button } = person;
const wardrobe = await Wardrobe.of(page, folder);

/** What a machine makes of the letters of all four languages: another picture is another machine. */
async function fingerprint() {
  const sample = await person.context.newPage();
  await sample.setContent('<p style="font: 20px system-ui, sans-serif">指尖上的政务 繁體 ئۇيغۇرچە Fingertip 0123456789 ¥</p>');
  const picture = await sample.locator('p').screenshot();
  await sample.close();
  return `${person.browser.version()} ${createHash('sha256').update(PNG.sync.read(picture).data).digest('hex').slice(0, 16)}`;
}

/**
 * Whatever is another at each run - times, days, references, numbers of a person - is drawn as noughts; how many have rated a service
 * depends on who came before, and is drawn as too few.
 */
const still = () => page.evaluate(({ rated, few }) => {
  const isRated = new RegExp(rated, 'u');
  const months = 'January February March April May June July August September October November December'.split(' ').join('|');
  const moving = [
    [new RegExp(`\\b(${months})\\b`, 'gu'), 'Month'],
    [/\b[A-Z]{2}-\d{8}-[0-9A-Z]{6}\b/gu, 'AA-00000000-000000'],
    [/星期[一二三四五六日]/gu, '星期〇'],
    [/\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/gu, 'Weekday'],
    [/(دۈ|سەي|چار|پەي|يەك)?شەنبە|جۈمە/gu, 'شەنبە'],
    [/(农历|農曆)[^\s·，)）]+/gu, '$1〇月〇'],
    [/(?<!\d)\d{6,}[\dX]?(?!\d)/gu, '000000'],
    [/\d+/gu, '00'],
  ];
  const isMoving = new RegExp(`\\d:\\d\\d|\\d{4}|${months}|农历|農曆`, 'u');
  const walker = document.createTreeWalker(document.querySelector('#main'), NodeFilter.SHOW_TEXT);
  window.moved = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (isRated.test(node.data.trim())) {
      window.moved.push([node, node.data]);
      node.data = few;
    }
    if (!isMoving.test(node.data)) continue;
    window.moved.push([node, node.data]);
    for (const [from, to] of moving) node.data = node.data.replace(from, to);
  }
}, { rated: around(wardrobe.say, 'service-rated', 'score', 'count').source, few: wardrobe.say('service-rated-none') });
/** As it was: the shell draws what changes, and takes the rest for drawn. */
const moving = () => page.evaluate(() => window.moved.forEach(([node, data]) => { node.data = data; }));

async function take() {
  await wardrobe.drawn();
  await page.mouse.move(0, 0);
  await page.evaluate(() => { scrollTo(0, 0); document.activeElement?.blur(); });
  await still();
  const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await moving();
  return taken;
}

const pictures = new Map();
async function see(look, name) {
  pictures.set(`${named(look).replace('%', '').replaceAll(' ', '-')}-${name}`, await take());
}

async function screens(look) {
  const { go, place, press } = wardrobe;
  const isSeniors = look[0] === 'seniors';
  const isWanted = (name) => look === SOME[0] || EVERYWHERE.includes(name);
  const seen = async (name) => isWanted(name) && see(look, name);
  await seen('me');
  if (isSeniors) {
    await go(() => place('nav-help'));
    await see(look, 'help');
  } else {
    for (const name of ['services', 'cases', 'records']) {
      if (!isWanted(name)) continue;
      await go(() => place(`nav-${name}`));
      await see(look, name);
      if (name !== 'cases') continue;
      await go(() => wardrobe.list('cases-title').getByRole('button').first().click());
      await see(look, 'case');
    }
  }
  await go(() => place('nav-home'));
  await seen('home');
  await page.locator('#fi-search').fill('sbk');
  await go(() => page.locator('#fi-search').press('Enter'));
  await seen('search');
  await go(() => wardrobe.list('search-results').getByRole('button').first().click());
  await seen('service');
  if (look === SOME[0]) {
    await press('service-start');
    await screen(wardrobe.say('card-intro-title'));
    await see(look, 'mini-app');
    await button(wardrobe.say('mini-app-close')).click();
  }
  await go(() => place('nav-home'));
  await page.locator('#fi-search').fill('');
}

/** Few colours, and no word on when and by what it was made. */
function keep(name, bytes) {
  const to = resolve(GOLDEN, `${name}.png`);
  const made = execFileSync('convert', ['png:-', '-dither', 'None', '-colors', String(COLORS), '-strip', '-define', 'png:compression-level=9', 'PNG8:-'], { input: bytes, maxBuffer: 1 << 26 });
  writeFileSync(to, made);
  return made.length;
}

/** The share of the picture that is another, and the three panels where it is too much. */
function compare(name, bytes) {
  const file = resolve(GOLDEN, `${name}.png`);
  if (!existsSync(file)) return { name, share: 1, why: 'there is no golden picture of it' };
  const [before, after] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(bytes)];
  const { width, height } = after;
  if (before.width !== width || before.height !== height) return { name, share: 1, why: `${before.width} x ${before.height} before, ${width} x ${height} now` };
  const difference = new PNG({ width, height });
  const share = pixelmatch(before.data, after.data, difference.data, width, height, { threshold: 0.15 }) / (width * height);
  if (share > MOST) {
    const panels = new PNG({ width: width * 3, height });
    [before, after, difference].forEach((panel, at) => PNG.bitblt(panel, panels, 0, 0, width, height, width * at, 0));
    writeFileSync(resolve(OUT, `${name}.png`), PNG.sync.write(panels));
  }
  return { name, share };
}

const listed = (different, mark, kept) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens that differ</title>
<style>body { font: 1rem/1.5 system-ui; margin: 2rem; } img { max-width: 100%; border: 1px solid; }</style>
<h1>${different.length} of ${pictures.size} screens differ</h1>
<p>Each: before, after, difference. If all is meant: <code>cargo xtask looks --accept</code>.</p>
${mark === kept ? '' : `<p>The letters are drawn otherwise here (${mark}) than where the pictures were taken (${kept}): differences fail nothing.</p>`}
${different.map(({ name, share, why }) => `<h2>${name}</h2><p>${why ?? `${(share * 100).toFixed(2)} % of it`}</p>${why ? '' : `<img src="${name}.png" alt="${name}: before, after, difference">`}`).join('\n')}
</html>\n`;

async function accept(mark) {
  rmSync(GOLDEN, { recursive: true, force: true });
  mkdirSync(GOLDEN, { recursive: true });
  let bytes = 0;
  for (const [name, taken] of pictures) bytes += keep(name, taken);
  writeFileSync(resolve(GOLDEN, 'machine.txt'), `${mark}\n`);
  check(bytes < 1_500_000, `the golden pictures have ${bytes} bytes; the source tree takes 1.5 MB`);
  return `${pictures.size} pictures, ${Math.round(bytes / 1024)} KB`;
}

async function hold(mark) {
  const kept = existsSync(resolve(GOLDEN, 'machine.txt')) ? readFileSync(resolve(GOLDEN, 'machine.txt'), 'utf8').trim() : 'none';
  const different = [...pictures].map(([name, taken]) => compare(name, taken)).filter(({ share }) => share > MOST);
  writeFileSync(resolve(OUT, 'index.html'), listed(different, mark, kept));
  const told = `${different.length} of ${pictures.size} differ: ${OUT}/index.html`;
  if (different.length === 0) return `all ${pictures.size} are as they were`;
  check(mark !== kept, `${told}\n  ${different.map(({ name }) => name).join('\n  ')}`);
  return `${told}; other letters here (${mark}) than there (${kept}), so this fails nothing`;
}

await person.run(async () => {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  await step('a person with a case and a document', async () => {
    await page.goto(address);
    await wardrobe.begin();
    await openCard(person, wardrobe.say);
    await applyForCard(person, wardrobe.say, { as: 'chen-jing' });
    await screen(wardrobe.say('card-sent-title'));
    await button(wardrobe.say('mini-app-close')).click();
    await wardrobe.place('nav-cases');
    await wardrobe.list('cases-title').getByText(wardrobe.say('cases-state-closed')).waitFor();
    await putAway(page);
  });
  for (const look of SOME) {
    await step(named(look), async () => {
      await wardrobe.dress(look);
      await screens(look);
      await wardrobe.undress();
    });
  }
  const mark = await fingerprint();
  await step(isAccepting ? 'taken anew' : 'beside the golden pictures', () => (isAccepting ? accept(mark) : hold(mark)));
});
