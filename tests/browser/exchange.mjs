// What person and office say to each other in a case: an address that no courier finds is asked for again and answered there, a question
// gets a reply, something is added, a case is taken back. What is written outlives a reload of the page.
//
//   node exchange.mjs ADDRESS [CHROMIUM [FOLDER]]

import { applyForCard, openCard } from './card.mjs';
import { around, names } from './names.mjs';
import { begin, check, words } from './steps.mjs';

const { address, chromium, folder } = words();
const person = await begin('exchange', { chromium, folder });
const { page, step, button, heading, screen, place, accessible, settled } = person;
const say = await names(folder, 'en');

const PLACE = '12 Riverside Avenue, Guangzhou';
const QUESTION = 'May my sister collect it for me?';

const cases = () => page.getByRole('list', { name: say('cases-title'), exact: true }).getByRole('listitem');
const box = (label) => page.getByRole('textbox', { name: label });
const said = () => page.locator('section[aria-labelledby="fi-case-said"] li');

/** Hands in a card whose address nobody finds, and comes to its case. */
async function handIn(given) {
  await openCard(person, say);
  await applyForCard(person, say, { address: 'at home', ...given });
  await screen(say('card-sent-title'));
  await button(say('mini-app-close')).click();
  await place(say('nav-cases'));
  await screen(say('cases-title'));
}

await person.run(async () => {
  await step('first start', async () => {
    await page.goto(address);
    await button(say('language-en')).click();
    await button(say('start-display-normal-choose')).click();
    await page.getByRole('searchbox', { name: say('start-region-search') }).fill('guangd');
    await button('Guangdong').click();
    await page.locator('.fi-bottom-bar').waitFor();
  });
  await step('a card with an address that no courier finds is handed in; home says whose turn it is', async () => {
    await handIn({ as: 'zhang-wei' });
    await cases().first().getByText(say('cases-state-correction-asked')).waitFor();
    await place(say('nav-home'));
    await heading(say('home-next-correct'), 2).waitFor();
    await button(say('home-next-correct-go')).click();
    await heading(say('cases-asked'), 2).waitFor();
    await accessible('case-asked');
  });
  await step('nothing goes while something is missing, and what is missing is said', async () => {
    await button(say('cases-act-answer-send')).click();
    await page.locator('.fi-error-summary:focus').waitFor();
    await accessible('case-asked-missing');
  });
  await step('what is asked of the office gets a reply', async () => {
    await button(say('cases-act-ask')).click();
    await box(say('cases-act-ask-words')).fill(QUESTION);
    await accessible('case-asking');
    await button(say('cases-act-ask-send')).click();
    await said().filter({ hasText: QUESTION }).waitFor();
    await said().filter({ hasText: say('cases-entry-reply') }).waitFor();
    await accessible('case-replied');
  });
  await step('what is written outlives a reload', async () => {
    const label = around(say, 'cases-act-missing-answer', 'label');
    const asked = page.locator('section[aria-labelledby="fi-case-asked"]').getByRole('textbox').first();
    check(label.test(await page.locator('.fi-error-summary a').first().innerText()), 'the missing answer is not named');
    await asked.fill(PLACE);
    await settled();
    // What changed is written down with the clock, and when the person goes elsewhere.
    await page.waitForTimeout(2500);
    await page.reload();
    await place(say('nav-cases'));
    await cases().first().getByRole('button').click();
    await heading(say('cases-asked'), 2).waitFor();
    check((await asked.inputValue()) === PLACE, 'what was written is gone');
  });
  await step('UC-22 what is asked is answered with the case, and it goes on', async () => {
    await button(say('cases-act-answer-send')).click();
    await heading(say('cases-asked'), 2).waitFor({ state: 'detached' });
    await said().filter({ hasText: say('cases-entry-answer') }).waitFor();
    await page.locator('.fi-timeline').first().getByText(say('cases-state-delivered'), { exact: true }).waitFor();
    await heading(say('cases-rate'), 2).waitFor();
    await accessible('case-answered');
    await place(say('nav-records'));
    await page.getByText('张伟').first().waitFor();
  });
  await step('a bad rating says why, and the department has to answer for it', async () => {
    await place(say('nav-cases'));
    await cases().first().getByRole('button').click();
    await heading(say('cases-rate'), 2).waitFor();
    await page.getByLabel(say('cases-rating-dissatisfied'), { exact: true }).check();
    await button(say('cases-reason-asked-twice')).click();
    await page.locator('.fi-chip[aria-pressed="true"]').waitFor();
    await accessible('case-rating-reasons');
    await button(say('cases-rate-send')).click();
    await heading(say('cases-follow-up'), 2).waitFor();
    await page.getByText(around(say, 'cases-follow-up-open', 'day')).waitFor();
    await accessible('case-follow-up');
  });
  await step('UC-23 the case is taken back', async () => {
    await handIn({ phone: null });
    const first = cases().first();
    await first.getByText(say('cases-state-correction-asked')).waitFor();
    await first.getByRole('button').click();
    await button(say('cases-act-withdraw')).click();
    await page.getByText(say('cases-act-withdraw-body')).waitFor();
    await accessible('case-withdrawing');
    await box(say('cases-act-withdraw-words')).fill('I have found the old one.');
    await button(say('cases-act-withdraw-send')).click();
    await page.locator('.fi-lead').getByText(say('cases-state-withdrawn')).waitFor();
    await heading(say('cases-asked'), 2).waitFor({ state: 'detached' });
    await accessible('case-withdrawn');
  });
  await step('what departments said is among the messages', async () => {
    await place(say('nav-home'));
    await page.locator('[data-action="messages"]').click();
    await screen(say('messages-title'));
    await page.getByText(say('cases-entry-reply')).first().waitFor();
    await accessible('messages-exchange');
  });
});
