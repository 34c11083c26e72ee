// The kit: what it gives the host is what the contract says.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as sdk from "fingertip-sdk";
import { Running } from "fingertip-sdk/testing";

const wit = (name) => readFileSync(new URL(`../../standard/wit/since-1.0/${name}.wit`, import.meta.url), "utf8");
/** The cases of a variant of the contract. */
const cases = (name, variant) => {
  const body = new RegExp(`variant ${variant} \\{([\\s\\S]*?)\\n    \\}`).exec(wit(name))[1].replace(/\/\/.*/g, "");
  return [...body.replace(/\((?:[^()]|\([^()]*\))*\)/g, "").matchAll(/[a-z][a-z-]*/g)].map(([own]) => own).sort();
};

const day = { year: 2026, month: 11, day: 24 };
/** Every kind, once. */
const everything = sdk.page("page", "title", [
  sdk.section("section", [sdk.group("group", [sdk.heading("heading"), sdk.text(sdk.data("said"))])], { lead: "lead" }),
  sdk.notice("warning", "notice", { title: "title" }),
  sdk.details("details", [sdk.image("common/a.svg", "alternative"), sdk.decoration("common/a.svg")]),
  sdk.tabs("tabs", ["one"], [sdk.text("one")]),
  sdk.submit("next", "next", { confirm: "sure" }),
  sdk.secondary("other", "other"),
  sdk.quiet("quiet", "quiet"),
  sdk.destructive("delete", "delete", "sure"),
  sdk.links("links", [{ label: "link", action: "go" }]),
  sdk.textInput("text", "label", { purpose: "phone", hint: "hint", error: "error", fillsFrom: "phone" }),
  sdk.textArea("area", "label"),
  sdk.numberInput("number", "label", { initial: 3, minimum: 0, maximum: 9, unit: "unit" }),
  sdk.moneyInput("money", "label", "CNY", { initial: 100 }),
  sdk.dateInput("date", "label", { initial: day }),
  sdk.timeInput("time", "label", { initial: 600 }),
  sdk.chooseOne("one-of", "label", [{ id: "a", label: "a" }]),
  sdk.chooseMany("some-of", "label", [{ id: "a", label: "a" }], { initial: ["a"] }),
  sdk.selectFrom("select", "label", [{ id: "a", label: "a" }]),
  sdk.selectCode("code", "label", "regions"),
  sdk.declaration("declared", "label", "statement"),
  sdk.addressInput("address", "label"),
  sdk.placeInput("place", "label"),
  sdk.fileInput("file", "label", ["image/jpeg"]),
  sdk.repeatGroup("repeat", "label", "add", [sdk.textInput("inner", "label")]),
  sdk.attribute("fact", "name", "label"),
  sdk.slotPicker("slot", "label", [{ id: "s", at: 1, minutes: 15, left: 2 }]),
  sdk.summary("summary", [{ label: "label", value: sdk.money("CNY", 1) }]),
  sdk.tasks("tasks", [{ label: "label", progress: "done" }]),
  sdk.records("records", [{ title: "title" }], { more: { total: 9, action: "more" } }),
  sdk.credential("card", { kind: "kind", holder: sdk.data("x"), number: "1", issuer: "issuer", validUntil: day }),
  sdk.table("table", "caption", ["a"], [[sdk.integer(1)]]),
  sdk.timeline("timeline", [{ title: "title", at: 5, progress: "in-progress" }]),
  sdk.points("points", [{ label: "label", latitudeE6: 1, longitudeE6: 2 }]),
  sdk.chart("chart", "line", "title", ["a", "b"], [{ label: "label", points: [1] }]),
  sdk.bill("pay", { payee: "p", purpose: "purpose", lines: [{ label: "label", minor: 5 }], currency: "CNY", total: 5 }),
  sdk.confirmation("end", "title", { reference: "r", next: ["next"] }),
  null,
  false,
]);

const show = (root) => {
  const { update } = sdk.miniApp({ launch: () => ({}), update: () => undefined, view: () => root, save: () => ({}) });
  return new Running({ update, save: () => new Uint8Array() });
};

test("there is a builder for every kind of the contract", () => {
  const built = new Set(show(everything).view.nodes.map(({ kind }) => kind.tag));
  assert.deepEqual([...built].sort(), cases("view", "kind"));
});

test("there is a function for every request of the contract", () => {
  const { update } = sdk.miniApp({
    launch: (_, __, ___, effects) => {
      effects.claims([{ claim: "name", purpose: "p" }, { claim: "age", purpose: "p", test: ">= 60" }]);
      effects.call("a.b", {});
      effects.callWhenOnline("a.b", {});
      effects.submitCase({ service: "s", region: "100000", body: {} });
      effects.watchCase("c");
      effects.readDocuments(["k"]);
      effects.offerDocument("d");
      effects.store("k", 1);
      effects.forget("k");
      effects.fetch("k");
      effects.locate();
      effects.scanCode();
      effects.pay({ billReference: "b", payee: "p", currency: "CNY", minor: 1, purpose: "p" });
      effects.sign("t");
      effects.share("t");
      effects.open("a");
      effects.remind({ at: 1, title: "t", opens: "/" });
      effects.close();
      return {};
    },
    update: () => undefined,
    view: () => sdk.page("page", "title", []),
    save: () => ({}),
  });
  const { requests } = new Running({ update });
  assert.deepEqual([...new Set(requests.map(({ wish }) => wish.tag))].sort(), cases("requests", "wish"));
  assert.deepEqual(requests.map(({ id }) => id), requests.map((_, at) => at + 1));
});

test("every child stands after its parent and has one, and every key is there once", () => {
  const { nodes } = show(everything).view;
  const parents = new Map();
  nodes.forEach(({ children }, at) => {
    for (const child of children) {
      assert.ok(child > at && !parents.has(child));
      parents.set(child, at);
    }
  });
  assert.equal(parents.size, nodes.length - 1);
  assert.equal(new Set(nodes.map(({ key }) => key)).size, nodes.length);
});

test("a message stands once among the words, and a text that is none is an error of its author", () => {
  const { words, view } = show(sdk.page("page", "same", [sdk.text("same"), sdk.text(sdk.msg("other", { n: 2, who: "x" }))]));
  assert.deepEqual(words.map(({ val }) => val.id), ["same", "other"]);
  assert.deepEqual(words[1].val.args, [["n", { tag: "integer", val: 2n }], ["who", { tag: "data", val: "x" }]]);
  assert.deepEqual(view.nodes.map(({ key }) => key), ["page", "same", "other"]);
  assert.throws(() => show(sdk.page("page", undefined, [])), TypeError);
});

test("requests and views are numbered on, and the model is what `launch` made of what `save` gave", () => {
  const counter = () =>
    sdk.miniApp({
      launch: (start, saved) => ({ n: saved?.n ?? 0 }),
      update: (model, event, cx, effects) => {
        effects.locate();
        return { n: model.n + 1 };
      },
      view: ({ n }) => sdk.page("page", sdk.data(n), []),
      save: (model) => model,
    });
  const running = new Running(counter()).goesBack().goesBack();
  assert.deepEqual([running.view.revision, running.requests[0].id, running.word(0)], [3, 2, "2"]);
  assert.equal(new Running(counter(), { saved: running.save() }).word(0), "2");
  assert.equal(new Running(counter(), { saved: new TextEncoder().encode("{") }).word(0), "0");
  assert.deepEqual(counter().update({ tag: "went-back" }), { words: [], view: undefined, requests: [] });
});

test("inputs are read by shape", () => {
  const inputs = new sdk.Inputs([
    ["name", { tag: "text", val: "  Li Na " }],
    ["children", { tag: "number", val: { digits: 20n, scale: 1 } }],
    ["half", { tag: "number", val: { digits: 5n, scale: 1 } }],
    ["bank", { tag: "choice", val: "" }],
  ]);
  assert.deepEqual(
    [inputs.text("name"), inputs.text("children"), inputs.integer("children"), inputs.integer("half"), inputs.choice("bank")],
    ["Li Na", "", 2, undefined, undefined],
  );
  assert.equal(inputs.isAgreed("missing"), false);
});

test("the copies of a group that repeats are read one by one", () => {
  const inputs = new sdk.Inputs([
    ["child", { tag: "number", val: { digits: 2n, scale: 0 } }],
    ["child.0.name", { tag: "text", val: "An" }],
    ["child.1.name", { tag: "text", val: "Bo" }],
  ]);
  assert.deepEqual([inputs.copies("child"), inputs.copy("child", 1).text("name"), inputs.copies("none")], [2, "Bo", 0]);
});

test("the driver of tests takes plain values and refuses what is not on the page", () => {
  const { update } = sdk.miniApp({
    launch: () => ({}),
    update: (model, event) => (event.type === "submitted" ? { inputs: event.inputs } : undefined),
    view: () =>
      sdk.page("page", "title", [
        sdk.numberInput("number", "label"),
        sdk.moneyInput("money", "label", "CNY"),
        sdk.dateInput("date", "label"),
        sdk.records("rows", [{ title: "a", action: "open" }]),
        sdk.submit("next", "next"),
      ]),
    save: ({ inputs }) => [inputs.get("number").val.digits.toString(), inputs.money("money"), inputs.date("date")],
  });
  const running = new Running({ update });
  assert.throws(() => running.submits("next", { nothing: "x" }), /no input nothing/);
  assert.throws(() => running.submits("next", { date: "tomorrow" }), /no date/);
  assert.throws(() => running.acts("close"), /nothing on page does close/);
  assert.equal(running.acts("open", 0).page, "page");
});
