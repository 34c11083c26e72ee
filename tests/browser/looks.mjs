// The looks of the shell, and how a person puts each on: a mode, a language, a window, a size of text, and how the browser
// draws it: as it is, with the spacing of text that WCAG 1.4.12 names, or in the forced colours of high contrast.

import { around, names } from './names.mjs';
import { settled } from './steps.mjs';

const MODES = {
  normal: { seniors: false, dark: false, contrast: false },
  seniors: { seniors: true, dark: false, contrast: false },
  dark: { seniors: false, dark: true, contrast: false },
  contrast: { seniors: false, dark: false, contrast: true },
};
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'ug', 'en'];
const WINDOWS = [[390, 844], [320, 568], [844, 390], [1280, 800]];
const SIZES = [100, 200];
/** What the person's browser does to it. */
const DRAWN = ['plain', 'spacing', 'forced'];
/** What WCAG 1.4.12 says must do no harm. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

/** Each mode, language, window, size and way of drawing at least once, and the hard ones together. */
export const SOME = [
  ['normal', 'zh-Hans', WINDOWS[0], 100, 'plain'],
  ['normal', 'en', WINDOWS[1], 200, 'plain'],
  ['dark', 'zh-Hant', WINDOWS[2], 100, 'plain'],
  ['contrast', 'ug', WINDOWS[0], 100, 'plain'],
  ['seniors', 'ug', WINDOWS[1], 100, 'plain'],
  ['seniors', 'zh-Hans', WINDOWS[0], 200, 'plain'],
  ['seniors', 'en', WINDOWS[3], 100, 'plain'],
  ['normal', 'en', WINDOWS[1], 100, 'spacing'],
  ['seniors', 'ug', WINDOWS[0], 100, 'spacing'],
  ['normal', 'zh-Hans', WINDOWS[0], 100, 'forced'],
  // The whole window: a rail, and two panes.
  ['normal', 'en', WINDOWS[3], 100, 'plain'],
];

/** Every combination; the ways of drawing in a phone's window only, where there is least room. */
export function every() {
  const all = [];
  for (const mode of Object.keys(MODES)) {
    for (const language of LANGUAGES) {
      for (const window of WINDOWS) for (const size of SIZES) all.push([mode, language, window, size, 'plain']);
      for (const drawn of DRAWN.slice(1)) all.push([mode, language, WINDOWS[1], 100, drawn]);
    }
  }
  return all;
}

/** What a look is called. */
export const named = ([mode, language, [width, height], size, drawn]) => `${mode} ${language} ${width}x${height} ${size}%${drawn === 'plain' ? '' : ` ${drawn}`}`;

/** Where a person chooses how the shell looks: by the names of what they press. */
export class Wardrobe {
  static async of(page, folder) {
    const wardrobe = new Wardrobe();
    // The size of text that a person sets in the device, in percent: what rem and media queries go by.
    const session = await page.context().newCDPSession(page);
    wardrobe.textSize = (percent) => session.send('Page.setFontSizes', { fontSizes: { standard: (16 * percent) / 100, fixed: (13 * percent) / 100 } });
    return Object.assign(wardrobe, { page, folder, say: await names(folder, 'zh-Hans') });
  }

  drawn = () => settled(this.page);

  /** Presses what leads to another screen, and waits for its heading. */
  go = async (act) => {
    const before = await this.page.locator('h1').first().innerText();
    await act();
    await this.page.waitForFunction((was) => document.querySelector('h1') && document.querySelector('h1').innerText !== was, before).catch(() => {});
    await this.drawn();
  };

  place = (name) => this.page.locator('.fi-bottom-bar').getByRole('link', { name: this.say(name), exact: true }).click();

  press = (name) => this.button(name).click();

  button = (name) => this.page.getByRole('button', { name: this.say(name), exact: true });

  /** What is called by a message that takes a variable. */
  around = (name, variable) => this.page.getByRole('button', { name: around(this.say, name, variable) });

  /** A row whose name begins so; what it tells besides comes after. */
  row = (name) => this.page.getByRole('listitem').filter({ hasText: this.say(name) }).getByRole('button');

  list = (name) => this.page.getByRole('list', { name: this.say(name), exact: true });

  /** Through a first start, if it is one; the profile of an earlier journey is in some language of the shell. */
  async begin() {
    await this.page.locator('.fi-bottom-bar, .fi-first-start').first().waitFor();
    if ((await this.page.locator('.fi-first-start').count()) > 0) {
      await this.press('language-zh-hans');
      await this.press('start-display-normal-choose');
      await this.page.getByRole('button', { name: '北京市', exact: true }).click();
      await this.page.locator('.fi-bottom-bar').waitFor();
    }
    const isSimple = (await this.page.getAttribute('html', 'data-mode')) === 'seniors';
    this.say = await names(this.folder, await this.page.getAttribute('html', 'lang'), { isSimple });
  }

  /** Opens one of the settings, found by its name. */
  async setting(name) {
    // Nothing leads from a screen to itself.
    if ((await this.page.locator('h1').first().innerText()) !== this.say('me-title')) await this.go(() => this.place('nav-me'));
    await this.go(() => this.row(name).click());
  }

  async dress([mode, language, [width, height], size, drawn]) {
    // Chosen where they can be reached, then seen in the window that is asked for.
    await this.page.setViewportSize({ width: 390, height: 844 });
    await this.textSize(100);
    const { seniors, dark, contrast } = MODES[mode];
    await this.setting('settings-language');
    await this.choose(`language-${language.toLowerCase()}`, 'lang', language);
    // Seniors mode speaks in simple words, until the mode is chosen those of the look before.
    const isSimple = async () => (await this.page.getAttribute('html', 'data-mode')) === 'seniors';
    this.say = await names(this.folder, language, { isSimple: await isSimple() });
    await this.setting('me-display');
    await this.choose(`me-scheme-${dark ? 'dark' : 'light'}`, 'data-scheme', dark ? 'dark' : 'light');
    await this.choose(contrast ? 'me-contrast-more' : 'me-contrast-normal', 'data-contrast', contrast ? 'more' : 'normal');
    await this.choose(seniors ? 'start-display-seniors' : 'me-display-normal', 'data-mode', seniors ? 'seniors' : 'normal');
    this.say = await names(this.folder, language, { isSimple: await isSimple() });
    await this.go(() => this.place('nav-me'));
    await this.page.setViewportSize({ width, height });
    await this.textSize(size);
    // On a wide window a tester takes the phone away, to see what a desktop shows.
    const frame = this.page.locator('[data-action="frame"]');
    if (mode === 'normal' && await frame.isVisible()) {
      await frame.click();
      this.frame = frame;
    }
    await this.page.emulateMedia({ forcedColors: drawn === 'forced' ? 'active' : 'none' });
    await this.space(drawn === 'spacing' ? [SPACING] : []);
  }

  /** Lays `styles` over the page's own. No element: the page takes none but those that it came with. */
  async space(styles) {
    await this.page.evaluate((texts) => {
      document.adoptedStyleSheets = texts.map((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return sheet;
      });
    }, styles);
  }

  /** Back to how the shell draws it by itself. */
  async undress() {
    await this.space([]);
    await this.frame?.click();
    this.frame = undefined;
    await this.page.emulateMedia({ forcedColors: 'none' });
  }

  async choose(name, attribute, value) {
    await this.press(name);
    await this.page.locator(value === null ? `html:not([${attribute}])` : `html[${attribute}="${value}"]`).waitFor({ state: 'attached' });
  }
}
