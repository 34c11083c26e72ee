// What household bills look like.

import {
  bill as billNode, chart, confirmation, instant, links, money, msg, notice, page, primary, records, secondary, section,
  submit, summary, text, textInput,
} from "fingertip-sdk";

import { billOf, CURRENCY, PAYEE, SUPPLIES } from "./model.js";

const NAMES = { water: "bills-supply-water", power: "bills-supply-power", gas: "bills-supply-gas" };
const USAGE = { water: "bills-usage-water", power: "bills-usage-power", gas: "bills-usage-gas" };
const SHOW = { water: "bills-show-water", power: "bills-show-power", gas: "bills-show-gas" };
const PURPOSE = { water: "bills-purpose-water", power: "bills-purpose-power", gas: "bills-purpose-gas" };
const UNITS = { water: "bills-unit-m3", power: "bills-unit-kwh", gas: "bills-unit-m3" };
const USED = { water: "bills-used-m3", power: "bills-used-kwh", gas: "bills-used-m3" };
const TROUBLE = {
  "sign-in": ["information", "bills-trouble-sign-in"],
  declined: ["information", "bills-trouble-declined"],
  forbidden: ["warning", "bills-trouble-forbidden"],
  "too-often": ["warning", "bills-trouble-too-often"],
  offline: ["warning", "bills-trouble-offline"],
  unavailable: ["warning", "bills-trouble-unavailable"],
  device: ["warning", "bills-trouble-unavailable"],
};

export const view = (model, cx) => PAGES[model.screen](model, cx);

const yuan = (minor) => money(CURRENCY, minor);

/** The names of months below a chart. Each is a message of its own: twelve with a variable cost a slow phone a sixth of the page. */
const MONTHS = [
  "bills-month-short-01", "bills-month-short-02", "bills-month-short-03", "bills-month-short-04", "bills-month-short-05", "bills-month-short-06",
  "bills-month-short-07", "bills-month-short-08", "bills-month-short-09", "bills-month-short-10", "bills-month-short-11", "bills-month-short-12",
];
const shortMonth = (yearAndMonth) => MONTHS[Number(yearAndMonth.slice(5)) - 1];
/** `2026-10` as a message knows it: words may call a month by its name. */
const month = (yearAndMonth) => msg("bills-month", { year: yearAndMonth.slice(0, 4), month: `m${yearAndMonth.slice(5)}` });

const trouble = ({ trouble: own }) => {
  if (own === undefined) return null;
  if (own.kind !== "objection") return notice(...TROUBLE[own.kind]);
  return notice("warning", own.words ? msg("bills-trouble-objection", { words: own.words }) : "bills-trouble-objection-unsaid");
};

/** What is paid and not with the department yet: the one thing that must not look lost. */
const receipts = (model) => {
  if (model.awaiting.has("redeeming")) return [notice("information", "bills-receipt-redeeming")];
  if (model.receipts.length === 0) return [];
  return [notice("warning", "bills-receipt-waiting"), secondary("redeem", "bills-receipt-redeem")];
};

const account = (model) =>
  page("page-account", "bills-account-title", [
    trouble(model),
    ...receipts(model),
    text("bills-account-lead"),
    textInput("account", "bills-account-label", {
      hint: "bills-account-hint",
      purpose: "account",
      initial: model.account,
      atMost: 20,
      error: model.isAccountWrong ? "bills-account-error" : undefined,
    }),
    model.awaiting.has("household") ? notice("information", "bills-looking-up") : submit("look-up", "bills-look-up"),
  ]);

const row = ({ supply, minor, paid_ms: paid }) => ({
  title: NAMES[supply],
  detail: paid ? "bills-row-paid" : "bills-row-due",
  value: yuan(minor),
  tone: paid ? "success" : "warning",
  action: "open-bill",
});

/** A notice, or a plain line where something else on the page must be noticed first. */
const aside = (model, tone, body) => (model.trouble || model.receipts.length > 0 ? text(body) : notice(tone, body));

const due = (model) => {
  const all = model.household.bills;
  const open = all.filter((bill) => !bill.paid_ms);
  if (all.length === 0) return aside(model, "information", "bills-none");
  if (open.length === 0) return aside(model, "success", "bills-all-paid");
  const total = open.reduce((sum, bill) => sum + bill.minor, 0);
  return aside(model, "information", msg("bills-due", { count: open.length, total: yuan(total) }));
};

const bills = (model, cx) =>
  page("page-bills", "bills-title", [
    trouble(model),
    ...receipts(model),
    due(model),
    model.household.bills.length > 0 && records("bills", model.household.bills.map(row)),
    cx.isSeniors ? secondary("show-usage", "bills-usage-show") : section("bills-usage-title", usage(model)),
    secondary("other-account", "bills-other-account"),
  ]);

const usage = ({ household, supply }) => [
  chart(
    "usage",
    "bars",
    USAGE[supply],
    household.months.map(shortMonth),
    [{ label: NAMES[supply], points: household.used[supply] }],
    { unit: UNITS[supply] },
  ),
  links(
    "supplies",
    SUPPLIES.filter((other) => other !== supply).map((other) => ({ label: SHOW[other], action: `show-${other}` })),
  ),
];

const usagePage = (model) => page("page-usage", "bills-usage-title", [...usage(model), primary("to-bills", "bills-to-bills")]);

const billPage = (model) => {
  const bill = billOf(model);
  if (bill === undefined) return page("page-bill", "bills-bill-title", [text("bills-bill-gone"), primary("to-bills", "bills-to-bills")]);
  const { supply, minor, used, month: at, paid_ms: paid } = bill;
  const facts = summary("facts", [
    { label: "bills-fact-supply", value: NAMES[supply] },
    { label: "bills-fact-month", value: month(at) },
    { label: "bills-fact-used", value: msg(USED[supply], { used }) },
    paid ? { label: "bills-fact-paid", value: instant(paid) } : undefined,
  ].filter(Boolean));
  const isPaying = model.awaiting.has("payment") || model.awaiting.has("redeeming");
  return page("page-bill", "bills-bill-title", [
    trouble(model),
    ...receipts(model),
    facts,
    paid && aside(model, "success", "bills-bill-paid"),
    model.awaiting.has("payment") && aside(model, "information", "bills-paying"),
    !paid && !isPaying && model.receipts.length === 0 && billNode("pay", {
      payee: PAYEE,
      purpose: PURPOSE[supply],
      lines: [{ label: msg(USED[supply], { used }), minor }],
      currency: CURRENCY,
      total: minor,
    }),
    !paid && text("bills-once"),
    paid && primary("to-bills", "bills-to-bills"),
  ]);
};

const paid = (model) =>
  page("page-paid", "bills-paid-title", [
    confirmation("confirmation", "bills-paid-confirmation", { reference: model.paidReference, next: ["bills-paid-next"] }),
    primary("to-bills", "bills-to-bills"),
  ]);

const PAGES = { account, bills, usage: usagePage, bill: billPage, paid };
