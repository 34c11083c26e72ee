// The accessibility statement, written from what the tests measured and from nothing else.
//
//   node statement.mjs FOLDER [--write]
//
// With --write the measures in FOLDER/measured are summed up in tests/accessibility.json, and ACCESSIBILITY.md is written from
// that file. Without it, what the file gives must be what stands in ACCESSIBILITY.md.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { REASONS } from './second.mjs';

const [folder, ...flags] = process.argv.slice(2);
const PROJECT = resolve(import.meta.dirname, '../..');
const FIGURES = resolve(PROJECT, 'tests/accessibility.json');
const STATEMENT = resolve(PROJECT, 'ACCESSIBILITY.md');
/** Without these a statement would keep quiet on what it is about. */
const NEEDED = ['journey', 'senior', 'keyboard', 'offline', 'screens', 'wild'];
const IMPACTS = ['critical', 'serious', 'moderate', 'minor'];

const each = (items) => [...new Set(items)].sort();
const least = (values) => Math.min(...values.filter((value) => Number.isFinite(value)));
const isSeniors = ({ look, screen }) => `${look} ${screen}`.includes('senior');

/** The aims of each mode, in points; what is smaller is told, also where WCAG would take it. */
const AIMS = { standard: { leastTarget: 44, leastText: 16 }, seniors: { leastTarget: 60, leastText: 20 } };
/** What WCAG 2.5.8 itself asks for, in points. */
const LEAST_TARGET = 24;
const KINDS = { leastTarget: 'a target', leastText: 'text' };

/** Where something is smaller than its mode aims at, each size once. */
function small(screens) {
  const places = new Map();
  for (const screen of screens) {
    const aims = AIMS[isSeniors(screen) ? 'seniors' : 'standard'];
    for (const [kind, aim] of Object.entries(aims)) {
      // A third of a pixel is the browser's rounding.
      if (!Number.isFinite(screen[kind]) || screen[kind] >= aim - 0.4) continue;
      const what = `${KINDS[kind]} of ${screen[kind]} px, the aim is ${aim}`;
      places.set(what, [...(places.get(what) ?? []), screen.screen]);
    }
  }
  return each([...places].map(([what, on]) => `${what}: ${each(on).slice(0, 4).join(', ')}${each(on).length > 4 ? ` and ${each(on).length - 4} more` : ''}`));
}

/** What one script measured, summed up. */
function sum({ name, date, browser, facts, screens }) {
  const group = (own) => (own.length === 0 ? null : {
    leastTarget: least(own.map(({ leastTarget }) => leastTarget)),
    leastText: least(own.map(({ leastText }) => leastText)),
    leastContrast: least(own.map(({ leastContrast }) => leastContrast ?? Infinity)),
  });
  return {
    name,
    date,
    browser,
    facts,
    axe: each(screens.map(({ axe }) => axe)).join(', '),
    pages: screens.length,
    screens: each(screens.map(({ screen }) => screen)).length,
    looks: each(screens.map(({ look }) => look)),
    targets: screens.reduce((all, { targets }) => all + targets, 0),
    rules: each(screens.flatMap(({ passed }) => passed)),
    impacts: Object.fromEntries(IMPACTS.map((impact) => [impact, screens.reduce((all, { impacts }) => all + impacts[impact], 0)])),
    found: each(screens.flatMap(({ found }) => found)),
    faults: each(screens.flatMap(({ faults = [] }) => faults)),
    small: small(screens),
    standard: group(screens.filter((screen) => !isSeniors(screen))),
    seniors: group(screens.filter(isSeniors)),
  };
}

/** The figures of the last whole run of each script. */
function figures() {
  const measured = resolve(folder, 'measured');
  const files = readdirSync(measured).filter((file) => file.endsWith('.json'));
  // What only compares pictures measures nothing, and the officers' console is not what the statement is about: the shell.
  const runs = files.filter((file) => file !== 'golden.json' && file !== 'console.json').map((file) => sum(JSON.parse(readFileSync(resolve(measured, file), 'utf8')))).sort((a, b) => (a.name < b.name ? -1 : 1));
  const missing = NEEDED.filter((name) => !runs.some((run) => run.name === name));
  if (missing.length > 0) throw new Error(`nothing was measured by ${missing.join(', ')}: run \`cargo xtask browser\` first`);
  return { runs };
}

const SCRIPTS = {
  journey: 'a citizen, from the first start to a rated case, with every kind of thing that a mini-app can show',
  senior: 'a senior, to a case that is handed in, by large targets only',
  keyboard: 'the same without a mouse, by the names that a screen reader says',
  abroad: 'a person in another zone, whose input method leaves full-width characters',
  offline: 'everything without a connection',
  screens: 'every screen of the shell, in many looks',
  wild: 'the same with names of 500 letters, of signs drawn as one, in both directions, of nothing',
};

const table = (head, rows) => [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');

/** What the figures say of the criteria that are measured. */
function criteria({ runs }) {
  const of = (name) => runs.find((run) => run.name === name);
  const { senior, keyboard, screens } = { senior: of('senior'), keyboard: of('keyboard'), screens: of('screens') };
  const looks = (part) => ((count) => `${count} look${count === 1 ? '' : 's'}`)(screens.looks.filter((look) => look.includes(part)).length);
  const holds = (kind) => {
    const faults = screens.faults.filter((fault) => kind.test(fault));
    return faults.length === 0 ? 'met' : `not met: ${faults.slice(0, 3).join('; ')}`;
  };
  const fits = /wider than the window|cut off/;
  const smallest = least(runs.flatMap(({ standard, seniors }) => [standard?.leastTarget, seniors?.leastTarget]));
  // The smallest of every script counts, not only what the screens complain of. WCAG also takes a small target that stands
  // far enough from the next; that is not measured.
  const reached = smallest < LEAST_TARGET ? `not shown to be met: a target of ${smallest} px` : holds(/a target of|on each other/);
  return [
    ['1.4.3, 1.4.6 contrast', `least ${least(runs.flatMap(({ standard, seniors }) => [standard?.leastContrast, seniors?.leastContrast]))} : 1 where axe could tell`, holds(/color-contrast/)],
    ['1.4.4 text of 200 %', looks(' 200%'), holds(fits)],
    ['1.4.10 reflow, a window of 320 points', looks('320x568'), holds(fits)],
    ['1.4.12 spacing of text', looks('spacing'), holds(fits)],
    ['2.1.1, 2.1.2 keyboard, no trap', `${keyboard.facts.stops} stops of the focus, ${keyboard.facts.keys} keys, to a case that is handed in`, 'met'],
    ['2.4.7, 2.4.11 focus visible and not hidden', `an outline of at least ${keyboard.facts.leastOutline} px at each of them`, 'met'],
    ['2.5.8 targets (24 px); here 44, in seniors mode 60', `${runs.reduce((all, { targets }) => all + targets, 0)} targets; ${senior.facts.pressed} pressed in seniors mode, the least ${senior.facts.leastPressed} px, ${senior.facts.leastGap} px to the next`, reached],
    ['4.1.2 names and roles', 'everything that the journey without a mouse uses is found by role and name only', 'met'],
    ['forced colours (beyond WCAG)', looks('forced'), holds(/./)],
  ];
}

/** What two other checkers say of the same pages, and what of it is left as it is. */
function second(runs) {
  const { by, pages, faults } = runs.find(({ name }) => name === 'screens').facts.seconds;
  const found = faults.length === 0 ? 'They found nothing' : `They found ${each(faults).join('; ')}`;
  return [`${by.join(' and ')} read ${pages} of the screens. ${found} but what is left as it is:\n`, ...REASONS.map(({ why }) => `- ${why}.`)].join('\n');
}

function statement(all) {
  const { runs } = all;
  const found = each(runs.flatMap((run) => run.found));
  const faults = each(runs.flatMap((run) => run.faults));
  const sizesMissed = runs.flatMap((run) => run.small.map((size) => `${run.name}: ${size}`));
  const days = each(runs.map(({ date }) => date));
  const sizes = (group) => (group ? `${group.leastTarget} / ${group.leastText} / ${group.leastContrast}` : '-');
  return `# Accessibility statement

Written by \`cargo xtask looks --statement\` from what the tests measured (\`tests/accessibility.json\`) on ${days.join(' and ')}; edit neither by hand.

The shell aims at WCAG 2.2, level AA, and in seniors mode at targets of 60 px, text of 20 px and a contrast of 7 : 1. It was
measured with ${each(runs.map(({ axe }) => `axe-core ${axe}`)).join(', ')} in ${each(runs.map(({ browser }) => `Chromium ${browser}`)).join(', ')}; ${each(runs.flatMap(({ rules }) => rules)).length} of its WCAG rules applied somewhere and were passed.

## What was measured

${table(['by', 'what', 'pages', 'looks', 'least target px / text px / contrast, standard', 'the same, seniors', IMPACTS.join(' / ')], runs.map((run) => [
    run.name, SCRIPTS[run.name] ?? '', run.pages, run.looks.length, sizes(run.standard), sizes(run.seniors), IMPACTS.map((impact) => run.impacts[impact]).join(' / '),
  ]))}

A page is one screen in one look. The last column counts axe's findings by how bad they are.

## A second opinion

${second(runs)}

## What a screen reader says

Orca 43.1 in Debian 12 is heard beside the desktop's window (WebKitGTK 2.50), from the first start to a case that is handed in, by keys
alone (\`cargo xtask desktop orca\`, UC-27): each screen's heading, names, roles, levels and states, hints and errors, what unfolds, sheets.
What it does not say there, and the shell cannot mend:

- news of a status line: Orca 43.1 announces no live regions in WebKitGTK. That it is told of them is tested; newer ones announce them.
- a field to which the page itself leads, from the list of errors: Orca 43.1 says nothing at once. When Tab leads there it says all of it.
- the name of a group that takes the focus because it scrolls, as in a sheet: Orca 43.1 says nothing of a group there.
- a heading that takes the focus is called "static" before its level: of a plain heading that has the focus Orca 43.1 says nothing at all.
- after the last thing that can be reached, one stop of the Tab key is on the window itself, which GTK calls "grayed".

## What follows for WCAG

${table(['criterion', 'measured', 'result'], criteria(all))}

## What is not met

${[...found.map((rule) => `- axe: ${rule}`), ...[...faults, ...sizesMissed].map((fault) => `- ${fault}`)].join('\n') || '- Nothing that was measured.'}

What no program can judge - whether words are understood, whether the order makes sense - was not measured, and no person
with a disability has tried it yet. The sign-in page belongs to a nation's provider; the one of the demo is not covered. Mini-apps are
covered as far as the journeys go; each passes \`fingertip check\` on its own.
`;
}

try {
  if (flags.includes('--write')) writeFileSync(FIGURES, `${JSON.stringify(figures(), null, 1)}\n`);
  const written = statement(JSON.parse(readFileSync(FIGURES, 'utf8')));
  if (flags.includes('--write')) {
    writeFileSync(STATEMENT, written);
    console.log(STATEMENT);
  } else if (readFileSync(STATEMENT, 'utf8') !== written) {
    throw new Error('ACCESSIBILITY.md is not what tests/accessibility.json gives: `cargo xtask looks --statement` writes it');
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
