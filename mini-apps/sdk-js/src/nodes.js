// Building a page as a nested description: `page("page-home", "home-title", [text("home-lead"), submit("next", "home-next")])`.
//
// The short way to write a thing is the accessible one: a section needs its title, an input its label, a picture its
// alternative; a heading level, a colour or a size cannot be said at all. What is `null`, `undefined` or `false` among the
// parts is left out, so that `model.isLate && notice("warning", "home-late")` reads as it looks.

import { amount, decimal, messageId } from "./words.js";

/** A node: its key (none: from its text or its place), how it says itself with the step's words, and its parts. */
const node = (key, tag, say, parts = [], text = undefined) => ({ key, tag, say, parts, text });
/** A node whose key is its message. */
const said = (text, tag, say, parts) => node(undefined, tag, say, parts, text);
const maybe = (w, text) => (text === undefined || text === null ? undefined : w(text));
const exact = (number) => (number === undefined || number === null ? undefined : decimal(number, 0).val);
const large = (number) => (number === undefined || number === null ? undefined : BigInt(number));

/** A page with its title. `step` is `[1, 3]`; `focus` is the key of what the person should notice first. */
export const page = (key, title, parts, { step, focus } = {}) => ({
  ...node(key, "page", (w) => ({ title: w(title), step }), parts),
  focus,
});
/** A part of a page with its title; `lead` is its first paragraph. */
export const section = (title, parts, { lead } = {}) => said(title, "section", (w) => ({ title: w(title), lead: maybe(w, lead) }), parts);
/** A part without a title, for inputs that belong together. */
export const group = (key, parts) => node(key, "section", () => ({ title: undefined, lead: undefined }), parts);
/** A heading below the page's title. */
export const heading = (text) => said(text, "heading", (w) => w(text));
/** A paragraph. */
export const text = (body) => said(body, "text", (w) => w(body));
/** Something that stands out, and is read out when it appears. */
export const notice = (tone, body, { title } = {}) =>
  said(body, "notice", (w) => ({ tone, title: maybe(w, title), body: w(body) }));
/** Something to unfold: its line, and what it hides. */
export const details = (line, parts) => said(line, "details", (w) => w(line), parts);
/** A picture of the bundle, and what it shows for those who do not see it. */
export const image = (path, alternative) => said(alternative, "image", (w) => ({ path, alternative: w(alternative) }));
/** A picture of the bundle that says nothing. */
export const decoration = (path) => node(undefined, "image", () => ({ path, alternative: undefined }));
/** Parts of which one is shown at a time. */
export const tabs = (key, labels, parts) => node(key, "tabs", (w) => Uint32Array.from(labels.map(w)), parts);

const button = (weight, submits) => (action, label, { confirm } = {}) =>
  node(action, "button", (w) => ({ label: w(label), weight, action, submits, confirm: maybe(w, confirm) }));
/** The page's main button, which hands in its inputs. A page has one main button. */
export const submit = button("primary", true);
/** The page's main button where there is nothing to hand in. A page has one main button. */
export const primary = button("primary", false);
/** Another button. */
export const secondary = button("secondary", false);
/** A button for a minor action. */
export const quiet = button("quiet", false);
/** A button for what cannot be undone, with the question that the host asks first. */
export const destructive = (action, label, confirm) => button("destructive", false)(action, label, { confirm });
/** A list of links: `{ label, detail, tone, action }`. */
export const links = (key, all) =>
  node(key, "link-list", (w) =>
    all.map(({ label, detail, tone = "neutral", action }) => ({ label: w(label), detail: maybe(w, detail), tone, action })),
  );

// Inputs. The last argument holds what makes one more exact; what all share: hint, error, optional, fillsFrom, reportsChange.
const input = (key, tag, label, options, say) =>
  node(key, tag, (w) => {
    const { hint, error, optional = false, fillsFrom, reportsChange = false } = options;
    return { field: { label: w(label), hint: maybe(w, hint), error: maybe(w, error), optional, fillsFrom, reportsChange }, ...say(w) };
  });
const choices = (w, all) => all.map(({ id, label, hint }) => ({ id, label: w(label), hint: maybe(w, hint) }));

/** A line of text. */
export const textInput = (key, label, options = {}) =>
  input(key, "text-input", label, options, () => ({
    purpose: options.purpose ?? "plain",
    initial: options.initial ?? "",
    maxChars: options.atMost ?? 100,
  }));
/** Lines of text. */
export const textArea = (key, label, options = {}) =>
  input(key, "text-area", label, options, () => ({ initial: options.initial ?? "", maxChars: options.atMost ?? 1000 }));
/** A number. */
export const numberInput = (key, label, options = {}) =>
  input(key, "number-input", label, options, (w) => ({
    initial: exact(options.initial),
    minimum: exact(options.minimum),
    maximum: exact(options.maximum),
    unit: maybe(w, options.unit),
  }));
/** An amount of money in this currency; amounts are in minor units, at least nought where `atLeast` says nothing else. */
export const moneyInput = (key, label, currency, options = {}) =>
  input(key, "money-input", label, options, () => ({
    currency,
    initial: large(options.initial),
    minimumMinor: large(options.atLeast),
    maximumMinor: large(options.atMost),
  }));
/** A date; `remembered` is one that people know by heart, such as a birthday: written, not picked. */
export const dateInput = (key, label, options = {}) =>
  input(key, "date-input", label, options, () => ({
    initial: options.initial,
    earliest: options.earliest,
    latest: options.latest,
    remembered: options.remembered ?? false,
  }));
/** A time of day, in minutes since midnight. */
export const timeInput = (key, label, options = {}) => input(key, "time-input", label, options, () => ({ initialMinute: options.initial }));
/** One answer of a few: `{ id, label, hint }`. There is at least one. */
export const chooseOne = (key, label, all, options = {}) =>
  input(key, "choose-one", label, options, (w) => ({ choices: choices(w, all), initial: options.initial }));
/** Any answers of a few. There is at least one. */
export const chooseMany = (key, label, all, options = {}) =>
  input(key, "choose-many", label, options, (w) => ({
    choices: choices(w, all),
    initial: options.initial ?? [],
    atMost: options.atMost,
  }));
/** One answer of many, with search. */
export const selectFrom = (key, label, all, options = {}) =>
  input(key, "select-from", label, options, (w) => ({ choices: choices(w, all), codeList: undefined, initial: options.initial }));
/** One entry of a code list of the platform, such as `regions`. */
export const selectCode = (key, label, codeList, options = {}) =>
  input(key, "select-from", label, options, () => ({ choices: [], codeList, initial: options.initial }));
/** A statement that the person agrees to. */
export const declaration = (key, label, statement, options = {}) =>
  input(key, "declaration", label, options, (w) => ({ statement: w(statement), agreed: options.agreed ?? false }));
/** An address. */
export const addressInput = (key, label, options = {}) =>
  input(key, "address-input", label, options, () => ({ region: options.region, initial: options.initial }));
/** A place on the map. */
export const placeInput = (key, label, options = {}) =>
  input(key, "place-input", label, options, () => ({ nearRegion: options.nearRegion }));
/** Files of these media types, at most 5 MiB each. */
export const fileInput = (key, label, mediaTypes, options = {}) =>
  input(key, "file-input", label, options, () => ({
    mediaTypes,
    maxBytes: BigInt(options.maxBytes ?? 5 << 20),
    atMost: options.atMost ?? 1,
    fromCamera: options.fromCamera ?? false,
  }));
/** Parts that the person can repeat. */
export const repeatGroup = (key, label, addLabel, parts, { atLeast = 0, atMost = 20 } = {}) =>
  node(key, "repeat-group", (w) => ({ label: w(label), addLabel: w(addLabel), atLeast, atMost }), parts);
/** A fact from the person's records, shown by the host with its source. */
export const attribute = (key, claim, label) => node(key, "attribute", (w) => ({ claim, label: w(label) }));
/** Times to choose from: `{ id, at, minutes, place, left }`. */
export const slotPicker = (key, label, slots, options = {}) =>
  input(key, "slot-picker", label, options, (w) => ({
    slots: slots.map(({ id, at, minutes, place, left }) => ({ id, at: BigInt(at), minutes, place: maybe(w, place), left })),
    initial: options.initial,
  }));

/** Facts, one a line: `{ label, value, changeAction }`. With change actions, the check of all answers. */
export const summary = (key, rows) =>
  node(key, "summary", (w) => rows.map(({ label, value, changeAction }) => ({ label: w(label), value: maybe(w, value), changeAction })));
/** What is to do and how far it is: `{ label, detail, progress, action }`. */
export const tasks = (key, all) =>
  node(key, "task-list", (w) =>
    all.map(({ label, detail, progress, action }) => ({ label: w(label), detail: maybe(w, detail), progress, action })),
  );
/** Records: `{ title, detail, value, tone, action }`; `more` is `{ total, action }` where these are only the first ones. */
export const records = (key, rows, { more } = {}) =>
  node(key, "record-list", (w) => ({
    rows: rows.map(({ title, detail, value, tone = "neutral", action }) => ({
      title: w(title),
      detail: maybe(w, detail),
      value: maybe(w, value),
      tone,
      action,
    })),
    total: more?.total ?? rows.length,
    moreAction: more?.action,
  }));
/** A card or certificate. */
export const credential = (key, { kind, holder, number, issuer, validUntil, code }) =>
  node(key, "credential", (w) => ({ kind: w(kind), holder: w(holder), number, issuer: w(issuer), validUntil, code }));
/** A table; every row has a cell for each column. */
export const table = (key, caption, columns, rows) =>
  node(key, "table", (w) => ({
    caption: w(caption),
    columns: Uint32Array.from(columns.map(w)),
    rows: rows.map((row) => Uint32Array.from(row.map(w))),
  }));
/** What happened and what will: `{ title, detail, at, progress }`. */
export const timeline = (key, entries) =>
  node(key, "timeline", (w) =>
    entries.map(({ title, detail, at, progress }) => ({ title: w(title), detail: maybe(w, detail), at: large(at), progress })),
  );
/** Points on a map: `{ label, latitudeE6, longitudeE6, action }`; the host offers the same as a list. */
export const points = (key, all) =>
  node(key, "points", (w) => all.map(({ label, latitudeE6, longitudeE6, action }) => ({ label: w(label), latitudeE6, longitudeE6, action })));
/** A chart; the host always offers its table. `series` is `{ label, points }` with a whole number for each category. */
export const chart = (key, form, title, categories, series, { unit } = {}) =>
  node(key, "chart", (w) => ({
    form,
    title: w(title),
    categories: Uint32Array.from(categories.map(w)),
    series: series.map(({ label, points: all }) => ({ label: w(label), points: categories.map((_, at) => exact(all[at] ?? 0)) })),
    unit: maybe(w, unit),
  }));
/** A bill; its action should ask for the payment with `effects.pay`. `lines` is `{ label, minor }`. */
export const bill = (action, { payee, purpose, lines, currency, total }) =>
  node(action, "bill", (w) => ({
    payee,
    purpose: w(purpose),
    lines: lines.map(({ label, minor }) => [w(label), amount(currency, minor)]),
    total: amount(currency, total),
    action,
  }));
/** The end of a service. */
export const confirmation = (key, title, { reference, next = [], keepsDocument }) =>
  node(key, "confirmation", (w) => ({ title: w(title), reference, next: Uint32Array.from(next.map(w)), keepsDocument }));

/** The nested page as the contract's flat list: every child stands after its parent. */
export const flatten = (root, words, revision) => {
  const nodes = [];
  const keys = new Set();
  const put = (part, parent) => {
    const at = nodes.length;
    // A node that no event names is keyed by its message, so that it stays the same when others come and go.
    let key = part.key ?? (part.text === undefined ? undefined : messageId(part.text)) ?? `${parent?.key}.${parent?.children.length}`;
    while (keys.has(key)) key += "+";
    keys.add(key);
    const own = { key, kind: { tag: part.tag, val: part.say((word) => words.add(word)) }, children: [] };
    nodes.push(own);
    for (const child of part.parts) if (child) own.children.push(put(child, own));
    own.children = Uint32Array.from(own.children);
    return at;
  };
  put(root);
  return { nodes, focus: root.focus, revision };
};
