// How events change household bills.

import { msg, troubleOf } from "fingertip-sdk";

import { ACCOUNT_DIGITS, billOf, CURRENCY, householdOf, modelOf, PAYEE, restore, SUPPLIES } from "./model.js";

const ACCOUNT = "account";
const RECEIPTS = "receipts";

export const launch = (start, saved, cx, effects) => {
  const supply = SUPPLIES.find((own) => start.route === `/${own}`);
  const model = restore(saved) ?? modelOf();
  if (supply !== undefined) model.supply = supply;
  ask(model, "kept-receipts", effects);
  if (model.account === "") ask(model, "kept-account", effects);
  return model;
};

export const update = (model, event, cx, effects) => {
  switch (event.type) {
    case "submitted":
      return submitted(model, event, effects);
    case "acted":
      return acted(model, event, effects);
    case "went-back":
      return back(model, effects);
    case "answered":
      return answered(model, event, cx, effects);
    case "moment":
      if (event.moment === "signed-in") return signedIn(model, effects);
      if (event.moment === "signed-out") return signedOut(model);
      return undefined;
    default:
      return undefined;
  }
};

const go = (model, screen) => {
  Object.assign(model, { screen, trouble: undefined, retry: undefined, isAccountWrong: false });
};

const submitted = (model, { action, inputs }, effects) => {
  if (action !== "look-up") return;
  // People write numbers from a bill as they are printed there, in groups.
  model.account = inputs.text("account").replace(/[\s-]/g, "");
  model.isAccountWrong = !new RegExp(`^\\d{${ACCOUNT_DIGITS}}$`).test(model.account);
  model.trouble = undefined;
  model.awaiting.dropAll("household");
  if (!model.isAccountWrong) ask(model, "household", effects);
};

const acted = (model, { action, row }, effects) => {
  switch (action) {
    case "open-bill": {
      const bill = model.household?.bills[row ?? 0];
      if (bill === undefined) return;
      model.billId = bill.id;
      go(model, "bill");
      return;
    }
    case "show-water":
    case "show-power":
    case "show-gas":
      model.supply = action.slice("show-".length);
      return;
    case "show-usage":
      go(model, "usage");
      return;
    case "pay":
      model.trouble = undefined;
      ask(model, "payment", effects);
      return;
    case "redeem":
      model.trouble = undefined;
      redeem(model, effects);
      return;
    case "refresh":
      model.trouble = undefined;
      ask(model, "household", effects);
      return;
    case "to-bills":
      go(model, "bills");
      return;
    case "other-account":
      go(model, "account");
      return;
  }
};

const back = (model, effects) => {
  if (model.screen === "account") effects.close();
  else go(model, model.screen === "bills" ? "account" : "bills");
};

const signedIn = (model, effects) => {
  const { retry } = model;
  if (model.trouble?.kind === "sign-in") Object.assign(model, { trouble: undefined, retry: undefined });
  ask(model, "kept-receipts", effects);
  if (retry !== undefined) ask(model, retry, effects);
};

/** Bills and receipts are the person's who left; what was kept for them stays kept. */
const signedOut = (model) => modelOf({ supply: model.supply });

/** Asks once for `wanted`: asking twice would do it twice. */
const ask = (model, wanted, effects) => {
  if (model.awaiting.has(wanted)) return;
  const request = requestFor(model, wanted, effects);
  if (request !== undefined) model.awaiting.add(request, wanted);
};

const requestFor = (model, wanted, effects) => {
  switch (wanted) {
    case "kept-account":
      return effects.fetch(ACCOUNT);
    case "kept-receipts":
      return effects.fetch(RECEIPTS);
    case "household":
      return effects.call("bills.household", { account: model.account });
    case "redeeming":
      return effects.call("bills.pay", { receipt: model.receipts[0] });
    case "payment": {
      const bill = billOf(model);
      if (bill === undefined || bill.paid_ms) return undefined;
      // The bill's own id: the payment service takes no second payment under it.
      const purpose = msg(`bills-purpose-${bill.supply}`);
      return effects.pay({ billReference: bill.id, payee: PAYEE, currency: CURRENCY, minor: bill.minor, purpose });
    }
    default:
      return undefined;
  }
};

/** One receipt at a time, so that each answer belongs to one. */
const redeem = (model, effects) => {
  if (model.receipts.length > 0) ask(model, "redeeming", effects);
};

const keepReceipts = (model, effects) => {
  if (model.receipts.length > 0) effects.store(RECEIPTS, model.receipts);
  else effects.forget(RECEIPTS);
};

const json = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const kept = (answer) => (answer.tag === "bytes" && answer.val !== undefined ? json(new TextDecoder().decode(answer.val)) : undefined);

const answered = (model, { request, answer }, cx, effects) => {
  const wanted = model.awaiting.take(request);
  switch (wanted) {
    case "kept-account": {
      const account = kept(answer);
      if (typeof account !== "string" || model.account !== "") return;
      model.account = account;
      // A sheet to sign in should not open before the person has touched anything.
      if (cx.isSignedIn) ask(model, "household", effects);
      return;
    }
    case "kept-receipts": {
      const receipts = kept(answer);
      if (Array.isArray(receipts)) model.receipts = [...new Set([...receipts, ...model.receipts])];
      if (cx.isSignedIn) redeem(model, effects);
      return;
    }
    case "household":
      // An answer for another home is as good as none.
      if (taken(model, answer) && model.household?.account === model.account) {
        effects.store(ACCOUNT, model.account);
        if (model.screen === "account") go(model, "bills");
      } else fail(model, answer, wanted);
      return;
    case "payment":
      if (answer.tag !== "receipt") return fail(model, answer, wanted);
      model.paidReference = model.billId;
      model.receipts.push(answer.val);
      keepReceipts(model, effects);
      redeem(model, effects);
      return;
    case "redeeming":
      return redeemed(model, answer, effects);
  }
};

const redeemed = (model, answer, effects) => {
  if (!taken(model, answer)) {
    // One that the department refuses must not stand in the way of the others.
    if (answer.tag === "rejected") model.receipts.push(model.receipts.shift());
    fail(model, answer, "redeeming");
    return;
  }
  model.receipts.shift();
  keepReceipts(model, effects);
  if (model.screen === "bill" && model.billId === model.paidReference) go(model, "paid");
  redeem(model, effects);
};

/** Whether the answer is a household's bills, which are then shown. */
const taken = (model, answer) => {
  const household = answer.tag === "reply" ? householdOf(json(answer.val)) : undefined;
  if (household === undefined) return false;
  // A receipt of another home's bill may be redeemed while this one is looked at.
  if (household.account === model.account) model.household = household;
  return true;
};

const fail = (model, answer, wanted) => {
  model.trouble = troubleOf(answer) ?? { kind: "unavailable" };
  model.retry = model.trouble.kind === "sign-in" ? wanted : undefined;
};
