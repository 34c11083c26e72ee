// The main screens and the gallery of the standard, in each look.

import { resolve } from 'node:path';
import { check, putAway } from '../steps.mjs';
import { accessible, button, folder, found, home, language, mode, open, page, place, say, screen, setting, settled, step } from './citizen.mjs';

/** A picture of home shows its beginning, wherever somebody was on it before. */
const toTop = () => page.evaluate(() => { scrollTo(0, 0); document.querySelector('.fi-phone__screen')?.scrollTo(0, 0); });

/** Home as a citizen has it after a while: alerts read, a case under way; also in seniors mode. The pictures are the README's. */
export async function homes() {
  await step('home after a while, in both modes', async () => {
    await place(say('nav-home'));
    await home();
    await putAway(page);
    await toTop();
    await accessible('citizen-normal');
    await mode(true);
    await place(say('nav-home'));
    await home();
    await toTop();
    await accessible('citizen-seniors');
    await mode(false);
  });
}

/** The gallery, and the four screens again with it in seniors mode. */
export async function seniors() {
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
export async function looks() {
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
