// A person abroad: their device stands in Europe/London, and their input method leaves full-width characters. In Chinese and in
// English, from a search to a case that is rated; and an appointment in China, which is at the office's own time.
//
//   node abroad.mjs ADDRESS [CHROMIUM [FOLDER]]
//
// The shell's own device is where TZ says: `cargo xtask browser abroad` sets it.

import { applyForCard, openCard } from './card.mjs';
import { around, names } from './names.mjs';
import { begin, check, words } from './steps.mjs';

const REFERENCE = /[A-Z]{2}-\d{8}-[0-9A-Z]{6}/;
const { address, chromium, folder } = words();
const person = await begin('abroad', { chromium, folder, options: { timezoneId: 'Europe/London', locale: 'zh-CN' } });
const { page, step, button, heading, screen, place, accessible, settled } = person;
const row = (say, list) => page.getByRole('list', { name: say(list), exact: true }).getByRole('listitem').first();

/** A case, from the search to the rating, with what the input method leaves. */
async function ratedCase(say, look, { query, ...given }) {
  await step(`${look}: found and filled in`, async () => {
    await openCard(person, say, query);
    await applyForCard(person, say, given);
    await screen(say('card-sent-title'));
    const reference = (await page.getByRole('main').innerText()).match(REFERENCE)?.[0];
    check(reference, 'no reference is shown');
    await button(say('mini-app-close')).click();
    return reference;
  });
  await step(`${look}: followed to its end; its times name the nation's zone`, async () => {
    await place(say('nav-cases'));
    await screen(say('cases-title'));
    await row(say, 'cases-title').getByText(say('cases-state-closed')).waitFor();
    await row(say, 'cases-title').getByRole('button').click();
    await heading(say('cases-rate'), 2).waitFor();
    const zone = say('format-zone', { zone: 'Asia-Shanghai', offset: 'UTC+08' });
    const shown = await page.getByRole('main').innerText();
    check(shown.includes(zone), `no time names ${zone}:\n${shown}`);
    await accessible(`abroad-case-${look}`);
  });
  await step(`${look}: rated`, async () => {
    await page.getByLabel(say('cases-rating-very-satisfied'), { exact: true }).check();
    await page.locator('#fi-rating-text').fill(look === 'en' ? 'Quick and clear.' : '很快，写得清楚。');
    await button(say('cases-rate-send')).click();
    await page.getByText(around(say, 'cases-rated', 'level')).waitFor();
  });
}

/** The gallery's page of appointments, which an office in China offers. */
async function appointment(say, look, reach = () => {}) {
  await step(`UC-21 an appointment is at the office's time, which is named (${look})`, async () => {
    await place(say('nav-home'));
    await settled();
    const search = page.getByRole('searchbox', { name: say('home-search') });
    await search.fill(say('gallery-title'));
    await search.press('Enter');
    await screen(say('search-title'));
    await row(say, 'search-results').getByRole('button').click();
    await page.locator('[data-action="open-service"]').click();
    await screen(say('gallery-title'));
    await reach();
    const zone = say('format-zone', { zone: 'Asia-Shanghai', offset: 'UTC+08' });
    await page.getByText(zone).first().waitFor();
    await accessible(`abroad-appointment-${look}`);
    await button(say('mini-app-close')).click();
  });
}

await person.run(async () => {
  const chinese = await names(folder, 'zh-Hans');
  await step('first start, in Chinese', async () => {
    await page.goto(address);
    await button(chinese('language-zh-hans')).click();
    await button(chinese('start-display-normal-choose')).click();
    await page.getByRole('searchbox', { name: chinese('start-region-search') }).fill('ｇｕａｎｇｄ');
    await button('广东省').click();
    await page.locator('.fi-bottom-bar').waitFor();
  });
  await ratedCase(chinese, 'zh-Hans', { query: 'ｓｂｋ', as: 'zhang-wei', phone: '１３８ ００１３ ８０００' });
  await appointment(chinese, 'zh-Hans', async () => {
    await page.locator('#fi-node-groups').getByRole('button').nth(4).click();
    await page.locator('#fi-node-sheets').getByRole('button').first().click();
  });
  const english = await names(folder, 'en');
  await step('the same in English', async () => {
    await place(chinese('nav-me'));
    await screen(chinese('me-title'));
    await page.getByRole('listitem').filter({ hasText: chinese('settings-language') }).getByRole('button').click();
    await button(chinese('language-en')).click();
    await page.locator('html[lang="en"]').waitFor({ state: 'attached' });
  });
  // The telephone number that was written in Chinese is offered, as it was meant.
  await ratedCase(english, 'en', { query: 'ｓｏｃｉａｌ－ｓｅｃｕｒｉｔｙ　ｃａｒｄ', phone: null });
  // The gallery opens where it was left.
  await appointment(english, 'en');
});
