// What a person decides about her data: who was given what, and who may help.

import { check } from '../steps.mjs';
import { accessible, button, page, place, say, screen, setting, step } from './citizen.mjs';

/** Whatever was disclosed can be read, and what was agreed to taken back. */
export async function privacy() {
  await step('who was given what', async () => {
    await place('Me');
    await screen('Me');
    await page.getByRole('button', { name: /^My data and who uses it/ }).click();
    await screen('My data and who uses it');
    await page.getByText('Human Resources and Social Security').first().waitFor();
    await accessible('privacy-normal');
    const before = await button('Withdraw my consent').count();
    check(before > 0, 'nothing can be taken back');
    await button('Withdraw my consent').first().click();
    await page.waitForFunction((before) => [...document.querySelectorAll('button')].filter((b) => b.innerText.trim() === 'Withdraw my consent').length === before - 1, before);
    return `${before} consents, one taken back`;
  });
}

/** A number to tell somebody who shall help; what comes of it is walked by two apps in tests/tests/journeys/family.rs. */
export async function family() {
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
