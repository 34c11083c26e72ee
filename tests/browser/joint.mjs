// A life event with one form: a child is born, asked for once, done by departments one after the other, each with the documents of those
// before. What is written outlives a reload of the page; what is wrong is said; what goes is seen before it goes.
//
//   node joint.mjs ADDRESS [CHROMIUM [FOLDER]]

import { names } from './names.mjs';
import { begin, check, signIn, words } from './steps.mjs';

const { address, chromium, folder } = words();
const person = await begin('joint', { chromium, folder });
const { page, step, button, heading, screen, place, accessible, settled, choose } = person;
const say = await names(folder, 'en');

const EVENT = 'A child is born';
const goOn = () => button(say('joint-continue')).click();
const write = (label, text) => page.getByRole('textbox', { name: label }).fill(text);
const group = (label) => page.locator('fieldset').filter({ has: page.locator('legend').getByText(label, { exact: true }) });
const answer = (label, choice) => group(label).locator('label').getByText(choice, { exact: true }).click();
/** The date of birth, in its parts. */
async function born(label, parts) {
  const fields = group(label).getByRole('textbox');
  for (const [at, part] of parts.entries()) await fields.nth(at).fill(part);
}

await person.run(async () => {
  await step('first start', async () => {
    await page.goto(address);
    await button(say('language-en')).click();
    await button(say('start-display-normal-choose')).click();
    await page.getByRole('searchbox', { name: say('start-region-search') }).fill('guangzhou');
    await page.getByRole('button', { name: 'Guangzhou' }).first().click();
    await page.locator('.fi-bottom-bar').waitFor();
  });
  await step('a life event says that one form does for all of it, and what that spares', async () => {
    await settled();
    await page.getByRole('button', { name: EVENT, exact: true }).first().click();
    await screen(EVENT);
    await button(say('joint-begin')).waitFor();
    await accessible('joint-event');
    await button(say('joint-begin')).click();
    await screen('The child');
    await accessible('joint-form');
  });
  await step('nothing goes on while something is missing, and what is missing is said', async () => {
    await goOn();
    await page.locator('.fi-error-summary:focus').waitFor();
    check((await page.locator('.fi-error-summary a').count()) === 4, 'four answers are missing');
    await accessible('joint-form-missing');
  });
  await step('what is written outlives a reload', async () => {
    await write('The child’s name', '张小月');
    await answer('Sex', 'Female');
    await born('Date of birth', ['20', '11', '2026']);
    await write('Number of the hospital’s birth record', 'B12345678');
    await settled();
    await page.waitForTimeout(2500);
    await page.reload();
    await settled();
    await page.getByRole('button', { name: EVENT, exact: true }).first().click();
    await button(say('joint-go-on')).click();
    await screen('The child');
    check((await page.getByRole('textbox', { name: 'The child’s name' }).inputValue()) === '张小月', 'the name is gone');
    await goOn();
    await screen('The other parent');
  });
  await step('the rest is answered, and what another answer makes needless is not asked', async () => {
    await write('Name', '李明');
    await write('Identity number', '11010519900307891X');
    await goOn();
    await screen('Household and contact');
    await answer('Into whose household', 'Mine');
    await write('Home address', '100 Dongfeng Road, Guangzhou');
    await write('Telephone number', '138 0013 8000');
    await goOn();
    await screen('Card and allowance');
    await answer('Shall the child have a social security card?', 'Yes');
    await group('How the card reaches you').waitFor();
    await answer('How the card reaches you', 'By post');
    await answer('Do you ask for the maternity allowance?', 'No');
    check((await page.getByRole('textbox', { name: 'Bank account for the payment' }).count()) === 0, 'a bank account is asked for nothing');
    await goOn();
  });
  await step('the check shows all answers and who is told what', async () => {
    await screen(say('joint-check-title'));
    for (const shown of ['张小月', 'B12345678', '13800138000', 'By post']) await page.getByText(shown).first().waitFor();
    await accessible('joint-check');
  });
  await step('UC-26 the form is handed in once, and departments do it one after the other', async () => {
    await button(say('joint-hand-in')).click();
    await signIn(person, 'zhang-wei', { begin: say('sheet-sign-in-begin'), open: say('sheet-sign-in-open') });
    await button(say('joint-hand-in')).click();
    await screen(say('cases-title'));
    await page.getByRole('list', { name: say('joint-together') }).getByRole('button').first().click();
    await screen(EVENT);
    await accessible('joint-case');
    await page.locator('.fi-lead').getByText(say('joint-state-done')).waitFor({ timeout: 120_000 });
    await accessible('joint-case-done');
    await page.locator('.fi-timeline').getByText(say('joint-moment-handed-on')).first().waitFor();
  });
  await step('each step is a case of its department, and leads back to the whole', async () => {
    await page.getByRole('list', { name: say('joint-steps') }).getByRole('button').first().click();
    await page.getByRole('button', { name: EVENT }).waitFor();
    await accessible('joint-step');
    await page.getByRole('button', { name: EVENT }).click();
    await heading(EVENT).waitFor();
  });
});
