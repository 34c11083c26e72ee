// What household bills remember.

import { Awaiting } from "fingertip-sdk";

export const CURRENCY = "CNY";
/** Who is paid: the department, whose name the host knows in each language. */
export const PAYEE = "utilities";
/** What is supplied; the words and routes of each follow from its name. */
export const SUPPLIES = ["water", "power", "gas"];
/** Digits of an account's number. */
export const ACCOUNT_DIGITS = 10;

/** A model with what is known; everything else as at the first start. */
export const modelOf = (known = {}) => ({
  /** `account`, `bills`, `usage`, `bill` or `paid`. */
  screen: "account",
  account: "",
  isAccountWrong: false,
  /** The department's answer: bills, months and use; nothing before the first one. */
  household: undefined,
  /** Whose use is shown. */
  supply: "power",
  /** The id of the bill that is looked at. */
  billId: undefined,
  /** The reference of the bill that was paid last. */
  paidReference: "",
  /** Receipts that the department has not taken yet, oldest first. */
  receipts: [],
  trouble: undefined,
  /** What to ask for again after signing in. */
  retry: undefined,
  awaiting: new Awaiting(),
  ...known,
});

/** The bill that is looked at. */
export const billOf = (model) => model.household?.bills.find((bill) => bill.id === model.billId);

/** The small state: what a later launch goes on from. */
export const save = ({ screen, account, household, supply, billId, paidReference, receipts }) => ({
  screen,
  account,
  household,
  supply,
  billId,
  paidReference,
  receipts,
});

/** The model of a state that was saved by this version; nothing from one that makes no sense. */
export const restore = (saved) => {
  if (saved === undefined || saved === null || typeof saved !== "object") return undefined;
  const household = householdOf(saved.household);
  const texts = (list) => (Array.isArray(list) ? list.filter((text) => typeof text === "string") : []);
  const screen = ["bills", "usage", "bill", "paid"].includes(saved.screen) && household !== undefined ? saved.screen : "account";
  return modelOf({
    screen,
    account: typeof saved.account === "string" ? saved.account : "",
    household,
    supply: SUPPLIES.includes(saved.supply) ? saved.supply : "power",
    billId: saved.billId,
    paidReference: String(saved.paidReference ?? ""),
    receipts: texts(saved.receipts),
  });
};

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The department's answer if it makes sense; nothing else may reach the page. */
export const householdOf = (reply) => {
  if (reply === null || typeof reply !== "object" || !Array.isArray(reply.bills) || !Array.isArray(reply.months)) return undefined;
  const isBill = ({ id, supply, month, used, minor }) =>
    typeof id === "string" && SUPPLIES.includes(supply) && MONTH.test(month) && Number.isSafeInteger(used) && Number.isSafeInteger(minor);
  const used = Object.fromEntries(SUPPLIES.map((supply) => [supply, (reply.used?.[supply] ?? []).filter(Number.isSafeInteger).slice(0, 24)]));
  const months = reply.months.filter((month) => MONTH.test(month)).slice(0, 24);
  return { account: String(reply.account), bills: reply.bills.filter(isBill).slice(0, 20), months, used };
};
