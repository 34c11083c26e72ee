import assert from "node:assert/strict";
import { test } from "node:test";

import { Running } from "fingertip-sdk/testing";

import { fresh } from "../src/app.js";

const progress = (running) => running.node("tasks").map((task) => task.progress);

test("what is done stays done", () => {
  const running = new Running(fresh()).acts("open", 0).acts("done");
  assert.deepEqual(progress(running), ["done", "not-started", "not-started"]);
  const kept = running.asked("store").wish.val[1];
  assert.deepEqual(progress(running.restarts()), ["done", "not-started", "not-started"]);
  const later = new Running(fresh());
  later.answers(later.asked("fetch"), { tag: "bytes", val: kept });
  assert.deepEqual(progress(later), ["done", "not-started", "not-started"]);
});
