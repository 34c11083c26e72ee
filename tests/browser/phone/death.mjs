// The end without a word: a phone's system ends an app behind to save memory, and one in front where it breaks. The shell's process is
// killed (SIGKILL) and started again on what it kept, the page is loaded anew; then the person is where they were, and what they
// had typed stands there. On a phone both halves, page and program, are one process; here they end together.

import { check, please, signIn, startShell } from '../steps.mjs';
import { chooseBank } from '../card.mjs';

/** Longer than the pause after which a letter is written down, in milliseconds. */
const PAUSE = 1200;
/** The telephone number of whoever applies, as it is read however it was typed. */
const PHONE = '13800138000';
const REFERENCE = /[A-Z]{2}-\d{8}-[0-9A-Z]{6}/;

export class Deaths {
  constructor({ person, device, say, start }) {
    Object.assign(this, { person, device, say, start, seen: 0 });
    this.page = person.page;
  }

  /** What the screen is called, and what stands in each of its fields. */
  async shown() {
    await this.person.settled();
    return this.page.evaluate(() => ({
      title: document.querySelector('h1')?.innerText,
      fields: [...document.querySelectorAll('input:not([type="file"]), textarea, select')]
        .filter((field) => !field.closest('.fi-frame-switch'))
        .map((field) => [field.id || field.name, /^(checkbox|radio)$/.test(field.type) ? String(field.checked) : field.value]),
    }));
  }

  /** The process ends, and the app is started again. Every other time the app was behind before, as systems do it; else without a pause to think. */
  async end() {
    this.seen += 1;
    if (this.seen % 2 === 0) await this.device.behind(true);
    else await this.page.waitForTimeout(PAUSE);
    // One way to the shell: what was said to it before has come.
    await this.page.waitForTimeout(150);
    await please('kill the shell');
    await this.start();
    await this.page.locator('h1').first().waitFor();
  }

  /** On this screen nothing is lost; `title` where it leads to another one on purpose. */
  async survives(what, { title } = {}) {
    const before = await this.shown();
    await this.end();
    await this.page.waitForFunction((wanted) => document.querySelector('h1')?.innerText === wanted, title ?? before.title).catch(() => {});
    const after = await this.shown();
    check(after.title === (title ?? before.title), `${what}: from “${before.title}” the person comes back to “${after.title}”`);
    if (title) return;
    const lost = before.fields.filter(([name, value]) => !after.fields.some(([own, kept]) => own === name && kept === value));
    check(lost.length === 0, `${what}: lost is ${JSON.stringify(lost)}; there is ${JSON.stringify(after.fields)}`);
  }

  /** Touches what is meant. */
  tap = async (target) => {
    await target.first().waitFor();
    await target.first().tap();
  };

  press = (name) => this.tap(this.person.button(this.say(name)));

  place = (name) => this.tap(this.page.locator('.fi-bottom-bar').getByRole('link', { name: this.say(name), exact: true }));

  /** Goes to another screen, found by its name. */
  go = async (act, title) => {
    await act();
    await this.person.screen(title);
    await this.person.settled();
  };

  home = async () => {
    await this.place('nav-home');
    await this.page.locator('#fi-search').waitFor();
    // What is typed before the shell has drawn the screen is lost.
    await this.person.settled();
  };

  list = (name) => this.page.getByRole('list', { name: this.say(name), exact: true });

  async firstStart() {
    const { page, person, say } = this;
    await this.survives('the first question');
    await this.press('language-en');
    await person.screen(say('start-display-title'));
    await this.survives('the second question');
    await this.press('start-display-normal-choose');
    await person.screen(say('start-region-title'));
    await page.locator('#fi-region').fill('guangd');
    await person.button('Guangdong').waitFor();
    await this.survives('the third question');
    await this.tap(person.button('Guangdong'));
    await page.locator('#fi-search').waitFor();
  }

  /** The screens where a person looks for something. */
  async looking() {
    const { page, person, say } = this;
    await page.locator('#fi-search').fill('bus');
    await this.list('search-results').waitFor();
    await this.survives('home, with a search');
    await this.list('search-results').waitFor();
    await page.locator('#fi-search').press('Enter');
    await person.screen(say('search-title'));
    await page.locator('#fi-search-page').fill('sbk');
    await this.survives('the search page');
    await this.tap(this.list('search-results').getByRole('button'));
    await page.locator('[data-action="open-service"]').waitFor();
    await this.survives('a service');
    await this.tap(page.locator('[data-action="department"]'));
    await page.locator('[data-action="open-service"]').waitFor({ state: 'detached' });
    await this.survives('a department');
    await this.go(() => this.place('nav-services'), say('services-title'));
    await page.locator('#fi-services').fill('card');
    await this.survives('all services, with a search');
    await page.locator('#fi-services').fill('');
    await this.press('services-by-region');
    await page.locator('#fi-regions').fill('guangz');
    await this.survives('services by region');
    await this.home();
    await this.go(() => this.tap(page.locator('[data-action="region"]')), say('regions-title'));
    await page.locator('#fi-regions').fill('shen');
    await this.survives('regions');
  }

  /** What "Me" leads to. */
  async settings() {
    const { page, person, say } = this;
    for (const name of ['me-display', 'settings-language', 'privacy-title', 'settings-messages', 'settings-search', 'settings-answers', 'settings-security', 'settings-storage', 'about-title', 'help-title']) {
      await this.go(() => this.place('nav-me'), say('me-title'));
      await this.go(() => this.tap(page.getByRole('listitem').filter({ hasText: say(name) }).getByRole('button')), say(name));
      await this.survives(say(name));
    }
    await this.go(() => this.place('nav-me'), say('me-title'));
    await this.survives(say('me-title'));
    await this.go(() => this.place('nav-records'), say('records-title'));
    await this.survives(say('records-title'));
    await this.go(() => this.press('verify-title'), say('verify-title'));
    await this.tap(page.locator('summary').filter({ hasText: say('verify-typed') }));
    await page.locator('#fi-verify').fill('eyJhbGciOiJFUzI1NiJ9.e30.AA');
    await this.survives(say('verify-title'));
    await this.go(() => this.place('nav-cases'), say('cases-title'));
    await this.survives(say('cases-title'));
    await this.home();
    await this.go(() => this.tap(page.locator('[data-action="messages"]')), say('messages-title'));
    await this.survives('messages');
  }

  /** Every page of a form, and the sheets before it. */
  async form() {
    const { page, person, say } = this;
    const { screen } = person;
    const goOn = () => this.press('card-continue');
    await this.home();
    await page.locator('#fi-search').fill('sbk');
    await page.locator('#fi-search').press('Enter');
    await screen(say('search-title'));
    await this.tap(this.list('search-results').getByRole('button'));
    await this.press('service-start');
    await screen(say('card-intro-title'));
    await this.survives('a mini-app that was just opened');
    await this.press('card-start');
    await signIn(person, 'zhang-wei', { begin: say('sheet-sign-in-begin'), open: say('sheet-sign-in-open') });
    await page.locator('#fi-sheet-consent').waitFor();
    await person.settled();
    // A sheet is asked for again: nobody has agreed to anything.
    await this.end();
    await screen(say('card-intro-title'));
    await this.press('card-start');
    await page.locator('#fi-sheet-consent').waitFor();
    await person.settled();
    await this.tap(page.getByRole('dialog').getByRole('button', { name: say('sheet-consent-agree'), exact: true }));
    await screen(say('card-you-title'));
    await page.getByRole('textbox', { name: say('card-phone-label') }).fill(PHONE);
    await this.survives('the first page of a form');
    await goOn();
    await screen(say('card-photo-title'));
    await person.choose(say('card-photo-identity-card'));
    await this.survives('the second page, something chosen');
    await goOn();
    await screen(say('card-delivery-title'));
    await chooseBank(person);
    await person.choose(say('card-delivery-post'));
    await page.getByRole('textbox', { name: say('card-address-label') }).fill('100 Dongfeng Road, Guangzhou');
    await person.choose(say('card-truth-label'));
    await this.survives('the third page');
    await goOn();
    await screen(say('card-check-title'));
    await this.survives('the page where all is checked');
    await page.getByText(PHONE).first().waitFor();
    await this.press('card-send');
    await screen(say('card-sent-title'));
    const reference = (await page.getByRole('main').innerText()).match(REFERENCE)?.[0];
    check(reference, 'no reference is shown');
    return reference;
  }

  /** What was handed in is there once, and is not begun again; then the case and the document that comes of it. */
  async handedIn(reference) {
    const { page, person, say } = this;
    await this.end();
    await page.locator('.fi-bottom-bar').waitFor();
    check((await page.getByText(say('card-intro-title'), { exact: true }).count()) === 0, 'a form that was handed in begins again');
    await this.go(() => this.place('nav-cases'), say('cases-title'));
    const row = this.list('cases-title').getByRole('listitem');
    await row.first().getByText(say('cases-state-closed')).waitFor();
    // The newest is the one that was handed in: had it begun again and been sent, another would stand above it.
    await this.tap(row.getByRole('button'));
    await page.getByText(say('cases-reference', { reference }), { exact: true }).waitFor();
    await page.getByLabel('Very satisfied', { exact: true }).check();
    await page.locator('#fi-rating-text').fill('Quick and clear.');
    await this.survives('a case that is being rated');
    await this.press('cases-rate-send');
    await page.locator('#fi-rating-text').waitFor({ state: 'detached' });
    await this.go(() => this.place('nav-records'), say('records-title'));
    await this.tap(page.locator('.fi-document__press'));
    await person.settled();
    await this.survives('a document');
  }

  /** A helper's mandate, which only who is signed in gives. */
  async mandate() {
    const { page, person, say } = this;
    await this.go(() => this.place('nav-me'), say('me-title'));
    await this.go(() => this.tap(page.getByRole('listitem').filter({ hasText: say('family-title') }).getByRole('button')), say('family-title'));
    await this.tap(page.locator('label').getByText(say('mandate-hand-in'), { exact: true }));
    for (const [part, value] of [['year', '2027'], ['month', '3'], ['day', '5']]) await page.locator(`[data-part="${part}"]`).fill(value);
    await person.settled();
    await this.survives('a mandate that is being given');
    check((await page.locator('[data-part="month"]').inputValue()) === '3', 'the day is not there any more');
  }
}
