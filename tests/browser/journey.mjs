// One citizen's journey through the shell in a real browser, with what must hold at each step.
//
//   node journey.mjs ADDRESS [CHROMIUM [FOLDER]]
//
// ADDRESS is the shell's one-time address, FOLDER where playwright-core and axe-core are and pictures go
// (target/browser). `cargo xtask browser` starts everything that this needs.

import { resolve } from 'node:path';
import { chooseBank } from './card.mjs';
import { names } from './names.mjs';
import { begin, check, putAway, signIn as signInAs, words } from './steps.mjs';

const { address, chromium, folder } = words();
const person = await begin('journey', { chromium, folder });
const { page, step, button, heading, screen, place, choose, input, picture, accessible, settled } = person;
/** What things are called now: the last looks are in another language. */
let say = await names(folder, 'en');
let reference;

const home = () => page.locator('#fi-search').waitFor();
/** The first of what was found. */
const found = () => page.getByRole('list', { name: say('search-results') }).getByRole('listitem').first();

/** From home, by searching, to the first page of a service's mini-app. */
async function open(query, title) {
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

/** Normal or seniors mode; afterwards the shell is at "Me". */
/** Opens one of the settings, found by its name. */
async function setting(name) {
  await place(say('nav-me'));
  await screen(say('me-title'));
  await page.getByRole('listitem').filter({ hasText: say(name) }).getByRole('button').click();
  await screen(say(name));
}

async function mode(seniors) {
  await setting('me-display');
  await button(seniors ? 'Seniors mode' : 'Standard mode').click();
  await page.locator(`html[data-mode="${seniors ? 'seniors' : 'normal'}"]`).waitFor({ state: 'attached' });
}

async function firstStart() {
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
  await step('home', () => accessible('home-normal'));
}

async function search() {
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
}

async function signIn() {
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

async function consent() {
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

const goOn = () => page.locator('#fi-node-continue').getByRole('button').click();

async function fill() {
  await step('a missing answer is told and gets the focus', async () => {
    await goOn();
    await page.locator('.fi-error-summary a').waitFor();
    await page.locator('.fi-error-summary:focus, .fi-error-summary :focus').waitFor();
    await accessible('mini-app-error');
  });
  await step('about you, photo, bank and delivery', async () => {
    await input('phone').fill('13800138000');
    await goOn();
    await screen('Photo on the card');
    await choose('The photo of my identity card');
    await goOn();
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
async function followCase() {
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

async function records() {
  await step('the card is in the records', async () => {
    await place('Records');
    await screen('My documents');
    await page.getByText('张伟').first().waitFor();
    await putAway(page);
    await accessible('records-normal');
  });
}

/** Whatever was disclosed can be read, and what was agreed to taken back. */
async function privacy() {
  await step('who was given what', async () => {
    await place('Me');
    await screen('Me');
    await page.getByRole('button', { name: /^My data and who uses it/ }).click();
    await screen('My data and who uses it');
    await page.getByText('Human Resources and Social Security').first().waitFor();
    await accessible('privacy-normal');
    const before = await button('Take it back').count();
    check(before > 0, 'nothing can be taken back');
    await button('Take it back').first().click();
    await page.waitForFunction((before) => [...document.querySelectorAll('button')].filter((b) => b.innerText.trim() === 'Take it back').length === before - 1, before);
    return `${before} consents, one taken back`;
  });
}

/** What the card of the bus card on home says is the balance. */
const balance = () => page.locator('[data-widget="balance"] .fi-home-card__value').innerText();

/** A card on home: put there, pressed, following what was done; and a link from outside. */
async function cards() {
  await step('the card of the bus card is put on home', async () => {
    await open('bus card', 'Your bus card');
    await button('Put “Balance” on home').click();
    await button('Take “Balance” off home').waitFor();
    await accessible('mini-app-card');
    await button('Close').click();
    await heading('My cards', 2).waitFor();
    await page.locator('.fi-home-card__time').getByText(/^As of /).waitFor();
    check((await balance()) === '¥23.50', `the card says ${await balance()}`);
    await accessible('home-card');
  });
  await step('pressed, it opens its mini-app; topped up there, it says so on home', async () => {
    await page.locator('[data-widget="balance"]').getByRole('button', { name: 'Bus card', exact: true }).click();
    await screen('Your bus card');
    await page.locator('#fi-node-top-up').getByRole('button').click();
    await screen('Top up your bus card');
    await choose('¥20.00');
    await goOn();
    await screen('Pay');
    await page.locator('[data-action="pay"]').click();
    await page.locator('#fi-sheet-payment').getByRole('button', { name: 'Pay ¥20.00', exact: true }).click();
    await screen('Topped up');
    await page.locator('#fi-node-to-card').getByRole('button').click();
    await screen('Your bus card');
    await button('Close').click();
    await page.waitForFunction(() => document.querySelector('[data-widget="balance"] .fi-home-card__value')?.textContent === '¥43.50');
    return balance();
  });
  const follow = (link) => page.goto(`${new URL(address).origin}/?open=${encodeURIComponent(link)}`);
  await step('a link from outside opens the line that it names', async () => {
    await follow('fingertip://miniapp/cn.example.transport.bus-card/lines?line=7');
    await screen(/: next buses$/);
    await accessible('mini-app-linked');
    await button('Close').click();
    await home();
  });
  await step('a hostile link opens nothing and says why', async () => {
    await follow('javascript:alert(1)');
    await page.getByText('This link leads neither to a service nor to a secure web page.', { exact: false }).waitFor();
    await home();
    await accessible('link-refused');
    await putAway(page);
  });
}

/** From one mini-app to another, and to a page of the web: the shell asks first. */
async function elsewhere() {
  const sheet = page.locator('#fi-sheet-open');
  const go = (action) => page.locator(`[data-action="${action}"]`).click();
  await step('a mini-app leads to another only when the person agrees', async () => {
    await open('gallery of the standard', 'Gallery of the standard');
    await page.locator('#fi-node-groups').getByRole('button').nth(1).click();
    await screen('Actions');
    await go('go-web');
    await sheet.getByText('www.w3.org').waitFor();
    await accessible('sheet-open-web');
    await sheet.getByRole('button', { name: 'Stay here', exact: true }).last().click();
    await sheet.waitFor({ state: 'detached' });
    await go('go-service');
    await sheet.getByText('Bus lines and next buses').waitFor();
    await accessible('sheet-open');
    await sheet.getByRole('button', { name: 'Go there', exact: true }).click();
    await screen(/: next buses$/);
    await button('Close').click();
    await home();
  });
}

/** A number to tell somebody who shall help; what comes of it is walked by two apps in tests/tests/family.rs. */
async function family() {
  await step('UC-18 a number to tell somebody who shall help', async () => {
    await setting('family-title');
    await accessible('family');
    await button(say('family-code-make')).click();
    const digits = page.locator('.fi-code-digits');
    await digits.waitFor();
    check(/^\d{4} \d{4}$/.test(await digits.innerText()), `no number to tell: ${await digits.innerText()}`);
    await accessible('family-code');
    await button(say('family-code-put-away')).click();
    await digits.waitFor({ state: 'detached' });
    const field = page.getByLabel(say('family-enter'));
    await field.fill('0000 0000');
    await button(say('family-enter-go')).click();
    await page.getByText(say('fault-helper-code-unknown')).waitFor();
  });
}

/** The gallery, and the four screens again with it in seniors mode. */
async function seniors() {
  await step('the gallery of the standard', () => gallery('normal'));
  await step('seniors mode', async () => {
    await mode(true);
    await accessible('me-seniors');
    await screens('seniors');
  });
  await step('the gallery in seniors mode', async () => {
    const seen = await gallery('seniors');
    await mode(false);
    return seen;
  });
}

/** Home, search, a mini-app's page and the records, each seen and checked. */
async function screens(look) {
  await place(say('nav-home'));
  await home();
  await accessible(`home-${look}`);
  await page.locator('#fi-search').fill('sbk');
  await page.locator('#fi-search').press('Enter');
  await screen(say('search-title'));
  await accessible(`search-${look}`);
  await found().getByRole('button').click();
  await page.locator('[data-action="open-service"]').click();
  await screen(say('card-intro-title'));
  await accessible(`mini-app-${look}`);
  await button(say('mini-app-close')).click();
  await button(say('home-documents-all')).click();
  await screen(say('records-title'));
  await accessible(`records-${look}`);
}

/** Every page of the gallery of the standard, each seen and checked. */
async function gallery(look) {
  await open('gallery of the standard', say('gallery-title'));
  await page.locator('#fi-node-groups').getByRole('button').first().waitFor();
  await accessible(`gallery-${look}`);
  let seen = 1;
  /** Does something and waits until another page is drawn. */
  const turn = async (work) => {
    const before = await page.locator('.fi-view').innerHTML();
    await work();
    // While the mini-app works its page says so, which is another drawing but not yet another page.
    const isAnother = (html) => {
      const view = document.querySelector('.fi-view');
      return view && view.getAttribute('aria-busy') !== 'true' && view.innerHTML !== html;
    };
    await page.waitForFunction(isAnother, before);
    await settled();
  };
  const see = async (name) => {
    await accessible(`gallery-${look}-${name}`);
    seen += 1;
  };
  const list = (key) => page.locator(`#fi-node-${key}`);
  /** Follows each link of the list, does the work on its page, and comes back; through each example seen on the way. */
  const each = async (key, work) => {
    for (let at = 0; at < (await list(key).getByRole('button').count()); at += 1) {
      await turn(() => list(key).getByRole('button').nth(at).click());
      await work(at);
      while ((await list(key).count()) === 0) await turn(() => page.locator('.fi-top-bar').getByRole('button').first().click());
    }
  };
  /** A page, and in seniors mode the examples after it. */
  const sheet = async (name) => {
    await see(name);
    // For the reference of the standard: the whole sheet, not what a phone shows of it.
    if (look === 'normal') await page.locator('.fi-view').screenshot({ path: resolve(folder, `sheet-${name}.png`) });
    const next = page.locator('#fi-node-next-example').getByRole('button');
    for (let part = 1; (await next.count()) > 0; part += 1) {
      await turn(() => next.click());
      await see(`${name}-${part}`);
    }
  };
  await each('groups', async (group) => {
    const inner = (await list('sheets').count()) > 0 ? 'sheets' : 'patterns';
    await sheet(`${group}`);
    if ((await list(inner).count()) > 0) await each(inner, (at) => sheet(`${group}-${at}`));
  });
  await button(say('mini-app-close')).click();
  check(seen > 20, `the gallery has more than ${seen} pages`);
  return `${seen} pages`;
}

/** The dark colours, and a language that runs from right to left. */
async function looks() {
  await step('the screens in the dark', async () => {
    await setting('me-display');
    await button('Dark').click();
    await page.locator('html[data-scheme="dark"]').waitFor({ state: 'attached' });
    await screens('dark');
  });
  await step('the gallery in the dark', async () => {
    const seen = await gallery('dark');
    await setting('me-display');
    await button('Light').click();
    await page.locator('html[data-scheme="light"]').waitFor({ state: 'attached' });
    return seen;
  });
  await step('UC-12 the screens in Uyghur, from right to left', async () => {
    await language('ug');
    await page.locator('html[dir="rtl"]').waitFor({ state: 'attached' });
    await screens('mirrored');
  });
  await step('the gallery in Uyghur', async () => {
    const seen = await gallery('mirrored');
    check((await page.getAttribute('html', 'dir')) === 'rtl', 'the direction was put back on the way');
    await language('en');
    await page.locator('html[dir="ltr"]').waitFor({ state: 'attached' });
    return seen;
  });
}

/** Chosen in the settings, where each language is called by its own name. */
async function language(tag) {
  await setting('settings-language');
  await button(say(`language-${tag}`)).click();
  await page.locator(`html[lang="${tag}"]`).waitFor({ state: 'attached' });
  say = await names(folder, tag);
}

await person.run(async () => {
  await firstStart();
  await search();
  await signIn();
  await consent();
  await fill();
  await followCase();
  await records();
  await privacy();
  await family();
  await cards();
  await seniors();
  await looks();
  // Last: the gallery keeps its place.
  await elsewhere();
});
