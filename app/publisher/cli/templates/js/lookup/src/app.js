// {{title}}: looks something up in the department's register.

import { Awaiting, data, miniApp, notice, page, records, secondary, submit, summary, textInput, troubleOf } from "fingertip-sdk";

/** The entries of the department's answer; what makes no sense is left out. */
const entriesOf = (body) => {
  try {
    const { entries } = JSON.parse(body);
    return entries.map(({ name, number }) => ({ name: String(name ?? ""), number: String(number ?? "") }));
  } catch {
    return undefined;
  }
};

const search = (model, effects) => {
  if (model.query === "") return;
  Object.assign(model, { found: undefined, open: undefined });
  model.awaiting.add(effects.call("{{name}}.search", { query: model.query }), "search");
};

/** A fresh mini-app: one for the engine, and one for each test. */
export const fresh = () =>
  miniApp({
    // Everything that the mini-app remembers.
    launch(start, saved, cx, effects) {
      const query = typeof saved?.query === "string" ? saved.query : "";
      const model = { query, found: undefined, open: undefined, trouble: undefined, awaiting: new Awaiting() };
      search(model, effects);
      return model;
    },

    update(model, event, cx, effects) {
      switch (event.type) {
        case "submitted":
          model.query = event.inputs.text("query");
          search(model, effects);
          break;
        case "answered":
          if (model.awaiting.take(event.request) === undefined) break;
          model.trouble = troubleOf(event.answer);
          if (event.answer.tag === "reply") model.found = entriesOf(event.answer.val);
          break;
        case "acted":
          if (event.action === "open") model.open = model.found?.[event.row ?? 0];
          if (event.action === "to-search") model.open = undefined;
          break;
        case "went-back":
          if (model.open) model.open = undefined;
          else effects.close();
          break;
      }
    },

    view({ query, found, open, trouble }) {
      if (open) {
        return page("page-entry", data(open.name), [
          summary("facts", [{ label: "entry-name", value: data(open.name) }, { label: "entry-number", value: data(open.number) }]),
          secondary("to-search", "entry-back"),
        ]);
      }
      return page("page-search", "search-title", [
        textInput("query", "search-query", { hint: "search-query-hint", initial: query }),
        submit("search", "search-button"),
        trouble && notice("warning", "trouble-text"),
        found && records("found", found.map(({ name, number }) => ({ title: data(name), detail: data(number), action: "open" }))),
      ]);
    },

    save: ({ query }) => ({ query }),
  });

export const { update, save } = fresh();
