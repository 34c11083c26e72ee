// What things are called on the screen, in each language: read from the shell's, the console's and the mini-apps' own Fluent files,
// as these do. A journey finds everything by these names, so it walks in any language and after any rewording.

import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { library } from './browser.mjs';

const PROJECT = resolve(import.meta.dirname, '../..');
const MINI_APPS = ['government-services/gallery', 'human-resources/social-security-card', 'transport/bus-card'];

/** The words of a language: `say('nav-home')`, `say('home-greeting-name', { name: '张伟' })`; simple ones where they are asked for. */
export async function names(folder, language, { isSimple = false } = {}) {
  const { FluentBundle, FluentResource } = await library(folder, '@fluent/bundle');
  const bundle = new FluentBundle(language, { useIsolating: false });
  const shell = resolve(PROJECT, 'locales', language);
  const files = readdirSync(shell).map((file) => resolve(shell, file));
  files.push(resolve(PROJECT, 'app/nation/delivery/server/texts', `${language}.ftl`));
  files.push(...MINI_APPS.map((own) => resolve(PROJECT, 'mini-apps', own, 'i18n', `${language}.ftl`)));
  // Two mini-apps may call a thing the same; a journey names only things that one of them has.
  for (const file of files) bundle.addResource(new FluentResource(readFileSync(file, 'utf8')), { allowOverrides: true });
  return (id, args) => {
    const message = bundle.getMessage(id);
    if (!message?.value) throw new Error(`there is no message ${id} in ${language}`);
    const faults = [];
    const pattern = (isSimple && message.attributes.simple) || message.value;
    const said = bundle.formatPattern(pattern, args, faults);
    if (faults.length > 0) throw new Error(`${id} in ${language}: ${faults.join('; ')}`);
    return said;
  };
}

/** The pattern of a message that takes what is not known before: `{ $name }` may be anything. */
export const around = (say, id, ...variables) => {
  const mark = '\u0001';
  const said = say(id, Object.fromEntries(variables.map((variable) => [variable, mark])));
  return new RegExp(`^${said.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(mark, '.*')}$`, 'u');
};
