// What leads from one place to another: a card on home, a link from outside, a mini-app that names another.

import { check, putAway } from '../steps.mjs';
import { accessible, address, button, choose, goOn, heading, home, open, page, place, say, screen, step } from './citizen.mjs';

/** What the card of the bus card on home says is the balance. */
export const balance = () => page.locator('[data-widget="balance"] .fi-home-card__value').innerText();

/** A card on home: put there, pressed, following what was done; and a link from outside. */
export async function cards() {
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
  await step('what was paid is among the payments, with its receipt', async () => {
    await place('Records');
    await page.locator('[data-action="payments"]').click();
    await screen('Payments and receipts');
    const row = page.getByRole('list', { name: 'Payments and receipts' }).getByRole('button').first();
    await row.getByText('¥20.00').waitFor();
    await accessible('payments');
    await row.click();
    await screen('Receipt');
    await page.getByText('¥20.00').waitFor();
    await accessible('receipt');
    await place('Home');
    await home();
  });
  const follow = (link) => page.goto(new URL(`?open=${encodeURIComponent(link)}`, address).href);
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

/** Whatever may come into the page: only the page's own scripts run, and it loads from nowhere. */
export async function sealed() {
  await step('what comes into the page runs nothing, loads nothing and tells nobody', async () => {
    const stopped = await page.evaluate(async () => {
      const found = new Set();
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => found.add(effectiveDirective));
      const into = document.body.appendChild(document.createElement('div'));
      into.innerHTML = '<img src="data:," onerror="window.hasRun = true"><img src="/x.png"><iframe src="/"></iframe><style>p { color: red }</style>';
      into.append(Object.assign(document.createElement('script'), { textContent: 'window.hasRun = true' }));
      await fetch('/').catch(() => {});
      await new Promise((done) => setTimeout(done, 500));
      into.remove();
      return [...found, ...(window.hasRun ? ['a script has run'] : [])].sort().join(' ');
    });
    check(stopped === 'connect-src frame-src img-src script-src-attr script-src-elem style-src-elem', `stopped: ${stopped}`);
  });
}

/** From one mini-app to another, and to a page of the web: the shell asks first. */
export async function elsewhere() {
  const sheet = page.locator('#fi-sheet-open');
  const go = (action) => page.locator(`[data-action="${action}"]`).click();
  await step('a mini-app leads to another only when the person agrees', async () => {
    await open('gallery of the standard', 'Gallery of the standard');
    await page.locator('#fi-node-groups').getByRole('button').nth(1).click();
    await screen('Actions');
    await go('go-web');
    await sheet.getByText('www.w3.org', { exact: true }).waitFor();
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

/** A device's own way back, which a browser has as a button: through the screens, to what was pressed there; a sheet is closed. */
export async function wayBack() {
  await step('the device’s own way back leads to what was pressed, and from home out', async () => {
    await place(say('nav-home'));
    await home();
    await place(say('nav-services'));
    await screen(say('services-title'));
    await button(say('services-by-department')).click();
    const row = page.getByRole('list', { name: say('services-by-department') }).getByRole('button').nth(5);
    const name = await row.innerText();
    await row.click();
    await heading(say('department-services'), 2).waitFor();
    await page.goBack();
    await screen(say('services-title'));
    await page.waitForFunction((was) => document.activeElement.innerText === was, name);
    check(await button(say('services-by-department')).getAttribute('aria-pressed') === 'true', 'the list is another one');
    await page.goBack();
    await home();
    await open('gallery of the standard', say('gallery-title'));
    await page.locator('#fi-node-groups').getByRole('button').nth(1).click();
    await screen('Actions');
    await page.locator('[data-action="go-web"]').click();
    await page.locator('#fi-sheet-open').waitFor();
    await page.goBack();
    await page.locator('#fi-sheet-open').waitFor({ state: 'detached' });
    await screen('Actions');
    await page.goBack();
    await page.locator('#fi-node-groups').waitFor();
    await button(say('mini-app-close')).click();
    await home();
  });
}
