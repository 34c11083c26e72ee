// From the first start to a case that is handed in, followed and rated, and the document that comes of it.

import { resolve } from 'node:path';
import { chooseBank } from '../card.mjs';
import { check, putAway, signIn as signInAs } from '../steps.mjs';
import { accessible, address, button, choose, folder, found, goOn, heading, home, input, page, person, picture, place, say, screen, settled, step } from './citizen.mjs';

let reference;

export async function firstStart() {
  await step('first start, in Chinese', async () => {
    await page.goto(address);
    await button('简体中文').waitFor();
    check((await page.getAttribute('html', 'lang')) === 'zh-Hans', 'the page does not say that it is Chinese');
    await accessible('first-start');
  });
  await step('language, display, region', async () => {
    await button('English').click();
    await page.locator('html[lang="en"]').waitFor({ state: 'attached' });
    await settled();
    await picture('first-start-display');
    await button('Use standard mode').click();
    await page.locator('#fi-region').fill('guangd');
    await button('Guangdong').waitFor();
    await accessible('first-start-region');
    await button('Guangdong').click();
    await home();
    await page.locator('h1:focus').waitFor();
    check((await page.evaluate(() => scrollY)) === 0, 'home does not begin at its beginning');
    check(await page.getByText('Guangdong').first().isVisible(), 'home does not name the region');
  });
  await step('home; the page is called by its heading and the app’s name', async () => {
    await accessible('home-normal');
    const title = `${await page.locator('h1').innerText()} · ${say('app-name')}`;
    check((await page.title()) === title, `the page is called “${await page.title()}” and not “${title}”`);
  });
}

export async function search() {
  await step('search "sbk" finds the card first', async () => {
    await page.locator('#fi-search').fill('sbk');
    await page.locator('#fi-search').press('Enter');
    await screen('Find a service');
    const first = found();
    await first.getByText('social security card', { exact: false }).waitFor();
    // The screen can be there before the shell has taken the words in.
    await page.waitForFunction(() => document.querySelector('#fi-search-page').value === 'sbk');
    await accessible('search-normal');
    await first.getByRole('button').click();
    await page.locator('[data-action="open-service"]').waitFor();
    await accessible('service');
  });
  await step('a question in one’s own words is answered from the catalogue', async () => {
    await place('Home');
    await home();
    // Home keeps no old search.
    await page.waitForFunction(() => document.querySelector('#fi-search').value === '');
    await page.locator('#fi-search').fill('how do I get a new social security card');
    await page.locator('#fi-search').press('Enter');
    await screen('Find a service');
    const answer = page.locator('.fi-card').filter({ hasText: 'Best match' });
    await answer.getByText('Recent photo').waitFor();
    await answer.getByText('15 working days', { exact: true }).waitFor();
    await page.locator('.fi-mark').first().waitFor();
    await accessible('search-question');
    await answer.getByRole('button', { name: 'Open this service' }).click();
    await screen('Social security card');
  });
  await step('what was searched for is there again, until it is to be forgotten', async () => {
    await place('Home');
    await page.locator('#fi-search').fill('bus');
    await page.locator('#fi-search').press('Enter');
    await screen('Find a service');
    await found().waitFor();
    await page.locator('#fi-search-page').fill('');
    const before = page.locator('.fi-searched').filter({ hasText: 'how do I get a new social security card' });
    await before.waitFor();
    await accessible('search-before');
    await before.locator('.fi-list-row').click();
    await page.locator('.fi-card').filter({ hasText: 'Best match' }).waitFor();
    await page.locator('#fi-search-page').fill('');
    await button('Forget everything I searched for').click();
    await before.waitFor({ state: 'detached' });
    await place('Home');
    await page.locator('#fi-search').fill('sbk');
    await page.locator('#fi-search').press('Enter');
    await screen('Find a service');
    await found().getByRole('button').click();
    await page.locator('[data-action="open-service"]').waitFor();
  });
}

export async function signIn() {
  await step('the mini-app opens, its department named', async () => {
    await page.locator('[data-action="open-service"]').click();
    await screen('Apply for a social security card');
    await accessible('mini-app-normal');
    await page.locator('#fi-node-start').getByRole('button').click();
  });
  await step('signed in at the provider’s page in another tab', async () => {
    await page.locator('#fi-sheet-sign-in').waitFor();
    await accessible('sheet-sign-in');
    const see = (tab, name) => tab.screenshot({ path: resolve(folder, `${name}.png`) });
    await signInAs(person, 'zhang-wei', { begin: 'Sign in', open: 'Open the sign-in page' }, see);
    await page.locator('#fi-sheet-consent').waitFor();
  });
}

export async function consent() {
  await step('the consent sheet shows exactly what is shared', async () => {
    const sheet = page.getByRole('dialog');
    await accessible('sheet-consent');
    const values = await sheet.locator('dd strong').allInnerTexts();
    check(values.length === 2 && values[0] === '张伟' && /^\d{17}[\dX]$/.test(values[1]), `the sheet shows ${JSON.stringify(values)}`);
    check(await page.locator('.fi-screen').evaluate((element) => element.inert), 'behind the sheet things can be reached');
    await sheet.getByRole('button', { name: 'Agree', exact: true }).click();
    await screen('About you');
    for (const value of values) check(await page.getByText(value).first().isVisible(), `${value} is not filled in`);
  });
}

export async function fill() {
  await step('a missing answer is told and gets the focus', async () => {
    await goOn();
    await page.locator('.fi-error-summary a').waitFor();
    await page.locator('.fi-error-summary:focus, .fi-error-summary :focus').waitFor();
    await accessible('mini-app-error');
  });
  await step('about you; a photo, chosen in the browser’s own dialog', async () => {
    await input('phone').fill('13800138000');
    await goOn();
    await screen('Photo on the card');
    await choose('A new photo');
    const pick = async (file) => {
      const dialog = page.waitForEvent('filechooser');
      await page.locator('.fi-file__input').first().click();
      await (await dialog).setFiles(file);
    };
    await pick({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no photo') });
    await page.getByRole('alert').getByText('notes.txt').waitFor();
    const photo = { name: 'me.jpg', mimeType: 'image/jpeg', buffer: await page.screenshot({ type: 'jpeg' }) };
    const held = page.locator('.fi-file__held').filter({ hasText: photo.name });
    await pick(photo);
    await held.waitFor();
    await held.getByRole('button').click();
    await held.waitFor({ state: 'detached' });
    await pick(photo);
    await held.waitFor();
    check((await page.getByText('notes.txt').count()) === 0, 'what was wrong with another file is still said');
    await accessible('mini-app-photo');
    await goOn();
  });
  await step('bank and delivery', async () => {
    await screen('Bank and delivery');
    await chooseBank(person);
    await choose('Send it to me');
    await input('address').fill('100 Dongfeng Road, Guangzhou');
    await page.locator('label[for="fi-in-truth"]').click();
    await accessible('mini-app-delivery');
    await goOn();
    await screen('Check your answers');
    await page.getByText('13800138000').first().waitFor();
    await accessible('mini-app-check');
  });
}

/** Hands in, follows, rates. */
export async function followCase() {
  await step('sent; the reference is shown', async () => {
    await page.locator('#fi-node-send').getByRole('button').click();
    await screen('Application sent');
    reference = (await page.locator('.fi-view').innerText()).match(/[A-Z]{2}-\d{8}-[0-9A-Z]{6}/)?.[0];
    check(reference, 'no reference is shown');
    await accessible('mini-app-sent');
    await button('Close').click();
    await page.locator('#fi-my-cases').waitFor();
    return reference;
  });
  await step('the department closes the case', async () => {
    await place('Cases');
    await screen('My cases');
    const row = page.getByRole('list', { name: 'My cases' }).getByRole('listitem').first();
    await row.getByText('Closed').waitFor();
    await accessible('cases');
    await row.getByRole('button').click();
    await heading('Rate this service', 2).waitFor();
    check((await page.getByText(/^Reference:/).innerText()).includes(reference), `the case has another reference than ${reference}`);
    await accessible('case');
  });
  await step('rated: very satisfied', async () => {
    await page.getByLabel('Very satisfied', { exact: true }).check();
    await page.locator('#fi-rating-text').fill('Quick and clear.');
    await button('Send the rating').click();
    await page.getByText(/Your rating: .?Very satisfied/).waitFor();
    await accessible('case-rated');
  });
}

export async function records() {
  await step('the card is in the records', async () => {
    await place('Records');
    await screen('My documents');
    await page.getByText('张伟').first().waitFor();
    await putAway(page);
    await accessible('records-normal');
  });
}
