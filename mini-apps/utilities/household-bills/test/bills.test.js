// Household bills, driven without a host. `fingertip-sdk` is found through the loader of the kit's tests.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { Running } from "fingertip-sdk/testing";

import { fresh } from "../src/app.js";

const ACCOUNT = "1020304050";
const months = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, "0")}`);
const household = (paid = []) => ({
  account: ACCOUNT,
  bills: ["water", "power", "gas"].map((supply, at) => ({
    id: `${ACCOUNT}-${supply}-2025-12`,
    supply,
    month: "2025-12",
    used: 100 * (at + 1),
    unit: "m3",
    minor: 1000 * (at + 1),
    paid_ms: paid.includes(supply) ? 1764000000000 : null,
  })),
  months,
  used: { water: months.map(() => 12), power: months.map((_, at) => 100 + at), gas: [] },
});

const account = (text) => ({ account: { tag: "text", val: text } });
/** A person who has looked up their bills. */
const atBills = (launch) => {
  const running = new Running(fresh(), launch).submits("look-up", account("1020 3040-50"));
  return running.replies(running.asked("call"), household());
};

test("a number as it is printed on a bill is understood, and one that is none is told beside the input", () => {
  const running = new Running(fresh()).submits("look-up", account("12"));
  assert.equal(running.word(running.node("account").field.error), "bills-account-error");
  running.submits("look-up", account("1020 3040-50"));
  assert.deepEqual(JSON.parse(running.asked("call").wish.val.body), { account: ACCOUNT });
  assert.equal(running.node("look-up"), undefined);
});

test("bills are shown with what is to pay, the use of the year, and the account is kept", () => {
  const running = atBills();
  assert.equal(running.page, "page-bills");
  assert.equal(running.asked("store").wish.val[0], "account");
  assert.equal(running.node("bills").rows.length, 3);
  const chart = running.node("usage");
  assert.deepEqual([chart.form, chart.categories.length, chart.series[0].points.length], ["bars", 12, 12]);
  assert.equal(chart.series[0].points[3].digits, 103n);
  running.acts("show-gas");
  assert.equal(running.node("usage").series[0].points[0].digits, 0n, "a month without a figure is zero");
});

test("the route of a service shows its own use first", () => {
  assert.equal(atBills({ route: "/water" }).node("usage").series[0].points[0].digits, 12n);
});

test("seniors see one thing a page", () => {
  const running = atBills({ display: "seniors" });
  assert.equal(running.node("usage"), undefined);
  assert.equal(running.acts("show-usage").page, "page-usage");
  assert.ok(running.node("usage"));
  assert.equal(running.display("normal").goesBack().page, "page-bills");
  assert.ok(running.node("usage"));
});

test("a bill is paid once: the receipt is kept first, handed in, and then forgotten", () => {
  const running = atBills().acts("open-bill", 1);
  assert.equal(running.node("pay").total.minor, 2000n);
  running.acts("pay");
  const paying = running.asked("pay");
  assert.deepEqual(paying.wish.val.billReference, `${ACCOUNT}-power-2025-12`);
  assert.equal(running.node("pay"), undefined, "no second press while the first is under way");
  running.answers(paying, { tag: "receipt", val: "the-receipt" });
  assert.deepEqual(running.requests.map(({ wish }) => wish.tag), ["store", "call"]);
  running.replies(running.asked("call"), household(["power"]));
  assert.equal(running.page, "page-paid");
  assert.equal(running.asked("store").wish.val[1].length, 0);
  assert.equal(running.acts("to-bills").node("bills").rows[1].tone, "success");
  assert.equal(running.acts("open-bill", 1).node("pay"), undefined);
});

test("a receipt that the department did not take is offered again, also after a new start", () => {
  const running = atBills().acts("open-bill", 0).acts("pay");
  running.answers(running.asked("pay"), { tag: "receipt", val: "r" });
  running.answers(running.asked("call"), { tag: "failed", val: "offline" });
  assert.ok(running.messages.includes("bills-receipt-waiting") && running.messages.includes("bills-trouble-offline"));
  assert.equal(running.node("pay"), undefined, "what is paid is not offered to be paid again");
  const again = new Running(fresh(), { saved: running.save() });
  assert.equal(again.page, "page-bill");
  again.acts("redeem");
  again.replies(again.asked("call"), household(["water"]));
  assert.ok(again.messages.includes("bills-bill-paid") || again.page === "page-paid");
});

test("a kept account is looked up at once, but only for somebody who is signed in", () => {
  const kept = { tag: "bytes", val: new TextEncoder().encode(JSON.stringify(ACCOUNT)) };
  const fetching = (running) => running.requests.find(({ wish }) => wish.tag === "fetch" && wish.val === "account");
  const known = new Running(fresh());
  assert.equal(known.answers(fetching(known), kept).asked("call").wish.val.operation, "bills.household");
  const stranger = new Running(fresh(), { signedIn: false });
  assert.equal(stranger.answers(fetching(stranger), kept).asked("call"), undefined);
  assert.equal(stranger.node("account").initial, ACCOUNT);
});

test("signing in goes on with what was asked for, and signing out shows nobody's bills", () => {
  const running = new Running(fresh(), { signedIn: false }).submits("look-up", account(ACCOUNT));
  running.answers(running.asked("call"), { tag: "refused", val: "needs-sign-in" });
  assert.ok(running.messages.includes("bills-trouble-sign-in"));
  assert.equal(running.moment("signed-in").asked("call").wish.val.operation, "bills.household");
  running.replies(running.asked("call"), household());
  assert.equal(running.moment("signed-out").page, "page-account");
  assert.equal(running.node("account").initial, "");
});

test("nonsense from the department or from an older version is no crash", () => {
  for (const nonsense of ["<html>", null, [], { bills: 1 }, { bills: [{}], months: ["x"] }, { account: ACCOUNT, bills: [], months: ["2026-13"] }]) {
    const running = new Running(fresh()).submits("look-up", account(ACCOUNT));
    running.replies(running.asked("call"), nonsense);
    assert.ok(["page-account", "page-bills"].includes(running.page));
  }
  for (const saved of ["", "[]", "7", "null", '{"screen":"bill"}', '{"screen":"paid","receipts":7}']) {
    assert.equal(new Running(fresh(), { saved: new TextEncoder().encode(saved) }).page, "page-account");
  }
});

test("every message that a page says is in every language", () => {
  const manifest = JSON.parse(readFileSync(new URL("../manifest.json", import.meta.url), "utf8"));
  for (const language of manifest.fingertip.languages) {
    const words = readFileSync(new URL(`../i18n/${language}.ftl`, import.meta.url), "utf8");
    const has = new Set([...words.matchAll(/^([a-z0-9-]+) =/gm)].map(([, id]) => id));
    for (const source of ["view", "update"]) {
      const code = readFileSync(new URL(`../src/${source}.js`, import.meta.url), "utf8");
      for (const [, id] of code.matchAll(/"(bills-[a-z0-9-]+)"/g)) assert.ok(has.has(id), `${id} is missing in ${language}`);
    }
  }
});
