// The code on the pages for authors: each piece in JavaScript is run, so that no page shows what does not work.
//
// A piece is a module. What it exports says what it is: `update`, a mini-app; `parts`, what stands on a page; `ask`, what is
// asked for.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { miniApp, page } from "fingertip-sdk";
import { Running } from "fingertip-sdk/testing";

const PAGES = { "README.md": 1, "../README.md": 1, "../cookbook.md": 10 };

/** The pieces in JavaScript on a page, each with the line where it begins. */
const pieces = (text) =>
  [...text.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(({ 1: code, index }) => ({ code, line: text.slice(0, index).split("\n").length + 1 }));

/** A mini-app around what a page's piece shows and asks for. */
const around = ({ parts = () => [], ask }) =>
  miniApp({
    launch: (start, saved, cx, effects) => ask?.(effects),
    update: () => undefined,
    view: () => page("page", "title", parts()),
    save: () => ({}),
  });

const run = async (code) => {
  // A module of a `data:` address finds the kit through the loader, as a file does.
  const own = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  if (own.update) return new Running(own).page;
  assert.ok(own.parts ?? own.ask, "it exports nothing that could be run");
  const running = new Running(around(own));
  if (own.parts) assert.ok(running.view.nodes.length > 1, "it shows nothing");
  if (own.ask) assert.ok(running.requests.length > 0, "it asks for nothing");
  return running.page;
};

for (const [name, least] of Object.entries(PAGES)) {
  const text = readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
  const all = pieces(text);
  test(`${name} has pieces of code`, () => assert.ok(all.length >= least, `${all.length} of ${least}`));
  for (const { code, line } of all) test(`${name}:${line} runs`, async () => assert.ok(await run(code)));
}

test("a piece that does not work is noticed", async () => {
  await assert.rejects(run('import { nothingLikeIt } from "fingertip-sdk"; export const parts = () => [];'), SyntaxError);
  await assert.rejects(run("export const parts = () => [];"), /shows nothing/);
  await assert.rejects(run("export const ask = () => 1;"), /asks for nothing/);
  await assert.rejects(run("const x = 1;"), /exports nothing/);
});
