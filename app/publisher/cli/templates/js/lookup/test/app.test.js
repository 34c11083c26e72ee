import assert from "node:assert/strict";
import { test } from "node:test";

import { Running } from "fingertip-sdk/testing";

import { fresh } from "../src/app.js";

test("what is found can be opened", () => {
  const running = new Running(fresh()).submits("search", { query: "river" });
  running.replies(running.asked("call"), { entries: [{ name: "River school", number: "17" }] });
  assert.equal(running.acts("open", 0).page, "page-entry");
  assert.equal(running.goesBack().page, "page-search");
});

test("an answer that makes no sense shows nothing", () => {
  for (const nonsense of [null, [], { entries: 7 }, { entries: [null] }]) {
    const running = new Running(fresh()).submits("search", { query: "river" });
    running.replies(running.asked("call"), nonsense);
    assert.equal(running.node("found"), undefined);
  }
});
