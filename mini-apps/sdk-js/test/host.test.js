// The standard's suite of facts and of a host, in the driver of tests.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { Held, inputFromFact } from "../src/held.js";
import { asMeant } from "../src/typed.js";

const SUITE = new URL("../../standard/conformance/", import.meta.url);
const cases = (folder) =>
  readdirSync(new URL(`${folder}/`, SUITE)).map((name) => [name, JSON.parse(readFileSync(new URL(`${folder}/${name}`, SUITE), "utf8"))]);

const kebab = (name) => name.replace(/(?<=[a-z])[A-Z]/g, (big) => `-${big}`).toLowerCase();
const camel = (name) => name.replace(/_([a-z])/g, (_, small) => small.toUpperCase());
/** Members that are 64 bits wide in the contract. */
const WIDE = new Set(["digits", "minor", "minimumMinor", "maximumMinor", "at", "maxBytes", "bytes"]);
/** A record of the suite as the contract has it in JavaScript. */
const record = (value, name) => {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map((own) => record(own, name));
  if (typeof value === "number" && WIDE.has(name)) return BigInt(value);
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([own, val]) => [camel(own), record(val, camel(own))]));
};
const variant = (value) => {
  if (value === null) return undefined;
  if (typeof value === "string") return { tag: kebab(value) };
  const [[name, val]] = Object.entries(value);
  return { tag: kebab(name), val: record(val) };
};
const kindOf = (value) => {
  const kind = variant(value);
  // Money stands in minor units, which are wide.
  if (kind.tag === "money-input" && kind.val.initial !== undefined) kind.val.initial = BigInt(kind.val.initial);
  return kind;
};
const viewOf = ({ nodes, ...rest }) => ({ ...rest, nodes: nodes.map(({ key, kind, children }) => ({ key, children, kind: kindOf(kind) })) });

for (const [name, { about, kind, facts }] of cases("facts")) {
  test(`${name}: ${about}`, () => {
    for (const [fact, expected] of facts) assert.deepEqual(inputFromFact(kindOf(kind), fact), variant(expected), fact);
  });
}

for (const [name, { about, kind, typed }] of cases("typed")) {
  test(`typed ${name}: ${about}`, () => {
    for (const [text, meant] of typed) assert.deepEqual(asMeant(kindOf(kind), { tag: "text", val: text }), variant(meant), text);
  });
}

for (const [name, { about, view, facts, deeds, expect }] of cases("host")) {
  test(`${name}: ${about}`, () => {
    const [shown, held] = [viewOf(view), new Held()];
    held.agree(facts, shown);
    let last;
    for (const deed of deeds) {
      const [[what, val]] = Object.entries(deed);
      if (what === "change") held.change(val[0], variant(val[1]));
      else if (what === "add-copy") held.addCopy(shown, val);
      else if (what === "remove-copy") held.removeCopy(shown, ...val);
      else last = held.handIn(shown);
    }
    if (expect.problems) {
      const problems = Object.entries(last.problems).map(([key, problem]) => [key, `mini-app-problem-${problem}`]);
      assert.deepEqual(Object.fromEntries(problems), expect.problems);
    } else {
      assert.deepEqual(last.problems, {});
      assert.deepEqual(last.inputs, expect.inputs.map(([key, input]) => [key, variant(input)]));
    }
  });
}

test("the suite is there", () => assert.ok(cases("facts").length >= 16 && cases("typed").length >= 15 && cases("host").length >= 10));
