// What every script here needs of the browser. The libraries are beside what is built (target/browser), never in the
// source tree.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const FLAGS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** The size of a phone, in points. */
export const PHONE = { width: 390, height: 844 };

export const libraries = (folder) => createRequire(resolve(folder, 'package.json'));

/** One of the libraries in `folder`, whichever kind of module it is. */
export const library = (folder, name) => import(pathToFileURL(libraries(folder).resolve(name)));

/** Starts the Chromium at `chromium` with the libraries in `folder`. */
export const launch = (folder, chromium) => libraries(folder)('playwright-core').chromium.launch({ executablePath: chromium, args: FLAGS });

/** axe-core, to be run in a page. */
export const axe = (folder) => readFileSync(libraries(folder).resolve('axe-core/axe.min.js'), 'utf8');
