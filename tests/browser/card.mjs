// The application for a social security card, for journeys that are about something else: found and filled in by what things
// are called, in any language, in standard mode.

import { signIn } from './steps.mjs';

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
export async function openCard(person, say) {
  const { page, button, screen, settled } = person;
  await page.locator('.fi-bottom-bar').getByRole('link', { name: say('nav-home'), exact: true }).click();
  // What is typed before the shell has drawn the screen is lost.
  await settled();
  const search = page.getByRole('searchbox', { name: say('home-search') });
  await search.fill('sbk');
  await search.press('Enter');
  await screen(say('search-title'));
  await page.getByRole('list', { name: say('search-results') }).getByRole('button').first().click();
  await button(say('service-start')).click();
  await screen(say('card-intro-title'));
}

/** From the first page until it is handed in. `as` signs in on the way; without a connection the bank has to be written. */
export async function applyForCard(person, say, { as, isOffline = false } = {}) {
  const { page, button, screen, choose } = person;
  const goOn = () => button(say('card-continue')).click();
  const write = (name, text) => page.getByRole('textbox', { name: say(name) }).fill(text);
  await button(say('card-start')).click();
  if (as) {
    await signIn(person, as, { begin: say('sheet-sign-in-begin'), open: say('sheet-sign-in-open') });
    await page.getByRole('dialog').getByRole('button', { name: say('sheet-consent-agree'), exact: true }).click();
  }
  await screen(say('card-you-title'));
  await write('card-phone-label', '13800138000');
  await goOn();
  await screen(say('card-photo-title'));
  await choose(say('card-photo-identity-card'));
  await goOn();
  await screen(say('card-delivery-title'));
  if (isOffline) await write('card-bank-label', say('card-bank-label'));
  else await chooseBank(person);
  await choose(say('card-delivery-post'));
  await write('card-address-label', '100 Dongfeng Road, Guangzhou');
  await choose(say('card-truth-label'));
  await goOn();
  await screen(say('card-check-title'));
  await button(say('card-send')).click();
}
