// A person without a mouse and without sight of the screen, from the first start to a case that is handed in: only keys are
// pressed, and what has the focus is known only by the role and the name that a screen reader says. At every stop the focus has to
// be seen too.
//
//   node keyboard.mjs ADDRESS [CHROMIUM [FOLDER]]

import { names } from './names.mjs';
import { PATIENCE, begin, check, throughProvider, words } from './steps.mjs';

/** More stops than any screen has: who does not find something by then will not. */
const MOST = 160;
const { address, chromium, folder } = words();
const person = await begin('keyboard', { chromium, folder });
const { page, step, accessible, measured, settled } = person;
const say = await names(folder, 'en');
const session = await person.context.newCDPSession(page);
const facts = { stops: 0, keys: 0, leastOutline: Infinity };

/** What a screen reader says of what has the focus. */
async function heard() {
  const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' });
  const { nodes } = await session.send('Accessibility.getPartialAXTree', { objectId: result.objectId, fetchRelatives: false });
  await session.send('Runtime.releaseObject', { objectId: result.objectId });
  // Directions are kept apart by characters that nobody hears.
  const name = (nodes[0]?.name?.value ?? '').replaceAll(/[\u2066-\u2069]/gu, '').trim();
  return { role: nodes[0]?.role?.value ?? '', name };
}

async function key(name) {
  facts.keys += 1;
  await page.keyboard.press(name);
}

/** The focus is drawn: an outline of the element, of its label, or of the card over which its name is stretched. */
async function isSeen() {
  const width = await page.evaluate(() => {
    const element = document.activeElement;
    const outline = (of, part) => {
      const style = getComputedStyle(of, part);
      return style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
    };
    const around = [element, element.closest('label'), element.parentElement, element.nextElementSibling].filter(Boolean);
    const box = element.getBoundingClientRect();
    // In its middle nothing else lies over it (WCAG 2.2, 2.4.11); a mark to set lies under its own label.
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const isFree = hit && (element.contains(hit) || hit.contains(element) || around.some((of) => of.contains(hit)));
    const isThere = isFree && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return isThere ? Math.max(...around.map((of) => outline(of)), outline(element, '::after')) : -1;
  });
  return width;
}

/** Tabs on until what is meant has the focus. */
async function reach(role, name, { back = false } = {}) {
  await settled();
  const passed = [];
  for (let stop = 0; stop < MOST; stop += 1) {
    const now = await heard();
    const isMeant = now.role === role && (name instanceof RegExp ? name.test(now.name) : now.name === name);
    if (isMeant) {
      let width = await isSeen();
      // Where a browser shows a part of it, the shell shows the rest, a round trip later.
      for (let wait = 0; width <= 0 && wait < 20; wait += 1) {
        await page.waitForTimeout(50);
        width = await isSeen();
      }
      check(width > 0, `the focus on ${role} “${name}” cannot be seen`);
      facts.leastOutline = Math.min(facts.leastOutline, width);
      return;
    }
    passed.push(`${now.role} “${now.name}”`);
    await key(back ? 'Shift+Tab' : 'Tab');
    facts.stops += 1;
  }
  throw new Error(`${role} “${name}” is not reached by the keyboard; passed ${[...new Set(passed)].slice(0, 40).join(', ')}`);
}

async function press(name, role = 'button') {
  await reach(role, name);
  await key('Enter');
}

async function write(name, text, role = 'textbox') {
  await reach(role, name);
  await page.keyboard.type(text);
  facts.keys += text.length;
}

async function choose(name, role) {
  await reach(role, name);
  await key('Space');
}

/** One of several answers: Tab leads to the group, arrows go on in it. */
async function chooseOne(name) {
  await settled();
  for (let stop = 0; stop < MOST; stop += 1) {
    const now = await heard();
    if (now.role === 'radio') break;
    await key('Tab');
    facts.stops += 1;
  }
  for (let stop = 0; stop < MOST; stop += 1) {
    const now = await heard();
    check(now.role === 'radio', `“${name}” is none of the answers; the focus is on ${now.role} “${now.name}”`);
    if (now.name.startsWith(name)) {
      await key('Space');
      return;
    }
    await key('ArrowDown');
    facts.stops += 1;
  }
  throw new Error(`“${name}” is none of the answers`);
}

/** What a screen reader says first on a new screen is its heading; who presses before that presses on the screen before. */
async function arrive(name) {
  let now = await heard();
  for (const since = Date.now(); Date.now() - since < PATIENCE; now = await heard()) {
    if (now.role === 'heading' && now.name.startsWith(name)) return;
    await page.waitForTimeout(20);
  }
  throw new Error(`the screen “${name}” begins at ${now.role} “${now.name}” and not at its heading`);
}

async function start() {
  await step('UC-15 first start by keys and names alone', async () => {
    await page.goto(address);
    await press(say('language-en'));
    await arrive(say('start-display-title'));
    await press(say('start-display-normal-choose'));
    await arrive(say('start-region-title'));
    await write(say('start-region-search'), 'guangz', 'searchbox');
    await press('Guangzhou');
    await arrive(say('home-greeting'));
    await accessible('keyboard-home');
  });
  await step('a drill is heard, opened and put away', async () => {
    const line = page.locator('.fi-notice-line');
    await line.waitFor();
    const title = (await line.locator('.fi-notice-line__title').textContent()).trim();
    check(title.startsWith(say('alert-drill')), `a drill looks like the real thing: ${title}`);
    await reach('button', new RegExp(title.replace(/[^\p{L}\p{N} ]/gu, '.'), 'u'), { back: true });
    await key('Enter');
    await reach('button', say('shell-put-away'));
    await key('Enter');
    await line.waitFor({ state: 'detached' });
  });
}

async function toForm() {
  await step('a service is found and opened', async () => {
    await write(say('home-search'), 'sbk', 'searchbox');
    await key('Enter');
    await arrive(say('search-title'));
    await press(/^social security card/i);
    await press(say('service-start'));
    await arrive(say('card-intro-title'));
    await press(say('card-start'));
  });
  await step('signed in; the sheet keeps the focus', async () => {
    // The sheet takes the focus when it comes; whoever presses before presses what was there.
    await page.getByRole('dialog').waitFor();
    await press(say('sheet-sign-in-begin'));
    await reach('link', say('sheet-sign-in-open'));
    await throughProvider(person, 'zhang-wei', () => key('Enter'));
    await page.bringToFront();
    await press(say('sheet-consent-agree'));
    await arrive(say('card-you-title'));
  });
}

async function fill() {
  const goOn = () => press(say('card-continue'));
  await step('filled in, with one mistake on the way', async () => {
    await goOn();
    // The summary of what is wrong takes the focus, and its link leads to the field.
    await page.locator('.fi-error-summary').waitFor();
    const link = page.locator('.fi-error-summary a').first();
    await reach('link', (await link.innerText()).trim());
    await key('Enter');
    // The shell moves the focus, a round trip later.
    for (let wait = 0; wait < 40 && (await heard()).role !== 'textbox'; wait += 1) await page.waitForTimeout(50);
    check((await heard()).role === 'textbox', `the link of an error leads to ${JSON.stringify(await heard())} and not to its field`);
    await page.keyboard.type('13800138000');
    await goOn();
    await arrive(say('card-photo-title'));
    await chooseOne(say('card-photo-identity-card'));
    await goOn();
    await arrive(say('card-delivery-title'));
    await reach('combobox', new RegExp(`^${say('card-bank-label')}`, 'u'));
    await key('ArrowDown');
    await chooseOne(say('card-delivery-post'));
    await write(new RegExp(`^${say('card-address-label')}`, 'u'), '100 Dongfeng Road, Guangzhou');
    await choose(say('card-truth-label'), 'checkbox');
    await goOn();
    await arrive(say('card-check-title'));
    await accessible('keyboard-check');
  });
}

async function handIn() {
  await step('handed in, with a reference', async () => {
    await press(say('card-send'));
    await arrive(say('card-sent-title'));
    const reference = (await page.getByRole('main').innerText()).match(/[A-Z]{2}-\d{8}-[0-9A-Z]{6}/)?.[0];
    check(reference, 'no reference is shown');
    return reference;
  });
}

await session.send('Accessibility.enable');
await person.run(async () => {
  await start();
  await toForm();
  await fill();
  await handIn();
  measured.tell(facts);
  console.log(`${facts.keys} keys, ${facts.stops} stops of the focus, an outline of at least ${facts.leastOutline} px`);
});
