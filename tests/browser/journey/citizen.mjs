// The citizen of the journey: one browser, one shell, for all its parts; and what is done again and again on the way.

import { names } from '../names.mjs';
import { begin, words } from '../steps.mjs';

export const { address, chromium, folder } = words();
export const person = await begin('journey', { chromium, folder });
export const { page, step, button, heading, screen, place, choose, input, picture, accessible, settled } = person;
/** What things are called now: the last looks are in another language. */
export let say = await names(folder, 'en');

export const home = () => page.locator('#fi-search').waitFor();
/** The first of what was found. */
export const found = () => page.getByRole('list', { name: say('search-results') }).getByRole('listitem').first();

/** From home, by searching, to the first page of a service's mini-app. */
export async function open(query, title) {
  await place(say('nav-home'));
  await home();
  // What is typed before the shell has drawn the screen is lost.
  await settled();
  await page.locator('#fi-search').fill(query);
  await page.locator('#fi-search').press('Enter');
  await screen(say('search-title'));
  await found().getByRole('button').click();
  await page.locator('[data-action="open-service"]').click();
  await screen(title);
}

/** Opens one of the settings, found by its name. */
export async function setting(name) {
  await place(say('nav-me'));
  await screen(say('me-title'));
  await page.getByRole('listitem').filter({ hasText: say(name) }).getByRole('button').click();
  await screen(say(name));
}

/** Normal or seniors mode; afterwards the shell is where it is chosen. */
export async function mode(seniors) {
  await setting('me-display');
  await button(seniors ? 'Seniors mode' : 'Standard mode').click();
  await page.locator(`html[data-mode="${seniors ? 'seniors' : 'normal'}"]`).waitFor({ state: 'attached' });
}

/** Chosen in the settings, where each language is called by its own name. */
export async function language(tag) {
  await setting('settings-language');
  await button(say(`language-${tag}`)).click();
  await page.locator(`html[lang="${tag}"]`).waitFor({ state: 'attached' });
  say = await names(folder, tag);
}

/** The button of a page of a form that leads to the next. */
export const goOn = () => page.locator('#fi-node-continue').getByRole('button').click();
