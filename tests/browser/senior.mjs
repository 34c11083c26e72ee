// A senior, from the first start to a case that is handed in, by large targets only: a finger that touches the middle of what it
// means. Whatever is touched is measured first: at least 60 by 60 points, and 12 to the next button.
//
//   node senior.mjs ADDRESS [CHROMIUM [FOLDER]]

import { names } from './names.mjs';
import { begin, check, throughProvider, words } from './steps.mjs';

const LEAST = 60;
const LEAST_GAP = 12;
const { address, chromium, folder } = words();
const person = await begin('senior', { chromium, folder, options: { hasTouch: true, isMobile: true, locale: 'zh-CN' } });
const { page, step, screen, accessible, measured } = person;
// Seniors mode speaks in simple words.
const say = await names(folder, 'zh-Hans', { isSimple: true });
const pressed = [];

/** In the page: the target's box once it is where a finger reaches it, and how far the next button is. */
function reach(element) {
  const { pressed: area, targets } = window.fingertip;
  const own = area(element);
  own.scrollIntoView({ block: 'center', inline: 'nearest' });
  const box = own.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const hit = document.elementFromPoint(x, y);
  const isButton = (other) => other.matches('button, .fi-button');
  // Apart in either direction is apart.
  const gap = (other) => Math.max(other.left - box.right, box.left - other.right, other.top - box.bottom, box.top - other.bottom);
  const others = targets().filter((other) => isButton(element) && isButton(other.element) && !own.contains(other.element) && !other.area.contains(element));
  const next = others.map((other) => ({ name: other.element.innerText.trim().slice(0, 30), gap: gap(other.box) })).sort((a, b) => a.gap - b.gap)[0];
  return { x, y, width: box.width, height: box.height, next, isCovered: !(own.contains(hit) || hit?.contains(own)) };
}

/** Touches what is meant, in its middle. */
async function touch(target, on = page) {
  await target.first().waitFor();
  await person.settled();
  const { x, y, width, height, next, isCovered } = await target.first().evaluate(reach);
  const name = (await target.first().evaluate((element) => element.innerText || element.getAttribute('aria-label') || element.id)).trim().split('\n')[0];
  // A third of a pixel is the browser's rounding.
  check(width >= LEAST - 0.4 && height >= LEAST - 0.4, `“${name}” is ${width.toFixed(0)} x ${height.toFixed(0)}, at least ${LEAST}`);
  check(!next || next.gap >= LEAST_GAP - 0.4, `“${name}” is ${next?.gap.toFixed(1)} from “${next?.name}”, at least ${LEAST_GAP}`);
  check(!isCovered, `something lies over “${name}”`);
  pressed.push({ name, least: Math.min(width, height), gap: next?.gap ?? Infinity });
  await on.touchscreen.tap(x, y);
}

const button = (name) => page.getByRole('button', { name: say(name), exact: true });
const choice = (label) => page.locator('label').getByText(say(label), { exact: true });
const goOn = () => touch(button('card-continue'));
/** Touches a field and types. */
async function write(field, text) {
  await touch(field);
  await page.keyboard.type(text);
}

async function start() {
  await step('UC-14 first start: Chinese, seniors mode, region', async () => {
    await page.goto(address);
    // A first start is in standard mode until seniors mode is chosen; its buttons have to do for everyone.
    await touch(button('language-zh-hans'));
    await touch(button('start-display-seniors-choose'));
    await page.locator('html[data-mode="seniors"]').waitFor({ state: 'attached' });
    await touch(page.getByRole('button', { name: '广东省', exact: true }));
    await page.locator('.fi-bottom-bar').waitFor();
    await accessible('senior-home');
  });
  await step('UC-17 a person to talk to is one touch away', async () => {
    await touch(page.getByRole('link', { name: say('nav-help'), exact: true }));
    await screen(say('help-title'));
    check((await page.locator('a[href^="tel:"]').count()) > 0, 'there is no number to call');
    await accessible('senior-help');
    await touch(page.getByRole('link', { name: say('nav-home'), exact: true }));
  });
}

async function signIn() {
  await step('from home to the form; signed in on the way', async () => {
    const search = page.getByRole('searchbox', { name: say('home-search') });
    await write(search, 'sbk');
    await page.keyboard.press('Enter');
    await screen(say('search-title'));
    await touch(page.getByRole('list', { name: say('search-results') }).getByRole('button'));
    await touch(button('service-start'));
    await screen(say('card-intro-title'));
    await accessible('senior-mini-app');
    await touch(button('card-start'));
    await touch(page.getByRole('dialog').getByRole('button', { name: say('sheet-sign-in-begin'), exact: true }));
    const link = page.getByRole('link', { name: say('sheet-sign-in-open'), exact: true });
    await accessible('senior-sign-in');
    await throughProvider(person, 'li-xiuying', () => touch(link));
    await accessible('senior-consent');
    await touch(page.getByRole('dialog').getByRole('button', { name: say('sheet-consent-agree'), exact: true }));
  });
}

async function fill() {
  await step('one question a page', async () => {
    await screen(say('card-you-title'));
    await accessible('senior-question');
    await goOn();
    await write(page.getByRole('textbox', { name: say('card-phone-label') }), '13800138000');
    await goOn();
    await touch(choice('card-photo-identity-card'));
    await goOn();
    // A native list of the device opens at the touch; what is touched in it is the device's.
    await touch(page.getByRole('combobox', { name: say('card-bank-label') }));
    await page.getByRole('combobox', { name: say('card-bank-label') }).selectOption({ index: 1 });
    await goOn();
    await touch(choice('card-delivery-post'));
    await goOn();
    await write(page.getByRole('textbox', { name: say('card-address-label') }), '广州市越秀区东风东路 1 号 201');
    await goOn();
    await page.getByText(say('card-courier-label')).first().waitFor();
    await goOn();
    await page.getByText(say('card-news-label')).first().waitFor();
    await goOn();
    await touch(page.getByRole('checkbox'));
    await goOn();
    await screen(say('card-check-title'));
    await page.getByText('13800138000').waitFor();
    await accessible('senior-check');
  });
}

async function handIn() {
  await step('handed in, with a reference', async () => {
    await touch(button('card-send'));
    await screen(say('card-sent-title'));
    const reference = (await page.getByRole('main').innerText()).match(/[A-Z]{2}-\d{8}-[0-9A-Z]{6}/)?.[0];
    check(reference, 'no reference is shown');
    await accessible('senior-sent');
    await touch(button('mini-app-close'));
    await touch(button('home-cases-all'));
    await screen(say('cases-title'));
    await touch(page.getByRole('list', { name: say('cases-title') }).getByRole('button'));
    await page.getByText(say('cases-reference', { reference })).waitFor();
    return reference;
  });
}

await person.run(async () => {
  await start();
  await signIn();
  await fill();
  await handIn();
  const least = (values) => Math.round(Math.min(...values));
  const facts = { pressed: pressed.length, leastPressed: least(pressed.map((target) => target.least)), leastGap: least(pressed.map(({ gap }) => gap)) };
  measured.tell(facts);
  console.log(`${facts.pressed} targets were touched: the least ${facts.leastPressed} points, ${facts.leastGap} to the next button`);
});
