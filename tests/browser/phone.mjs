// A device like a phone, as far as a browser on a desktop can be one (phone/device.mjs says how far): what its notch, its bars and its
// keyboard cover, its system's size of text, an end without a word on every screen, a slow processor and a slow network.
//
//   node phone.mjs CHROMIUM FOLDER [short | deaths | reach | figures [PHONE]]
//
// `cargo xtask browser phone` does what this asks for. `short` is what `cargo xtask test` has time for: no turned phone, no figures.
// Figures are printed and kept; no test asserts a time.

import { names } from './names.mjs';
import { Deaths } from './phone/death.mjs';
import { Device, PHONES, options } from './phone/device.mjs';
import { figures } from './phone/figures.mjs';
import { Reach } from './phone/reach.mjs';
import { Visit } from './phone/visit.mjs';
import { begin, check, startShell } from './steps.mjs';

const [chromium, folder, part, only] = process.argv.slice(2);
/** The phones on which every screen is looked at, and the size of text that their system has. */
const LOOKS = [
  ['a phone with a notch', PHONES.notch, 1],
  ['the same, turned', PHONES.turned, 1],
  ['a small phone, text of twice the size', PHONES.small, 2],
];
const isShort = part === 'short';
const isWanted = (name) => part === undefined || part === name || (isShort && name !== 'figures');
const isLooked = (phone) => (only === undefined || phone === PHONES[only]) && !(isShort && phone === PHONES.turned);
const person = await begin('phone', { chromium, folder, options: options(PHONES.notch) });
const { page, step } = person;
const say = await names(folder, 'en');

async function deaths() {
  const device = await Device.of(page, PHONES.notch);
  const deaths = new Deaths({ person, device, say, start: () => startShell(page) });
  await startShell(page);
  await step('an end without a word at the first start', () => deaths.firstStart());
  await step('where a person looks for something', () => deaths.looking());
  await step('what a person sets', () => deaths.settings());
  let reference;
  await step('every page of a form, and its sheet', async () => { reference = await deaths.form(); });
  await step('what was handed in, its case and its document', () => deaths.handedIn(reference));
  await step('a mandate', () => deaths.mandate());
  console.log(`${deaths.seen} ends without a word: place and what was typed came back each time`);
}

/** The screens, with what covers them; `scale` is the size of text that the system has. */
async function reach(what, phone, scale) {
  await step(what, async () => {
    await startShell(page, '--text-scale', String(scale));
    await page.locator('h1').first().waitFor();
    await person.settled();
    const device = await Device.of(page, phone);
    const drawn = await page.evaluate(() => Number(getComputedStyle(document.documentElement).getPropertyValue('--fi-text-scale')));
    check(scale === 1 || drawn > 1.8, `text is ${drawn} times as large where the system has it ${scale} times`);
    const reach = new Reach({ person, device, folder });
    await new Visit({ person, say, reach }).all();
    await device.be(PHONES.notch);
    check(reach.faults.length === 0, [...new Set(reach.faults)].join('\n'));
    return `${reach.screens} screens, ${reach.fields} fields`;
  });
}

await person.run(async () => {
  if (isWanted('deaths')) await deaths();
  if (isWanted('reach')) {
    for (const [what, phone, scale] of LOOKS.filter(([, own]) => isLooked(own))) await reach(what, phone, scale);
  }
  if (isWanted('figures')) await step('a slow processor and a slow network', () => figures({ person, folder, say }));
});
