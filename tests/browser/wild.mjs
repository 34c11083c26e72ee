// A catalogue that nobody would make on purpose: names of 500 letters, of signs that are drawn as one, in both directions, of
// nothing that is drawn, in a language that no reader has; entries without what may be left out, addresses that are not safe,
// times at the end of time. A person who has a case and a document sees every screen of it, and each is a screen.
//
//   node wild.mjs CHROMIUM FOLDER
//
// `cargo xtask browser` does what this asks for. What the platform itself refuses is tested in app/phone/delivery/shell (wild.rs).

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { applyForCard, openCard } from './card.mjs';
import { Wardrobe, named } from './looks.mjs';
import { inspect } from './measure.mjs';
import { begin, check, please, putAway, startShell } from './steps.mjs';

const [chromium, folder] = process.argv.slice(2);
const person = await begin('wild', { chromium, folder });
const { page, step, button, screen, measured } = person;
const wardrobe = await Wardrobe.of(page, folder);
const { go, place, press, list } = wardrobe;
const OUT = resolve(folder, 'wild');
const DEMO = resolve(import.meta.dirname, '../../assets/demo');

/** Texts that break what was not made for them. */
const TEXTS = [
  '长'.repeat(500),
  'W'.repeat(500),
  '👨\u200D👩\u200D👧\u200D👦🏳️\u200D🌈'.repeat(20),
  '\u202Egnorts\u202C \u2067مەكتەپ School 学校\u2069\u2069\u2069',
  '\u200B\uFEFFa\u200Bb\u2060c',
  '<script>alert(1)</script>"\'&{ $name }',
  'a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307'.repeat(30),
  ' ',
];
/** What must not be drawn of them: it steers the words around it, or is there without being seen. */
const STEERING = /[\u202A-\u202E\u200B\uFEFF]/u;
const FAR = '9999-12-30T22:00:00Z';

/** The demo's catalogue, with names that are absurd. */
function wild() {
  const of = (part) => JSON.parse(readFileSync(resolve(DEMO, `${part}.json`), 'utf8'));
  const text = (at) => TEXTS[at % TEXTS.length];
  const name = (at) => ({ tlh: text(at) });
  const service = (entry, at) => ({
    ...entry,
    name: name(at),
    theme: at % 3 === 0 ? 'space-travel' : entry.theme,
    ...(at % 2 === 0 && { summary: name(at + 1), conditions: name(at + 2), documents: [name(at + 3), name(at), {}], fee: name(at + 1) }),
    ...(at % 4 === 0 && { promised_days: 65535, statutory_days: 0, outage: { reason: name(at), until: FAR } }),
    ...(at % 5 === 0 && { legal_basis: [{ title: name(at), url: 'javascript:alert(1)' }, { title: {}, url: 'http://example.org' }] }),
  });
  const bare = { id: 'bare', name: {}, department: of('departments')[0].id, region: of('regions')[0].code, theme: 'other', is_high_demand: true };
  return {
    regions: of('regions').map((region, at) => ({ ...region, name: name(at) })),
    departments: of('departments').map((department, at) => ({ ...department, name: name(at), phone: at % 2 === 0 ? 'call me: +86 (0)10-1 ext' : text(at) })),
    services: [...of('services').map(service), bare],
    life_events: of('life_events').map((event, at) => ({ ...event, name: name(at), summary: name(at + 1), services: at === 1 ? [] : event.services })),
    alerts: ['extreme', 'severe', 'moderate', 'minor'].map((severity, at) => ({
      id: `a-${at}`, severity, headline: name(at), instruction: name(at + 1), phone: text(at), url: 'javascript:alert(1)', effective: '0001-01-02T00:00:00Z', expires: FAR,
    })),
  };
}

const LOOKS = [['normal', 'en', [390, 844], 100, 'plain'], ['seniors', 'ug', [320, 568], 100, 'plain'], ['normal', 'zh-Hans', [1280, 800], 100, 'plain']];

const found = [];
/** A screen is a screen: its heading says something, nothing steers, nothing is unsafe, and it is measured as any other. */
async function see(look, name) {
  await wardrobe.drawn();
  await page.mouse.move(0, 0);
  const title = `${named(look).replaceAll(' ', '-')}-${name}`;
  await page.screenshot({ path: resolve(OUT, `${title}.png`) });
  const seen = await inspect(page, folder);
  const wrong = [...seen.faults];
  measured.add({ look: named(look), screen: `wild-${name}`, ...seen });
  const [headings, text, links] = await page.evaluate(() => [
    [...document.querySelectorAll('h1')].map((heading) => heading.innerText.trim()),
    document.body.innerText,
    [...document.querySelectorAll('[href], [src]')].map((element) => element.getAttribute('href') ?? element.getAttribute('src')),
  ]);
  if (headings.length !== 1 || headings[0].length === 0) wrong.push(`the first headings are ${JSON.stringify(headings)}`);
  if (STEERING.test(text)) wrong.push('something steers the words around it');
  wrong.push(...links.filter((link) => /^(javascript|http):/u.test(link) && !link.startsWith(new URL(page.url()).origin)).map((link) => `leads to ${link.slice(0, 60)}`));
  found.push(...wrong.map((fault) => `${title}: ${fault}`));
}

/** Does what leads to another screen, and waits for it: two screens of the same absurd name are two. */
async function turn(act) {
  await page.locator('main h1').first().evaluate((heading) => heading.setAttribute('data-before', ''));
  await act();
  await page.locator('main h1:not([data-before])').first().waitFor({ state: 'attached' });
  await wardrobe.drawn();
}

/** Each of the first `most` things of a list leads to a screen, and back leads to the list. */
async function each(look, of, most, name) {
  const things = of();
  await things.first().waitFor();
  const count = Math.min(await things.count(), most);
  for (let at = 0; at < count; at += 1) {
    await turn(() => things.nth(at).click());
    await see(look, `${name}-${at}`);
    await turn(() => page.locator('.fi-top-bar').getByRole('button').first().click());
    await things.first().waitFor();
  }
  return count;
}

/** Every screen that shows something of the catalogue. */
async function screens(look) {
  const isSeniors = look[0] === 'seniors';
  await see(look, 'me');
  await go(() => place('nav-home'));
  await see(look, 'home');
  await each(look, () => list('home-high-demand').getByRole('button'), TEXTS.length, 'service');
  await go(() => (isSeniors ? press('home-everything-else') : place('nav-services')));
  await see(look, 'services');
  await press('services-by-department');
  await see(look, 'departments');
  await each(look, () => list('services-by-department').getByRole('button'), isSeniors ? 2 : TEXTS.length, 'department');
  await press('services-by-life-event');
  await see(look, 'life-events');
  await each(look, () => list('home-life-events').getByRole('button'), isSeniors ? 2 : TEXTS.length, 'life-event');
  for (const [name, heading] of [['cases', 'home-cases-all'], ['records', 'home-documents-all']]) {
    await go(() => place('nav-home'));
    await go(() => (isSeniors ? press(heading) : place(`nav-${name}`)));
    await see(look, name);
  }
  await go(() => place('nav-home'));
  await go(() => page.locator('[data-action="messages"]').click());
  await see(look, 'messages');
  await go(() => place('nav-home'));
  await go(() => page.locator('[data-action="region"]').click());
  await see(look, 'regions');
  await each(look, () => list('regions-title').getByRole('button'), 2, 'region');
  await go(() => place('nav-home'));
  await page.locator('#fi-search').fill('W');
  await go(() => page.locator('#fi-search').press('Enter'));
  await see(look, 'search');
  await go(() => place('nav-home'));
  await page.locator('#fi-search').fill('');
}

async function start() {
  await startShell(page);
  await wardrobe.begin();
}

await person.run(async () => {
  mkdirSync(OUT, { recursive: true });
  await step('a person with a case and a document', async () => {
    await start();
    await openCard(person, wardrobe.say);
    await applyForCard(person, wardrobe.say, { as: 'zhang-wei' });
    await screen(wardrobe.say('card-sent-title'));
    await button(wardrobe.say('mini-app-close')).click();
    await place('nav-cases');
    await list('cases-title').getByText(wardrobe.say('cases-state-closed')).first().waitFor();
  });
  await step('the catalogue becomes absurd', async () => {
    const file = resolve(OUT, 'catalogue.json');
    writeFileSync(file, JSON.stringify(wild()));
    await please(`offer ${file}`);
    await start();
  });
  await step('its alerts are told, and put away', async () => {
    const lines = page.locator('.fi-notice-line');
    await lines.first().waitFor();
    await see(LOOKS[0], 'alerts');
    for (let tries = 0; tries < 20 && (await lines.count()) > 0; tries += 1) {
      await putAway(page);
      await wardrobe.drawn();
    }
    check((await lines.count()) === 0, 'an alert stays');
  });
  for (const look of LOOKS) {
    await step(named(look), async () => {
      const before = found.length;
      await wardrobe.dress(look);
      await screens(look);
      await wardrobe.undress();
      return found.length === before ? '' : `${found.length - before} faults`;
    });
  }
  check(found.length === 0, `${found.length} faults; pictures in ${OUT}\n  ${[...new Set(found)].join('\n  ')}`);
});
