// An author at `fingertip dev`: what is done in one pane is seen in all; going back, a fault, and keeping a journey.
//
//   node dev.mjs ADDRESS CHROMIUM FOLDER
//
// ADDRESS is the studio's one-time address of the bus card, FOLDER where the libraries are and the picture goes.

import { resolve } from 'node:path';
import { axe, launch } from './browser.mjs';

const [address, chromium, folder] = process.argv.slice(2);
const browser = await launch(folder, chromium);
const page = await (await browser.newContext({ viewport: { width: 1700, height: 1500 } })).newPage();
page.setDefaultTimeout(20_000);
const complaints = [];
page.on('pageerror', (error) => complaints.push(error.message));

function check(holds, what) {
  if (!holds) throw new Error(what);
}

const pane = (title) => page.frameLocator(`iframe[title="${title}"]`);
const inspector = page.frameLocator('iframe.inspector');
const press = (name) => inspector.getByRole('button', { name, exact: true }).click();

try {
  await page.goto(address);
  await pane('zh-Hans').locator('[data-action="top-up"]').click();
  // The others follow, each in its own words and display.
  await pane('en').getByRole('heading', { name: 'Top up your bus card' }).waitFor();
  await pane('Seniors').locator('#fi-in-amount').waitFor();
  await pane('en').locator('label').getByText('¥50.00', { exact: true }).click();
  await pane('en').locator('[data-action="continue"]').click();
  await pane('Dark').locator('[data-action="pay"]').waitFor();
  check(/^\[.*~\]$/.test(await pane('Stretched words').locator('h1').innerText()), 'words are not stretched');
  await page.screenshot({ path: resolve(folder, 'dev.png') });
  await press('Payment declined');
  await pane('en').locator('[data-action="pay"]').click();
  await inspector.getByText('{"press":"pay"}').waitFor();
  check((await inspector.locator('.inspector__page').innerText()).includes('page-bill'), 'a payment that is declined leaves the bill');
  // Back in time, and from there another way.
  await inspector.getByText('{"press":"top-up"}').click();
  await pane('zh-Hans').locator('#fi-in-amount').waitFor();
  await press('Goes back');
  await pane('en').locator('[data-action="top-up"]').waitFor();
  const frame = page.frames().find((own) => own.url().includes('/inspector'));
  await frame.evaluate(axe(folder));
  const { violations } = await frame.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  check(violations.length === 0, `the inspector is not accessible: ${violations.map(({ id, nodes }) => `${id} ${nodes[0].html.slice(0, 120)}`).join('; ')}`);
  check(complaints.length === 0, `the page complained: ${complaints.join('; ')}`);
  console.log(`the studio follows in every pane; picture in ${folder}`);
} catch (error) {
  await page.screenshot({ path: resolve(folder, 'dev-failed.png') }).catch(() => {});
  console.error(`not as it must be in the studio: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
