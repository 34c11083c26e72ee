// What a person reads: messages of the bundle and values, gathered into the words of a step.
//
// A plain string is the id of a message, so that a fixed text cannot slip past the translators; what a server or a person
// said goes through `data`.

const value = (tag, val) => ({ tag, val });

/** What a server or a person said, in no particular language. */
export const data = (text) => value("data", String(text));
/** A whole number. */
export const integer = (number) => value("integer", BigInt(number));
/** `decimal(125, 1)` is 12.5. */
export const decimal = (digits, scale) => value("decimal", { digits: BigInt(digits), scale });
/** A share of one: `percent(25, 2)` is a quarter. */
export const percent = (digits, scale) => value("percent", { digits: BigInt(digits), scale });
/** An amount in minor units of an ISO 4217 currency: `money("CNY", 4250)` is 42.50 yuan. */
export const money = (currency, minor) => value("money", amount(currency, minor));
/** A date: `{ year, month, day }`. */
export const date = (day) => value("date", day);
/** An instant in milliseconds since 1970-01-01T00:00:00Z. */
export const instant = (at) => value("instant", BigInt(at));
/** A length of time in whole days. */
export const days = (count) => value("days", count);
/** A region by its code. */
export const region = (code) => value("region", code);
/** A message with its variables: `msg("bills-paid", { amount: money("CNY", 100) })`. Text is data, numbers are whole. */
export const msg = (id, variables = {}) => ({ id, args: Object.entries(variables).map(([name, said]) => [name, valueOf(said)]) });

/** Money as the contract has it. */
export const amount = (currency, minor) => ({ currency, minor: BigInt(minor) });

const valueOf = (said) => {
  if (typeof said === "string") return data(said);
  if (typeof said === "number" || typeof said === "bigint") return integer(said);
  return said;
};

/** The id of a message; nothing for a value. */
export const messageId = (text) => (typeof text === "string" ? text : text.id);

/** The words of a step. Each stands once: nodes and requests name it by its place. */
export class Words {
  entries = [];
  #places = new Map();

  /** The place of `text`. */
  add(text) {
    const key = typeof text === "string" ? text : undefined;
    const known = key === undefined ? undefined : this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.entries.length;
    this.entries.push(entryOf(text));
    if (key !== undefined) this.#places.set(key, place);
    return place;
  }
}

const entryOf = (text) => {
  if (typeof text === "string") return { tag: "message", val: { id: text, args: [] } };
  if (text === null || typeof text !== "object") throw new TypeError(`${String(text)} is neither a message's id nor a value`);
  return "tag" in text ? { tag: "value", val: text } : { tag: "message", val: text };
};
