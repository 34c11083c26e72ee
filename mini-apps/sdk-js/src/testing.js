// Drives a mini-app on its author's machine, as a host would: what it shows, what it asks for, what its state is.

import { Held, day, decimal } from "./held.js";

const at = (view, key) => view.nodes.find((node) => node.key === key);

const wanted = (val, given, what) => {
  if (val === undefined) throw new Error(`${String(given)} is ${what}`);
  return val;
};
const TYPED = {
  "text-input": (text) => ({ tag: "text", val: text }),
  "text-area": (text) => ({ tag: "text", val: text }),
  "number-input": (number) => ({ tag: "number", val: wanted(decimal(number), number, "no number") }),
  "money-input": (minor, { currency }) => ({ tag: "money", val: { currency, minor: BigInt(minor) } }),
  "date-input": (text) => ({ tag: "date", val: wanted(day(text), text, "no date such as 2026-11-24") }),
  "time-input": (minute) => ({ tag: "minute", val: minute }),
  "choose-one": (id) => ({ tag: "choice", val: id }),
  "select-from": (id) => ({ tag: "choice", val: id }),
  "choose-many": (ids) => ({ tag: "choices", val: ids }),
  declaration: (isAgreed) => ({ tag: "agreed", val: isAgreed }),
  "slot-picker": (id) => ({ tag: "slot", val: id }),
};
/** A value of the input's own shape as the contract has it. */
const typed = (held, view, key, value) => {
  const node = held.nodes(view).find((own) => own.key === key);
  if (node === undefined) throw new Error(`there is no input ${key} on ${view.nodes[0].key}`);
  if (value !== null && typeof value === "object" && "tag" in value) return value;
  const { tag, val } = node.kind;
  if (TYPED[tag] === undefined) throw new Error(`${key} is a ${tag}: write its value as { tag, val }`);
  return TYPED[tag](value, val);
};
/** Whether a node reports `action`, by itself or by one of its rows. */
const reports = ({ kind: { val } }, action) =>
  [val, ...(Array.isArray(val) ? val : (val?.rows ?? []))].some((own) => [own?.action, own?.changeAction, own?.moreAction].includes(action));

/** A running mini-app. Every function that tells it something gives it back, so that calls can be chained. */
export class Running {
  #start;
  #held = new Held();

  constructor(exports, launch = {}) {
    this.exports = exports;
    this.requests = [];
    this.#start = {
      route: "/",
      params: [],
      origin: "person",
      caller: undefined,
      region: "440100",
      language: "en",
      display: "normal",
      now: 1764000000000n,
      today: { year: 2026, month: 11, day: 24 },
      seed: 7n,
      signedIn: true,
      saved: undefined,
      ...launch,
    };
    this.#tell({ tag: "launched", val: this.#start });
  }

  #tell(event) {
    const step = this.exports.update(event);
    this.words = step.words;
    this.view = step.view ?? this.view;
    if (this.view !== undefined) this.#held.see(this.view);
    this.requests = step.requests;
    return this;
  }

  /** The key of the page. */
  get page() {
    return this.view.nodes[0].key;
  }
  /** What the node `key` says, by its contract; nothing if it is not shown. */
  node(key) {
    return at(this.view, key)?.kind.val;
  }
  /** The message of a word, or the value. */
  word(place) {
    const { tag, val } = this.words[place];
    return tag === "message" ? val.id : val.val;
  }
  /** The ids of all messages of the step. */
  get messages() {
    return this.words.filter(({ tag }) => tag === "message").map(({ val }) => val.id);
  }
  /** The request of this kind that the last step made; nothing if it made none. */
  asked(tag) {
    return this.requests.find(({ wish }) => wish.tag === tag);
  }
  /** Presses what reports `action`: a button, a link, a bill, or the row of a list. */
  acts(action, row) {
    const node = this.view.nodes.find((own) => reports(own, action))?.key;
    if (node === undefined) throw new Error(`nothing on ${this.page} does ${action}`);
    return this.#tell({ tag: "acted", val: { action, node, row, revision: this.view.revision } });
  }
  /**
   * Hands the page in with values of the inputs' own shapes: `{ name: "Li Na", day: "2026-12-01", persons: 2, truth: true }`.
   * Money is in minor units, a time in minutes since midnight; what has no such shape is written as `{ tag, val }`. What is
   * typed stays, on every page. A page that a host would stop is an error: something must be given, or is not what it must be.
   */
  submits(action, values = {}) {
    for (const [key, value] of Object.entries(values)) this.#held.change(key, typed(this.#held, this.view, key, value));
    const { inputs, problems } = this.#held.handIn(this.view);
    if (Object.keys(problems).length > 0) throw new Error(`a host stops ${this.page}: ${JSON.stringify(problems)}`);
    return this.#tell({ tag: "submitted", val: { action, inputs, revision: this.view.revision } });
  }
  /** Adds a copy of the repeat group `key`; its inputs are called `key.1.name`, counted from 0. */
  addsCopy(key) {
    this.#held.addCopy(this.view, key);
    return this;
  }
  /** Takes a copy of the repeat group `key` away, with what was typed in it. */
  removesCopy(key, copy) {
    this.#held.removeCopy(this.view, key, copy);
    return this;
  }
  goesBack() {
    return this.#tell({ tag: "went-back" });
  }
  moment(moment) {
    return this.#tell({ tag: "moment", val: moment });
  }
  display(display) {
    return this.#tell({ tag: "display-changed", val: display });
  }
  answers(request, answer) {
    // Facts fill the inputs that say so, as soon as they are there.
    if (answer.tag === "claims") this.#held.agree(answer.val, this.view);
    return this.#tell({ tag: "answered", val: [request.id, answer] });
  }
  replies(request, body) {
    return this.answers(request, { tag: "reply", val: JSON.stringify(body) });
  }
  save() {
    return this.exports.save();
  }
  /** Ends it and launches it again from what it saved. */
  restarts() {
    return this.#tell({ tag: "launched", val: { ...this.#start, saved: this.save() } });
  }
}
