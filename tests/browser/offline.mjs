// Everything without a connection, after one start with it: the nation is stopped, the shell is started again from what it
// kept, and everything still opens; what is handed in waits, and arrives when the nation is back.
//
//   node offline.mjs CHROMIUM FOLDER
//
// `cargo xtask browser` does what this asks for.

import { applyForCard, openCard } from './card.mjs';
import { around, names } from './names.mjs';
import { begin, check, please, startShell } from './steps.mjs';

const [chromium, folder] = process.argv.slice(2);
const person = await begin('offline', { chromium, folder });
const { page, step, button, heading, screen, place, accessible, settled } = person;
const say = await names(folder, 'en');
const REFERENCE = /[A-Z]{2}-\d{8}-[0-9A-Z]{6}/;
const notice = (name, ...variables) => page.getByText(variables.length > 0 ? around(say, name, ...variables) : say(name), { exact: true }).first();
const row = (list) => page.getByRole('list', { name: say(list), exact: true }).getByRole('listitem').first();
let reference;

async function online() {
  await step('UC-16 one start with a connection: signed in, a case handed in', async () => {
    await startShell(page);
    await button(say('language-en')).click();
    await button(say('start-display-normal-choose')).click();
    await page.getByRole('searchbox', { name: say('start-region-search') }).fill('guangd');
    await button('Guangdong').click();
    await openCard(person, say);
    await applyForCard(person, say, { as: 'zhang-wei' });
    await screen(say('card-sent-title'));
    reference = (await page.getByRole('main').innerText()).match(REFERENCE)?.[0];
    check(reference, 'no reference is shown');
    await button(say('mini-app-close')).click();
    return reference;
  });
  await step('its document has come', async () => {
    await place(say('nav-records'));
    await notice('documents-checked', 'time').waitFor();
    await place(say('nav-cases'));
    await row('cases-title').getByText(say('cases-state-closed')).waitFor();
  });
}

async function offline() {
  await step('the nation is gone; the shell starts from what it kept, and says so', async () => {
    await please('stop the nation');
    await startShell(page);
    // Back where the person was a moment ago.
    await screen(say('cases-title'));
    await place(say('nav-home'));
    await page.getByRole('searchbox', { name: say('home-search') }).waitFor();
    await notice('shell-offline').waitFor();
    await accessible('offline-home');
  });
  await step('home, services, search and the guide of a service', async () => {
    await page.getByRole('heading', { name: say('home-high-demand') }).waitFor();
    await row('home-cases').getByRole('button').waitFor();
    await place(say('nav-services'));
    await screen(say('services-title'));
    check((await page.getByRole('main').getByRole('listitem').count()) > 3, 'there are no services to look through');
    await place(say('nav-home'));
    await settled();
    const search = page.getByRole('searchbox', { name: say('home-search') });
    await search.fill('gongjiaoka');
    await search.press('Enter');
    await screen(say('search-title'));
    await row('search-results').getByRole('button').click();
    await page.getByText(say('service-conditions')).waitFor();
    await button(say('service-start')).waitFor();
    await accessible('offline-guide');
  });
  await step('the case with all that happened, the document, each with its time', async () => {
    await place(say('nav-cases'));
    await screen(say('cases-title'));
    await notice('records-as-of', 'time').waitFor();
    await row('cases-title').getByRole('button').click();
    await page.getByText(say('cases-reference', { reference }), { exact: true }).waitFor();
    check((await page.getByRole('list', { name: say('cases-history') }).getByRole('listitem').count()) > 1, 'nothing of what happened is kept');
    await notice('records-as-of', 'time').waitFor();
    await accessible('offline-case');
    await place(say('nav-records'));
    await screen(say('records-title'));
    await page.getByText('张伟').first().waitFor();
    await notice('documents-checked', 'time').waitFor();
    await accessible('offline-records');
  });
  await step('the mini-app opens and a case is handed in; it waits', async () => {
    await openCard(person, say);
    await accessible('offline-mini-app');
    await applyForCard(person, say, { isOffline: true });
    await screen(say('card-kept-title'));
    await accessible('offline-kept');
    await button(say('mini-app-close')).click();
    await place(say('nav-cases'));
    await page.getByText(say('cases-waiting', { count: 1 })).waitFor();
    return say('cases-waiting', { count: 1 });
  });
}

async function back() {
  await step('the nation is back: the case arrives by itself, with its reference', async () => {
    await please('start the nation');
    const arrived = notice('told-case-arrived', 'reference');
    // The shell looks for the nation again at its own pace.
    await arrived.waitFor({ timeout: 60_000 });
    const second = (await arrived.innerText()).match(REFERENCE)?.[0];
    check(second && second !== reference, `the case that waited has the reference ${second}`);
    await notice('shell-offline').waitFor({ state: 'detached' });
    check((await page.getByText(say('cases-waiting', { count: 1 })).count()) === 0, 'it says that something waits');
    await row('cases-title').getByRole('button').click();
    await page.getByText(say('cases-reference', { reference: second }), { exact: true }).waitFor();
    await heading(say('cases-rate'), 2).waitFor();
    await accessible('offline-back');
    return second;
  });
}

await person.run(async () => {
  await online();
  await offline();
  await back();
});
