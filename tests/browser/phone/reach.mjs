// What a finger reaches and an eye sees on a phone: nothing of the page under the notch, the status bar or the bar of gestures; a field
// that is typed in above the keyboard; whole words and large targets at twice the size of text.

import { inspect } from '../measure.mjs';

/** What of the page lies under what the phone covers, now. Runs in the page. */
function covered({ top, bottom, left, right }) {
  const { targets, words, shown, isSeen } = window.fingertip;
  const name = (element) => `${element.tagName.toLowerCase()}.${element.className || '-'} "${(element.innerText ?? element.getAttribute('aria-label') ?? '').trim().slice(0, 40)}"`;
  const found = [];
  /** What stays where it is while the page scrolls: it must be clear of everything, wherever the page stands. */
  const stays = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const { position } = getComputedStyle(one);
      if (position === 'fixed') return true;
      if (position !== 'sticky') continue;
      const [box, style] = [one.getBoundingClientRect(), getComputedStyle(one)];
      const isAtTop = style.top !== 'auto' && Math.abs(box.top - parseFloat(style.top)) < 1;
      const isAtBottom = style.bottom !== 'auto' && Math.abs(innerHeight - box.bottom - parseFloat(style.bottom)) < 1;
      if (isAtTop || isAtBottom) return true;
    }
    return false;
  };
  const [isFirst, isLast] = [scrollY <= 0, scrollY + innerHeight >= document.documentElement.scrollHeight - 1];
  const all = [...targets().map(({ element, seen }) => [element, seen]), ...words().map((element) => [element, shown(element, element.getBoundingClientRect())])];
  for (const [element, box] of all) {
    if (!isSeen(element) || box.right <= box.left || box.bottom <= box.top || box.bottom <= 0 || box.top >= innerHeight) continue;
    const isStill = stays(element);
    if (box.left < left - 0.5 || box.right > innerWidth - right + 0.5) found.push(`beside the notch: ${name(element)}`);
    if (box.top < top - 0.5 && (isStill || isFirst)) found.push(`under the status bar: ${name(element)}`);
    if (box.bottom > innerHeight - bottom + 0.5 && (isStill || isLast)) found.push(`under the bar of gestures: ${name(element)}`);
  }
  return found;
}

/** What is wrong with the field that has the focus: it is not to be seen whole, or something lies over it. Runs in the page. */
function hidden() {
  const field = document.activeElement;
  const box = field.getBoundingClientRect();
  // Of a field of several lines the first are enough: its keyboard covers the rest of any.
  const end = Math.min(box.bottom, box.top + 80);
  const at = `${field.id}: ${box.top.toFixed(0)} to ${end.toFixed(0)} of ${innerHeight}`;
  if (box.top < 0 || end > innerHeight + 0.5) return `${at} is out of sight`;
  for (const y of [box.top + 3, end - 3]) {
    const over = document.elementFromPoint(box.left + box.width / 2, y);
    if (!(field.contains(over) || over?.contains(field))) return `${at}: over it lies ${over?.className}`;
  }
  return null;
}

export class Reach {
  constructor({ person, device, folder }) {
    Object.assign(this, { person, device, folder, page: person.page, faults: [], screens: 0, fields: 0 });
  }

  /** Looks at the screen as it is, from its first line to its last. */
  async see(what) {
    const { page, device } = this;
    await this.person.settled();
    this.screens += 1;
    for (const end of [0, 1e6]) {
      await page.evaluate((y) => scrollTo(0, y), end);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const found = await page.evaluate(covered, device.phone.insets);
      this.faults.push(...found.map((fault) => `${what}: ${fault}`));
    }
    await page.evaluate(() => scrollTo(0, 0));
    const { faults } = await inspect(page, this.folder);
    this.faults.push(...faults.map((fault) => `${what}: ${fault}`));
  }

  /** Each field of the screen is touched where it stands lowest, and the keyboard comes up. */
  async type(what) {
    const { page, device } = this;
    const fields = page.locator('input:is([type="text"], [type="search"], [type="tel"], [type="password"], [type="number"], :not([type])):visible, textarea:visible');
    for (let at = 0; at < await fields.count(); at += 1) {
      const field = fields.nth(at);
      // As low in the window as it goes: that is where a keyboard hides it.
      await field.evaluate((element) => element.scrollIntoView({ block: 'end' }));
      await field.tap();
      await device.keyboard(true);
      const wrong = await page.evaluate(hidden);
      this.fields += 1;
      if (wrong) this.faults.push(`${what}, with the keyboard: ${wrong}`);
      await field.evaluate((element) => element.blur());
      await device.keyboard(false);
    }
  }
}
