// What is measured of a screen as it is drawn: axe's rules, targets, words, contrast; and kept as JSON, from which the
// accessibility statement is written.

import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { axe } from './browser.mjs';

/** What runs in the page: how a finger meets what is drawn. Every script measures by these. */
function inPage() {
  const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('.fi-visually-hidden, [inert]');
  const isInline = (element) => element.tagName === 'A' && getComputedStyle(element).display === 'inline';
  /** A mark to set has a label beside it or around it, which sets it too. */
  const label = (element) => element.closest('label') ?? (element.matches('[type="checkbox"], [type="radio"]') ? element.labels[0] : undefined) ?? element;
  /** What a finger presses: the label of an input, or what its name is stretched over. */
  const pressed = (element) => {
    const own = label(element);
    const after = getComputedStyle(own, '::after');
    return after.content !== 'none' && after.position === 'absolute' && after.inset === '0px' ? own.offsetParent : own;
  };
  /** What is to be seen of a box: what scrolls inside the page shows a part of what is in it. */
  const shown = (element, box) => {
    const seen = { left: box.left, right: box.right, top: box.top, bottom: box.bottom };
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(one);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const window = one.getBoundingClientRect();
      seen.left = Math.max(seen.left, window.left);
      seen.right = Math.min(seen.right, window.right);
      seen.top = Math.max(seen.top, window.top);
      seen.bottom = Math.min(seen.bottom, window.bottom);
    }
    return seen;
  };
  const targets = () => [...document.querySelectorAll('button, a[href], select, textarea, input:not([type="hidden"]), [role="tab"], summary')]
    .filter((element) => isSeen(element) && !isInline(element))
    .map((element) => ({ element, area: pressed(element), box: pressed(element).getBoundingClientRect() }))
    .map((target) => ({ ...target, seen: shown(target.area, target.box) }))
    .filter(({ seen }) => seen.right - seen.left > 1 && seen.bottom - seen.top > 1);
  const words = () => [...document.querySelectorAll('main *, .fi-bottom-bar *, .fi-sheet *')]
    .filter((element) => isSeen(element) && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  window.fingertip = { isSeen, isInline, pressed, shown, targets, words };
}

/** Puts what measures into every page of the context. */
export const install = (context) => context.addInitScript(inPage);

/** Looks at the page with axe: what is wrong, what was passed, and the least of each size. */
export async function look(page, folder) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe(folder));
  return page.evaluate(async () => {
    const found = await window.axe.run(document, {
      resultTypes: ['violations', 'passes'],
      // Forced colours are the system's: what is drawn is not what the page's own styles say, which is all that axe can read.
      rules: { 'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches } },
    });
    const impacts = { minor: 0, moderate: 0, serious: 0, critical: 0 };
    for (const { impact, nodes } of found.violations) impacts[impact] += nodes.length;
    const ratios = found.passes.filter(({ id }) => id === 'color-contrast').flatMap(({ nodes }) => nodes.flatMap(({ any }) => any.map(({ data }) => data?.contrastRatio ?? Infinity)));
    const least = (values) => Math.round(Math.min(...values) * 100) / 100;
    const { targets, words } = window.fingertip;
    return {
      axe: found.testEngine.version,
      violations: found.violations.map(({ id, help, nodes }) => `${id} (${help}) at ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`),
      found: found.violations.map(({ id, impact }) => `${id} (${impact})`),
      impacts,
      passed: found.passes.filter(({ tags }) => tags.some((tag) => tag.startsWith('wcag'))).map(({ id }) => id),
      wide: document.documentElement.scrollWidth - innerWidth,
      targets: targets().length,
      leastTarget: least(targets().flatMap(({ box }) => [box.width, box.height])),
      leastText: least(words().map((element) => parseFloat(getComputedStyle(element).fontSize))),
      leastContrast: least(ratios),
    };
  });
}

/**
 * What is wrong with the page as it is drawn now: too wide, words that are cut off or too small, targets too small or on each other.
 * Targets are not left to axe's target-size (WCAG 2.5.8): it asks for less, and takes what has scrolled under the bar for covered.
 */
const drawnWrong = (page) => page.evaluate(() => {
  const found = [];
  const name = (element) => `${element.tagName.toLowerCase()}.${element.className || '-'} "${(element.innerText ?? '').trim().slice(0, 40)}"`;
  const { targets: targetsSeen, words: wordsSeen } = window.fingertip;
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) found.push(`${wide} pixels wider than the window`);
  for (const element of wordsSeen()) {
    const style = getComputedStyle(element);
    const isCut = (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) || (style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1);
    if (isCut && style.overflowX !== 'auto' && style.overflowX !== 'scroll' && element.tagName !== 'TEXTAREA') found.push(`cut off: ${name(element)}`);
    if (parseFloat(style.fontSize) < 15.9) found.push(`text of ${style.fontSize}: ${name(element)}`);
  }
  const least = (() => {
    const probe = document.body.appendChild(document.createElement('div'));
    probe.style.cssText = 'position:absolute;block-size:var(--fi-target-min)';
    // In points: what is larger for larger text need not grow with it once it is large enough for a finger.
    const size = probe.getBoundingClientRect().height / (parseFloat(getComputedStyle(document.documentElement).fontSize) / 16);
    probe.remove();
    return size;
  })();
  const targets = targetsSeen();
  const over = '.fi-bottom-bar, [data-action="frame"]';
  for (const { element, box } of targets) {
    if (box.height < least - 0.6 || box.width < least - 0.6) found.push(`a target of ${box.width.toFixed(0)} x ${box.height.toFixed(0)}, at least ${least}: ${name(element)}`);
  }
  for (let a = 0; a < targets.length; a += 1) {
    for (let b = a + 1; b < targets.length; b += 1) {
      const [one, other] = [targets[a], targets[b]];
      // A button on a card lies on it on purpose.
      if (one.area.contains(other.element) || other.area.contains(one.element)) continue;
      // What scrolls under the bar, or under a tester's button, comes out again.
      if (Boolean(one.element.closest(over)) !== Boolean(other.element.closest(over))) continue;
      const across = Math.min(one.seen.right, other.seen.right) - Math.max(one.seen.left, other.seen.left);
      const down = Math.min(one.seen.bottom, other.seen.bottom) - Math.max(one.seen.top, other.seen.top);
      if (across > 1 && down > 1) found.push(`on each other: ${name(one.element)} and ${name(other.element)}`);
    }
  }
  return found;
});

/** Looks at the page with axe and at how it is drawn; `faults` is all that is wrong. */
export async function inspect(page, folder) {
  const seen = await look(page, folder);
  return { ...seen, faults: [...seen.violations, ...(await drawnWrong(page))] };
}

/** What one script measured, kept for the statement. */
export class Measured {
  screens = [];

  facts = {};

  constructor(name, { folder, browser }) {
    this.name = name;
    this.folder = resolve(folder, 'measured');
    this.browser = browser;
  }

  add(screen) {
    this.screens.push(screen);
  }

  /** What is of the journey as a whole, such as the least of all targets that were pressed. */
  tell(facts) {
    Object.assign(this.facts, facts);
  }

  /** Only what a whole run measured is kept: half of one would say that less was wrong. */
  write() {
    mkdirSync(this.folder, { recursive: true });
    const kept = { name: this.name, date: new Date().toISOString().slice(0, 10), browser: this.browser, facts: this.facts, screens: this.screens };
    writeFileSync(resolve(this.folder, `${this.name}.json`), `${JSON.stringify(kept, null, 1)}\n`);
  }
}
