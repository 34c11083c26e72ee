// An author at `fingertip dev` with a script: a save is seen at once and nothing that was typed is lost; what is wrong is
// said in the author's own words, with file and line.
//
//   node dev-script.mjs ADDRESS CHROMIUM FOLDER MINI_APP
//
// ADDRESS is the studio's one-time address of the mini-app in the folder MINI_APP, which `fingertip new --lang js --template
// form` has just made; FOLDER is where the libraries are and the picture goes.

import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { launch } from './browser.mjs';

const [address, chromium, folder, miniApp] = process.argv.slice(2);
const source = resolve(miniApp, 'src/app.js');
const original = readFileSync(source, 'utf8');
const browser = await launch(folder, chromium);
const page = await (await browser.newContext({ viewport: { width: 1700, height: 1500 } })).newPage();
page.setDefaultTimeout(20_000);

const pane = page.frameLocator('iframe[title="en"]');
const inspector = page.frameLocator('iframe.inspector');
/** Saves the source with one thing in it changed. */
const save = (from, to) => {
  if (!original.includes(from)) throw new Error(`${from} is not in ${source}`);
  writeFileSync(source, original.replace(from, to));
};

try {
  await page.goto(address);
  await pane.locator('#fi-in-name').fill('Li Na');
  await pane.locator('#fi-in-phone').fill('13800138000');
  await pane.locator('[data-action="form-continue"]').click();
  await pane.locator('#fi-in-day').waitFor();

  save('maximum: 20', 'maximum: 20, hint: "you-phone-hint"');
  await pane.getByText('We call only when something is unclear').waitFor();

  save('view(model, cx) {', 'view(model, cx) {\n      if (model.form.at > 0) throw new Error("nothing to see");');
  await pane.getByText('Error: nothing to see').waitFor();
  await pane.getByText(/at view \(src\/app\.js:\d+:\d+\)/).waitFor();

  save('view(model, cx) {', 'view(model, cx {');
  await inspector.getByText(/src\/app\.js:\d+:\d+/).waitFor();
  await page.screenshot({ path: resolve(folder, 'dev-script.png') });

  writeFileSync(source, original);
  await pane.locator('#fi-in-day').waitFor();
  await inspector.getByText('"name":"Li Na"').waitFor();
  console.log(`a script is built anew at each save; picture in ${folder}`);
} catch (error) {
  await page.screenshot({ path: resolve(folder, 'dev-script-failed.png') }).catch(() => {});
  console.error(`not as it must be for a script in the studio: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
