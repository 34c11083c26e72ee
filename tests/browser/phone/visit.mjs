// The screens of a phone that are looked at for what covers them, each reached by its name, with the fields of each.

import { putAway } from '../steps.mjs';

/** What "Me" leads to. */
const SETTINGS = ['me-display', 'settings-language', 'family-title', 'privacy-title', 'settings-messages', 'settings-search', 'settings-answers', 'settings-security', 'settings-storage', 'about-title', 'help-title'];

export class Visit {
  constructor({ person, say, reach }) {
    Object.assign(this, { person, say, reach, page: person.page });
  }

  place = (name) => this.page.locator('.fi-bottom-bar').getByRole('link', { name: this.say(name), exact: true }).tap();

  list = (name) => this.page.getByRole('list', { name: this.say(name), exact: true });

  /** Goes to another screen, and looks at it and its fields. */
  async look(what, act, title) {
    await act();
    if (title) await this.person.screen(title);
    await this.person.settled();
    await this.reach.see(what);
    await this.reach.type(what);
  }

  async all() {
    const { page, person, say } = this;
    // Back where the person was: out of a mini-app, if it was one.
    await page.locator('.fi-bottom-bar, .fi-top-bar').first().waitFor();
    if ((await page.locator('.fi-bottom-bar').count()) === 0) await person.button(say('mini-app-close')).tap();
    await this.place('nav-home');
    await page.locator('#fi-search').waitFor();
    await putAway(page);
    await this.look('home', () => this.place('nav-home'));
    await this.look('services', () => this.place('nav-services'), say('services-title'));
    await this.look('services by region', () => person.button(say('services-by-region')).tap());
    await this.look('cases', () => this.place('nav-cases'), say('cases-title'));
    await this.look('a case', () => this.list('cases-title').getByRole('button').first().tap());
    await this.look('documents', () => this.place('nav-records'), say('records-title'));
    await this.look('a document', () => page.locator('.fi-document__press').first().tap());
    await this.look('documents of others', async () => {
      await this.place('nav-records');
      await person.screen(say('records-title'));
      await person.settled();
      await person.button(say('verify-title')).tap();
      await person.screen(say('verify-title'));
      await person.settled();
      await page.locator('summary').filter({ hasText: say('verify-typed') }).tap();
    }, say('verify-title'));
    for (const name of SETTINGS) {
      await this.place('nav-me');
      await person.screen(say('me-title'));
      await person.settled();
      await this.look(name, () => page.getByRole('listitem').filter({ hasText: say(name) }).getByRole('button').tap(), say(name));
    }
    await this.miniApp();
  }

  /** Every input of the standard, and the first page of a form. */
  async miniApp() {
    const { page, person, say } = this;
    await this.place('nav-home');
    await page.locator('#fi-search').fill('gallery of the standard');
    await page.locator('#fi-search').press('Enter');
    await person.screen(say('search-title'));
    await this.look('search', () => this.list('search-results').waitFor());
    await this.look('a service', () => this.list('search-results').getByRole('button').first().tap());
    await page.locator('[data-action="open-service"]').tap();
    // The gallery keeps its place, as every mini-app does.
    const groups = page.locator('#fi-node-groups');
    await groups.or(page.locator('#fi-node-sheets')).first().waitFor();
    await person.settled();
    if ((await groups.count()) === 0) await page.locator('.fi-top-bar').getByRole('button').first().tap();
    await groups.waitFor();
    await person.settled();
    await this.look('a mini-app', () => person.settled());
    await page.locator('#fi-node-groups').getByRole('button').nth(2).tap();
    const sheets = page.locator('#fi-node-sheets');
    await sheets.waitFor();
    for (let at = 0; at < await sheets.getByRole('button').count(); at += 1) {
      await this.look(`inputs, sheet ${at}`, async () => {
        await sheets.getByRole('button').nth(at).tap();
        await sheets.waitFor({ state: 'detached' });
      });
      await page.locator('.fi-top-bar').getByRole('button').first().tap();
      await sheets.waitFor();
    }
    await person.button(say('mini-app-close')).tap();
    await page.locator('#fi-search').waitFor();
  }
}
