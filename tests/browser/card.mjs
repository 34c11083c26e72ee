// The application for a social security card, for journeys that are about something else: found and filled in by what things
// are called, in any language, in standard mode.

import { around } from './names.mjs';
import { signIn } from './steps.mjs';

/** The telephone number of whoever applies, as it is read however it was typed. */
const PHONE = '13800138000';
const ADDRESS = '100 Dongfeng Road, Guangzhou';

/** The bank is a native select or, where there are many, a search above a list. */
export async function chooseBank({ page, input }) {
  await input('bank').waitFor();
  if (await input('bank').evaluate((element) => element.tagName === 'SELECT')) {
    await input('bank').selectOption({ index: 1 });
  } else {
    await page.locator('#fi-in-bank_list label').first().click();
  }
}

/** From home, by searching, to the first page of the mini-app. */
export async function openCard(person, say, query = 'sbk') {
  const { page, button, screen, settled } = person;
  await page.locator('.fi-bottom-bar').getByRole('link', { name: say('nav-home'), exact: true }).click();
  // What is typed before the shell has drawn the screen is lost.
  await settled();
  const search = page.getByRole('searchbox', { name: say('home-search') });
  await search.fill(query);
  await search.press('Enter');
  await screen(say('search-title'));
  await page.getByRole('list', { name: say('search-results') }).getByRole('button').first().click();
  await button(say('service-start')).click();
  await screen(say('card-intro-title'));
}

/**
 * From the first page until it is handed in. `as` signs in on the way; without a connection the bank has to be written. Where `phone`
 * is null the one that was written before is filled in, by one press.
 */
export async function applyForCard(person, say, { as, phone = PHONE, address = ADDRESS, isOffline = false } = {}) {
  const { page, button, screen, choose } = person;
  const goOn = () => button(say('card-continue')).click();
  const write = (name, text) => page.getByRole('textbox', { name: say(name) }).fill(text);
  await button(say('card-start')).click();
  if (as) {
    await signIn(person, as, { begin: say('sheet-sign-in-begin'), open: say('sheet-sign-in-open') });
    await page.getByRole('dialog').getByRole('button', { name: say('sheet-consent-agree'), exact: true }).click();
  }
  await screen(say('card-you-title'));
  if (phone) await write('card-phone-label', phone);
  else await offered(person, around(say, 'mini-app-known-use', 'value'));
  await goOn();
  await screen(say('card-photo-title'));
  await choose(say('card-photo-identity-card'));
  await goOn();
  await screen(say('card-delivery-title'));
  if (isOffline) await write('card-bank-label', say('card-bank-label'));
  else await chooseBank(person);
  await choose(say('card-delivery-post'));
  await write('card-address-label', address);
  await choose(say('card-truth-label'));
  await goOn();
  await screen(say('card-check-title'));
  await page.getByText(PHONE).first().waitFor();
  await button(say('card-send')).click();
}

/** Fills in what was written before, with where it is from. */
async function offered({ page, accessible }, name) {
  const known = page.locator('.fi-known').filter({ has: page.getByRole('button', { name }) }).filter({ hasText: PHONE });
  await known.locator('.fi-known__source').waitFor();
  await accessible('card-known');
  await known.getByRole('button').click();
  await known.waitFor({ state: 'detached' });
}
