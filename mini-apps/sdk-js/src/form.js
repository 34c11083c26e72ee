// A form, declared once: fields and pages. Navigation, the check of all answers, going back and being saved come with it;
// in seniors mode each page asks one thing. Titles and labels are ids of messages.

import { Inputs } from "./inputs.js";
import { chooseOne, dateInput, declaration, numberInput, page, submit, summary, primary, textArea, textInput } from "./nodes.js";
import { data, date, decimal } from "./words.js";

const CONTINUE = "form-continue";
const SEND = "form-send";
const CHANGE = "form-change";

const two = (number) => String(number).padStart(2, "0");
const isText = (kept) => (typeof kept === "string" ? kept : undefined);
const whole = ({ digits, scale }) => (scale === 0 ? Number(digits) : undefined);

/** What a kind of field shares with the others: `tag` is its input's, `draw` its node, `say` its answer as a person reads it. */
const asks = (tag, draw, say, keep = (val) => val, read = isText) => (key, label, ...more) => ({
  key,
  label,
  tag,
  draw: (val) => draw(key, label, val, ...more),
  say: (val) => say(val, ...more),
  keep,
  read,
});
const written = (val) => (val.trim() === "" ? undefined : data(val.trim()));

/** What a form can ask: `field.text("name", "you-name", { purpose: "name" })`. The last argument is that of the input's own builder. */
export const field = {
  /** A line of text. */
  text: asks("text", (key, label, val, options) => textInput(key, label, { ...options, initial: val ?? "" }), written),
  /** Lines of text. */
  lines: asks("text", (key, label, val, options) => textArea(key, label, { ...options, initial: val ?? "" }), written),
  /** A number; `minimum` and `maximum` are whole. */
  number: asks(
    "number",
    (key, label, val, options) => numberInput(key, label, { ...options, initial: val && whole(val) }),
    ({ digits, scale }) => decimal(digits, scale),
    // JSON has no large numbers.
    ({ digits, scale }) => [String(digits), scale],
    (kept) => (Array.isArray(kept) && /^-?\d+$/.test(kept[0]) && Number.isSafeInteger(kept[1]) ? { digits: BigInt(kept[0]), scale: kept[1] } : undefined),
  ),
  /** A date. */
  date: asks(
    "date",
    (key, label, val, options) => dateInput(key, label, { ...options, initial: val }),
    date,
    ({ year, month, day }) => `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`,
    (kept) => {
      const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(kept)?.map(Number) ?? [];
      return year === undefined ? undefined : { year, month, day };
    },
  ),
  /** One answer of a few: `{ id, label, hint }`. */
  oneOf: asks(
    "choice",
    (key, label, val, all, options) => chooseOne(key, label, all, { ...options, initial: val }),
    (val, all) => all.find(({ id }) => id === val)?.label,
  ),
  /** A statement that the person agrees to. */
  agreement: asks(
    "agreed",
    (key, label, val, statement, options) => declaration(key, label, statement, { ...options, agreed: val === true }),
    (val, statement) => (val ? statement : undefined),
    (val) => val,
    (kept) => (typeof kept === "boolean" ? kept : undefined),
  ),
};

/**
 * A form: `{ pages, checkTitle, continueLabel, sendLabel }`, each page `{ key, title, fields }`.
 *
 * Its state is plain data that the model holds: `start()` makes it, `update` takes an event in, `view` shows it, `save`
 * gives what is kept and `start(kept)` goes on from that.
 */
export const form = ({ pages, checkTitle, continueLabel, sendLabel }) => {
  const fields = pages.flatMap((own) => own.fields.map((one) => ({ page: own, field: one })));
  const check = fields.length;

  /** The first question of the page that holds the question `at`, and the one after its last. */
  const pageOf = (at, cx) => {
    if (cx.isSeniors) return [at, at + 1];
    let first = 0;
    for (const { fields: own } of pages) {
      if (at < first + own.length) return [first, first + own.length];
      first += own.length;
    }
    return [first, first + 1];
  };

  const answers = (state) =>
    new Inputs(fields.filter(({ field: { key } }) => state.answers[key] !== undefined).map(({ field: { key } }) => [key, state.answers[key]]));

  const handedIn = (state, inputs, cx) => {
    const [first, after] = pageOf(state.at, cx);
    for (const { field: { key } } of fields.slice(first, after)) {
      const input = inputs.get(key);
      if (input === undefined) delete state.answers[key];
      else state.answers[key] = input;
    }
    state.at = state.fromCheck ? check : after;
    state.fromCheck = false;
  };

  const back = (state, cx) => {
    if (state.fromCheck) {
      Object.assign(state, { at: check, fromCheck: false });
      return "stays";
    }
    const [first] = pageOf(Math.min(state.at, check), cx);
    if (first === 0) return "left-back";
    [state.at] = pageOf(first - 1, cx);
    return "stays";
  };

  return {
    /** The state at the start, or the one that `save` kept; what does not fit the form any more is left out. */
    start(kept) {
      const known = (own) => own.read(kept?.answers?.[own.key]);
      const read = fields.map(({ field: own }) => [own, known(own)]).filter(([, val]) => val !== undefined);
      return {
        at: Number.isSafeInteger(kept?.at) ? Math.min(Math.max(kept.at, 0), check) : 0,
        fromCheck: kept?.fromCheck === true,
        answers: Object.fromEntries(read.map(([{ key, tag }, val]) => [key, { tag, val }])),
      };
    },

    /** Takes an event in. Gives `"sent"` when the person has checked everything, `"left-back"` before the first page, else `"stays"`. */
    update(state, event, cx) {
      if (event.type === "went-back") return back(state, cx);
      if (event.type === "submitted" && event.action === CONTINUE) handedIn(state, event.inputs, cx);
      if (event.type === "acted" && event.action === CHANGE) Object.assign(state, { at: Math.min(event.row ?? 0, check - 1), fromCheck: true });
      return event.type === "acted" && event.action === SEND && state.at >= check ? "sent" : "stays";
    },

    /** Shows where the person is. */
    view(state, cx) {
      const said = ({ key, tag, say }) => (state.answers[key]?.tag === tag ? say(state.answers[key].val) : undefined);
      if (state.at >= check) {
        return page("page-check", checkTitle, [
          summary("form-answers", fields.map(({ field: own }) => ({ label: own.label, value: said(own), changeAction: CHANGE }))),
          primary(SEND, sendLabel),
        ]);
      }
      const [first, after] = pageOf(state.at, cx);
      const { page: own } = fields[first];
      // The host holds what was typed; the kept answer is for a page that is opened again after the mini-app was ended.
      const drawn = fields.slice(first, after).map(({ field: { key, tag, draw } }) => draw(state.answers[key]?.tag === tag ? state.answers[key].val : undefined));
      return page(cx.isSeniors ? `page-${own.key}-${first}` : `page-${own.key}`, own.title, [...drawn, submit(CONTINUE, continueLabel)], {
        step: [pages.indexOf(own) + 1, pages.length],
      });
    },

    /** What is kept, for the mini-app's `save`. */
    save(state) {
      const kept = fields.filter(({ field: { key, tag } }) => state.answers[key]?.tag === tag);
      return {
        at: state.at,
        fromCheck: state.fromCheck,
        answers: Object.fromEntries(kept.map(({ field: { key, keep } }) => [key, keep(state.answers[key].val)])),
      };
    },

    /** All answers, read as a page's inputs are. */
    answers,
  };
};
