// A second opinion on a screen: two checkers by other hands than axe's read the same page, because no one set of rules finds everything.
//
//   IBM's accessibility-checker-engine, rules IBM_Accessibility; HTML_CodeSniffer, standard WCAG2AA.
//
// What one of them finds and we leave as it is stands in REASONS with why, and with that in the accessibility statement.

import { readFileSync } from 'node:fs';
import { libraries } from './browser.mjs';

/** What is left as it is: whose rule, on what, and why. A finding that none of these names is a fault. */
export const REASONS = [
  {
    rule: /^ibm:aria_article_label_unique/,
    at: /class="fi-document"/,
    why: 'cards of one kind are told apart by their number, and a card that was issued again has the number of the one before',
  },
  {
    rule: /^ibm:input_label_exists/,
    at: /id="fi-verify"/,
    why: 'the box for what a code says is folded away until somebody unfolds it: the checker takes it for shown and its label for hidden',
  },
  {
    rule: /^ibm:aria_role_valid/,
    at: /^<summary /,
    why: 'a `summary` that unfolds something says that it is a button and whether it is open: in WebKitGTK 2.50 it has neither role nor state of its own, and the desktop window is one',
  },
];

const sources = new Map();
/** A library's text, read once. */
function source(folder, name) {
  if (!sources.has(name)) sources.set(name, readFileSync(libraries(folder).resolve(name), 'utf8'));
  return sources.get(name);
}

/** What the two find on the page: `rule` with its checker's name before it, what it says, and the element's own mark-up. */
export async function secondOpinions(page, folder) {
  if (!(await page.evaluate(() => 'ace' in window))) await page.evaluate(`${source(folder, 'accessibility-checker-engine/ace.js')};window.ace = ace;`);
  if (!(await page.evaluate(() => 'HTMLCS' in window))) await page.evaluate(source(folder, 'html_codesniffer/build/HTMLCS.js'));
  return page.evaluate(async () => {
    const report = await new window.ace.Checker().check(document, ['IBM_Accessibility']);
    const [violation, fails] = ['VIOLATION', 'FAIL'];
    const ibm = report.results
      .filter(({ value }) => value[0] === violation && value[1] === fails)
      .map(({ ruleId, reasonId, message, snippet }) => ({ rule: `ibm:${ruleId}/${reasonId}`, says: message, at: snippet.slice(0, 200) }));
    await new Promise((done) => window.HTMLCS.process('WCAG2AA', document, done));
    const sniffed = window.HTMLCS.getMessages()
      .filter(({ type }) => type === window.HTMLCS.ERROR)
      .map(({ code, msg, element }) => ({ rule: `htmlcs:${code}`, says: msg, at: element.outerHTML?.slice(0, 200) ?? 'the page' }));
    return [...ibm, ...sniffed];
  });
}

/** Which checkers they are, with their versions. */
export const checkers = (folder) => ['accessibility-checker-engine', 'html_codesniffer'].map((name) => `${name} ${JSON.parse(source(folder, `${name}/package.json`)).version}`);

/** Those findings for which there is no reason. */
export const withoutReason = (found) => found.filter(({ rule, at }) => !REASONS.some((reason) => reason.rule.test(rule) && reason.at.test(at)));
