// A form declared once: its pages, the check of all answers, going back, seniors mode and being saved.

import assert from "node:assert/strict";
import { test } from "node:test";

import { field, form, miniApp } from "fingertip-sdk";
import { Running } from "fingertip-sdk/testing";

const FORM = form({
  pages: [
    { key: "you", title: "you", fields: [field.text("name", "name", { purpose: "name" }), field.date("born", "born", { optional: true })] },
    {
      key: "way",
      title: "way",
      fields: [
        field.oneOf("way", "way", [{ id: "post", label: "by-post" }, { id: "desk", label: "at-desk" }]),
        field.number("copies", "copies", { minimum: 1, maximum: 9 }),
        field.agreement("truth", "truth", "it-is-true"),
      ],
    },
  ],
  checkTitle: "check",
  continueLabel: "continue",
  sendLabel: "send",
});

/** A mini-app that is its form alone; what came of the last event is what it would save beside it. */
const asking = () =>
  miniApp({
    launch: (start, saved) => ({ form: FORM.start(saved?.form), came: "stays" }),
    update: (model, event, cx) => {
      model.came = FORM.update(model.form, event, cx);
    },
    view: ({ form: state }, cx) => FORM.view(state, cx),
    save: ({ form: state, came }) => ({ form: FORM.save(state), came }),
  });
const saved = (running) => JSON.parse(new TextDecoder().decode(running.save()));

const WAY = { way: "post", copies: 2, truth: true };
const atCheck = () => new Running(asking()).submits("form-continue", { name: " Li Na ", born: "1999-02-03" }).submits("form-continue", WAY);
/** What the check says of each question. */
const answers = (running) =>
  running.node("form-answers").map(({ value }) => {
    if (value === undefined) return undefined;
    const { tag, val } = running.words[value];
    return tag === "message" ? val.id : val.val;
  });
const ALL = ["Li Na", { year: 1999, month: 2, day: 3 }, "by-post", { digits: 2n, scale: 0 }, "it-is-true"];

test("a form goes through its pages to the check, and is sent", () => {
  const running = atCheck();
  assert.equal(running.page, "page-check");
  assert.deepEqual(answers(running), ALL);
  assert.equal(saved(running.acts("form-send")).came, "sent");
});

test("what was answered is there after a new start, and nonsense that was kept is left out", () => {
  const running = atCheck().restarts();
  assert.equal(running.page, "page-check");
  assert.deepEqual(answers(running), ALL);
  running.acts("form-change", 1);
  assert.deepEqual([running.page, running.node("born").initial, running.node("name").initial], ["page-you", { year: 1999, month: 2, day: 3 }, "Li Na"]);
  for (const kept of [null, 7, [], { at: -1 }, { at: 99, answers: { born: "soon", copies: ["x", 0], truth: "yes", way: 7, name: null } }]) {
    const state = FORM.start(kept);
    assert.deepEqual(state.answers, {});
    assert.ok(state.at === 0 || state.at === 5);
  }
});

test("a changed answer leads back to the check, and so does going back from it", () => {
  const running = atCheck().acts("form-change", 2);
  assert.equal(running.page, "page-way");
  running.submits("form-continue", { ...WAY, way: "desk" });
  assert.equal(answers(running)[2], "at-desk");
  assert.equal(running.acts("form-change", 0).goesBack().page, "page-check");
  assert.equal(running.goesBack().page, "page-way");
  assert.equal(running.goesBack().page, "page-you");
  assert.equal(saved(running.goesBack()).came, "left-back");
});

test("nothing is sent before the check", () => {
  const running = new Running(asking());
  assert.throws(() => running.acts("form-send"));
  assert.equal(FORM.update(FORM.start(), { type: "acted", action: "form-send" }, { isSeniors: false }), "stays");
});

test("seniors are asked one thing a page, in the same place", () => {
  const running = new Running(asking(), { display: "seniors" });
  assert.equal(running.page, "page-you-0");
  assert.equal(running.node("born"), undefined);
  running.submits("form-continue", { name: "Li Na" });
  assert.deepEqual([running.page, running.node("name")], ["page-you-1", undefined]);
  assert.ok(running.display("normal").node("name"));
});
