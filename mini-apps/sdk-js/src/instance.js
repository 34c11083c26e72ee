// One running mini-app: the model between two events.

import { Effects } from "./effects.js";
import { Inputs } from "./inputs.js";
import { flatten } from "./nodes.js";
import { Words } from "./words.js";

/** What the host has said about the world; always as of the last event. */
const contextOf = (start) => ({
  region: start.region,
  language: start.language,
  display: start.display,
  isSeniors: start.display === "seniors",
  now: Number(start.now),
  today: start.today,
  isSignedIn: start.signedIn,
});

/** Takes in what an event says about the world and gives the event for the author: a flat object with its `type`. */
const takeIn = (cx, { tag, val }) => {
  switch (tag) {
    case "submitted":
      return { type: tag, action: val.action, inputs: new Inputs(val.inputs) };
    case "acted":
      return { type: tag, action: val.action, node: val.node, row: val.row };
    case "changed":
      return { type: tag, key: val.key, input: val.input };
    case "answered":
      return { type: tag, request: val[0], answer: val[1] };
    case "case-changed":
      return { type: tag, case: val[0], state: val[1] };
    case "moment":
      if (val === "signed-in" || val === "signed-out") cx.isSignedIn = val === "signed-in";
      return { type: tag, moment: val };
    case "ticked":
      cx.now = Number(val);
      return { type: tag };
    case "language-changed":
      cx.language = val;
      return { type: tag };
    case "region-changed":
      cx.region = val;
      return { type: tag };
    case "display-changed":
      cx.display = val;
      cx.isSeniors = val === "seniors";
      return { type: tag };
    default:
      return { type: tag };
  }
};

const parse = (bytes) => {
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};

/**
 * The exports of a mini-app: `const { update, save } = miniApp({ launch, update, view, save })`.
 *
 * `launch(start, saved, cx, effects)` gives the model; `update(model, event, cx, effects)` changes it, or gives another;
 * `view(model, cx)` shows it as one page; `save(model)` gives the small state that a later launch goes on from.
 */
export const miniApp = (app) => {
  let running;
  let revision = 0;
  let requests = 0;
  const update = (event) => {
    const words = new Words();
    const effects = new Effects(words, requests);
    if (event.tag === "launched") {
      const cx = contextOf(event.val);
      const { route, params, origin, caller, seed, saved } = event.val;
      running = { cx, model: app.launch({ route, params: new Map(params), origin, caller, seed }, parse(saved), cx, effects) };
    } else if (running !== undefined) {
      const next = app.update(running.model, takeIn(running.cx, event), running.cx, effects);
      if (next !== undefined) running.model = next;
    } else {
      return { words: [], view: undefined, requests: [] };
    }
    revision += 1;
    requests = effects.last;
    const view = flatten(app.view(running.model, running.cx), words, revision);
    return { words: words.entries, view, requests: effects.requests };
  };
  const save = () => (running === undefined ? new Uint8Array() : new TextEncoder().encode(JSON.stringify(app.save(running.model))));
  return { update, save };
};
