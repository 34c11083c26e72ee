// What a host holds of a page: what was typed, what was agreed to, what is wrong. `conformance/facts` and `conformance/host` of
// the standard say how, and the tests run them.

import { IS, asMeant, isDay, minorDigits } from "./typed.js";

const none = { tag: "none" };
const field = ({ kind: { val } }) => val?.field;

/** The number `2.50` or `2` as the contract has it; nothing where the text is no number. */
export const decimal = (text) => {
  const [, whole, fraction = ""] = /^(-?\d+)(?:\.(\d+))?$/.exec(String(text).trim()) ?? [];
  if (whole === undefined) return undefined;
  const digits = BigInt(whole + fraction);
  return digits === BigInt.asIntN(64, digits) ? { digits, scale: fraction.length } : undefined;
};
/** A day such as `2026-11-24`; nothing where there is none. */
export const day = (text) => {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  const found = { year, month, day: date };
  return year !== undefined && date > 0 && isDay(found) ? found : undefined;
};

const has = (choices, id) => choices.some((choice) => choice.id === id);
const FROM_FACT = {
  "text-input": (fact) => ({ tag: "text", val: fact }),
  "text-area": (fact) => ({ tag: "text", val: fact }),
  "number-input": (fact) => {
    const val = decimal(fact);
    return val && { tag: "number", val };
  },
  "money-input": (fact, { currency }) => {
    const number = decimal(fact);
    if (number === undefined || number.scale > minorDigits(currency)) return undefined;
    const minor = number.digits * 10n ** BigInt(minorDigits(currency) - number.scale);
    return minor === BigInt.asIntN(64, minor) ? { tag: "money", val: { currency, minor } } : undefined;
  },
  // What is known in part is that much of a date; what is none stays as it is, for the person to mend.
  "date-input": (fact) => {
    const text = fact.trim();
    if (!/^\d{4}[\d-]{0,6}$/.test(text)) return undefined;
    const [, year, month = 0, date = 0] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text.replace(/(-00)+$/, ""))?.map((part) => Number(part ?? 0)) ?? [];
    const val = { year, month, day: date };
    return year !== undefined && isDay(val) ? { tag: "date", val } : { tag: "text", val: text };
  },
  "time-input": (fact) => {
    const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(fact.trim())?.map(Number) ?? [];
    return hour === undefined ? undefined : { tag: "minute", val: hour * 60 + minute };
  },
  "choose-one": (fact, { choices }) => (has(choices, fact) ? { tag: "choice", val: fact } : undefined),
  "select-from": (fact, { choices, codeList }) =>
    has(choices, fact) || (codeList !== undefined && /^[A-Za-z0-9]{2,12}$/.test(fact)) ? { tag: "choice", val: fact } : undefined,
  "choose-many": (fact, { choices, atMost }) => {
    const val = fact.split(",").map((id) => id.trim());
    return val.every((id) => has(choices, id)) && val.length <= (atMost ?? Infinity) ? { tag: "choices", val } : undefined;
  },
  "address-input": (fact, { region }) => ({ tag: "address", val: [region ?? "", fact] }),
};
/** The value that a fact gives to an input of this kind; nothing where it does not fit, so that the person is asked. */
export const inputFromFact = ({ tag, val }, fact) => (fact.trim() === "" ? undefined : FROM_FACT[tag]?.(fact, val));

const given = (tag, val) => (val === undefined ? none : { tag, val });
const INITIAL = {
  "text-input": ({ initial }) => given("text", initial || undefined),
  "text-area": ({ initial }) => given("text", initial || undefined),
  "number-input": ({ initial }) => given("number", initial),
  "money-input": ({ initial, currency }) => given("money", initial === undefined ? undefined : { currency, minor: initial }),
  "date-input": ({ initial }) => given("date", initial),
  "time-input": ({ initialMinute }) => given("minute", initialMinute),
  "choose-one": ({ initial }) => given("choice", initial),
  "select-from": ({ initial }) => given("choice", initial),
  "choose-many": ({ initial }) => given("choices", initial),
  // Nobody has agreed before they did, whatever the mini-app says.
  declaration: () => given("agreed", false),
  "address-input": ({ region, initial }) =>
    region === undefined && initial === undefined ? none : { tag: "address", val: [region ?? "", initial ?? ""] },
  "slot-picker": ({ initial }) => given("slot", initial),
};
/** What the mini-app put into an input. */
export const initial = ({ tag, val }) => INITIAL[tag]?.(val) ?? none;

const isEmpty = ({ tag, val }) =>
  tag === "none" ||
  (tag === "text" && val.trim() === "") ||
  (["choices", "choice", "slot", "files"].includes(tag) && val.length === 0) ||
  (tag === "address" && val[0] === "" && val[1].trim() === "") ||
  (tag === "agreed" && !val);
const MISSING = { "choose-one": "not-chosen", "select-from": "not-chosen", "choose-many": "not-chosen", "slot-picker": "not-chosen", declaration: "not-agreed" };
const isEmail = (text) => /^[^\s@]+@[^\s]+$/.test(text) && /^[^.].*\..*[^.]$/.test(text.slice(text.indexOf("@") + 1));
const PURPOSE = { ...IS, email: isEmail };
const long = (text, most) => ([...text].length > (most || 2000) ? "too-long" : undefined);
const compare = (a, b) => {
  const scale = Math.max(a.scale, b.scale);
  const scaled = ({ digits, scale: own }) => digits * 10n ** BigInt(scale - own);
  return scaled(a) < scaled(b) ? -1 : Number(scaled(a) > scaled(b));
};
const order = ({ year, month, day: own }) => year * 10_000 + month * 100 + own;
const PROBLEM = {
  "text-input": (text, { maxChars, purpose }) => {
    const fits = PURPOSE[purpose];
    return long(text, maxChars) ?? (fits && !fits(text) ? `not-${purpose}` : undefined);
  },
  "text-area": (text, { maxChars }) => long(text, maxChars),
  "number-input": (number, { minimum, maximum }) =>
    minimum && compare(number, minimum) < 0 ? "too-small" : maximum && compare(maximum, number) < 0 ? "too-large" : undefined,
  "money-input": ({ minor }, { minimumMinor = 0n, maximumMinor }) =>
    minor < minimumMinor ? "too-small" : maximumMinor !== undefined && minor > maximumMinor ? "too-large" : undefined,
  "date-input": (date, { field: { fillsFrom }, earliest, latest }) => {
    // What is known in part is too early or too late when it is so whatever the rest is.
    const filled = (rest) => ({ ...date, month: date.month || rest, day: date.day || rest });
    if (!isDay(date) || (date.day === 0 && fillsFrom !== "birth-date")) return "not-date";
    if (earliest && order(filled(99)) < order(earliest)) return "too-early";
    return latest && order(filled(1)) > order(latest) ? "too-late" : undefined;
  },
  "time-input": (minute) => (minute < 1440 ? undefined : "not-time"),
  "choose-many": (ids, { atMost }) => (ids.length > (atMost ?? Infinity) ? "too-many" : undefined),
  "choose-one": (id, { choices }) => (has(choices, id) ? undefined : "not-chosen"),
  "select-from": () => undefined,
  declaration: () => undefined,
  "file-input": (files, { maxBytes, atMost }) =>
    files.length > atMost ? "too-many" : files.some(({ bytes }) => BigInt(bytes) > BigInt(maxBytes)) ? "file-too-large" : undefined,
  "address-input": ([region, rest]) => (region === "" ? "no-region" : rest.trim() === "" ? "no-street" : long(rest, 0)),
  "place-input": ([latitude, longitude]) =>
    Math.abs(latitude) <= 90_000_000 && Math.abs(longitude) <= 180_000_000 ? undefined : "not-place",
  "slot-picker": (id, { slots }) => (slots.some((slot) => slot.id === id && slot.left > 0) ? undefined : "not-chosen"),
};
/** The shape of each input, and what is said of another one. */
const SHAPE = {
  "text-input": ["text", "missing"],
  "text-area": ["text", "missing"],
  "number-input": ["number", "not-number"],
  "money-input": ["money", "not-number"],
  "date-input": ["date", "not-date"],
  "time-input": ["minute", "not-time"],
  "choose-one": ["choice", "missing"],
  "select-from": ["choice", "missing"],
  "choose-many": ["choices", "missing"],
  declaration: ["agreed", "missing"],
  "address-input": ["address", "missing"],
  "place-input": ["place", "not-place"],
  "file-input": ["files", "missing"],
  "slot-picker": ["slot", "missing"],
};
const problem = ({ tag, val }, input) => {
  if (isEmpty(input)) return val.field.optional ? undefined : (MISSING[tag] ?? "missing");
  const [shape, other] = SHAPE[tag];
  return input.tag === shape ? PROBLEM[tag](input.val, val) : other;
};

/** What a host holds, on every page of a mini-app. */
export class Held {
  #inputs = new Map();
  #claims = new Map();

  change(key, input) {
    this.#inputs.set(key, input);
  }
  /** The person agreed to share facts: pairs of a claim and its value. */
  agree(facts, view) {
    for (const [claim, value] of facts) this.#claims.set(claim, value);
    if (view !== undefined) this.see(view);
  }
  /** A view is shown: agreed facts fill what the person left open. */
  see(view) {
    for (const { key, kind } of this.nodes(view)) {
      const fact = this.#claims.get(kind.val?.field?.fillsFrom);
      const input = fact === undefined || this.#inputs.has(key) ? undefined : inputFromFact(kind, fact);
      if (input !== undefined) this.change(key, input);
    }
  }
  copies(key, { atLeast, atMost }) {
    const held = Number(this.#inputs.get(key)?.val?.digits ?? 0n);
    return Math.min(Math.max(held, Math.min(Math.max(atLeast, 1), atMost)), atMost);
  }
  #count(key, copies) {
    this.change(key, { tag: "number", val: { digits: BigInt(copies), scale: 0 } });
  }
  addCopy(view, key) {
    const { val } = view.nodes.find((node) => node.key === key).kind;
    this.#count(key, Math.min(this.copies(key, val) + 1, val.atMost));
  }
  removeCopy(view, key, removed) {
    const { val } = view.nodes.find((node) => node.key === key).kind;
    const before = this.copies(key, val);
    if (removed >= before || before <= Math.max(val.atLeast, 1)) return;
    const prefix = `${key}.`;
    const inside = [...this.#inputs].filter(([own]) => own.startsWith(prefix));
    const moved = inside.map(([own, input]) => [own, .../^(\d+)\.(.*)$/.exec(own.slice(prefix.length)).slice(1), input]);
    for (const [own, number] of moved) if (Number(number) >= removed) this.#inputs.delete(own);
    for (const [, number, inner, input] of moved) if (Number(number) > removed) this.change(`${prefix}${number - 1}.${inner}`, input);
    this.#count(key, before - 1);
  }
  /** The nodes that are seen, with every copy of the repeat groups. */
  nodes(view, at = 0, prefix = "") {
    const node = view.nodes[at];
    const key = prefix + node.key;
    const inside = (own) => [...node.children].flatMap((child) => this.nodes(view, child, own));
    if (node.kind.tag !== "repeat-group") return [{ ...node, key }, ...inside(prefix)];
    const copies = this.copies(key, node.kind.val);
    return [{ ...node, key }, ...Array.from({ length: copies }, (_, copy) => inside(`${key}.${copy}.`)).flat()];
  }
  /** The values of the page, and what stops it, by key. */
  handIn(view) {
    const inputs = [];
    const problems = {};
    for (const { key, kind } of this.nodes(view)) {
      if (kind.tag === "repeat-group") {
        inputs.push([key, { tag: "number", val: { digits: BigInt(this.copies(key, kind.val)), scale: 0 } }]);
      } else if (field({ kind }) !== undefined) {
        const input = asMeant(kind, this.#inputs.get(key) ?? initial(kind));
        const found = problem(kind, input);
        if (found !== undefined) problems[key] = found;
        inputs.push([key, input]);
      }
    }
    return { inputs, problems };
  }
}
