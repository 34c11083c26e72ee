import assert from "node:assert/strict";
import { test } from "node:test";

import { Running } from "fingertip-sdk/testing";

import { fresh } from "../src/app.js";

const atCheck = () =>
  new Running(fresh())
    .acts("start")
    .submits("form-continue", { name: "Li Na", phone: "13800138000" })
    .submits("form-continue", { delivery: "post", truth: true });

test("a person applies and is told the reference, also after a new start", () => {
  const running = atCheck();
  assert.equal(running.page, "page-check");
  running.acts("form-send");
  running.answers(running.asked("submit-case"), { tag: "case-accepted", val: "XX-1" });
  assert.deepEqual([running.page, running.asked("watch-case").wish.val], ["page-sent", "XX-1"]);
  assert.equal(running.restarts().node("end").reference, "XX-1");
});

test("what is kept until online is told, and sent later", () => {
  const running = atCheck().acts("form-send");
  const request = running.asked("submit-case");
  assert.equal(running.answers(request, { tag: "queued" }).page, "page-kept");
  assert.equal(running.answers(request, { tag: "case-accepted", val: "XX-1" }).page, "page-sent");
});

test("what could not be sent can be changed and sent again", () => {
  const running = atCheck().acts("form-send");
  running.answers(running.asked("submit-case"), { tag: "failed", val: "department-unavailable" });
  assert.equal(running.page, "page-trouble");
  assert.equal(running.goesBack().page, "page-wish");
  running.submits("form-continue", { delivery: "desk", truth: true }).acts("form-send");
  assert.equal(JSON.parse(running.asked("submit-case").wish.val.body).delivery, "desk");
});
