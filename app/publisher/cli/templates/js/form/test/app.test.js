import assert from "node:assert/strict";
import { test } from "node:test";

import { Running } from "fingertip-sdk/testing";

import { fresh } from "../src/app.js";

test("a person answers, checks and sends", () => {
  const running = new Running(fresh())
    .submits("form-continue", { name: "Li Na", phone: "13800138000" })
    .submits("form-continue", { day: "2026-12-01", persons: 2 })
    .acts("form-send");
  const sent = running.asked("call");
  assert.deepEqual(JSON.parse(sent.wish.val.body), { name: "Li Na", phone: "13800138000", day: "2026-12-01", persons: 2 });
  assert.equal(running.replies(sent, {}).page, "page-sent");
});

test("what could not be sent is not lost and can be sent again", () => {
  const running = new Running(fresh())
    .submits("form-continue", { name: "Li Na", phone: "13800138000" })
    .submits("form-continue", { day: "2026-12-01", persons: 2 })
    .acts("form-send");
  running.answers(running.asked("call"), { tag: "failed", val: "offline" });
  assert.equal(running.page, "page-trouble");
  assert.equal(JSON.parse(running.acts("form-send").asked("call").wish.val.body).name, "Li Na");
});
