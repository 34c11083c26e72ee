// {{title}}: what is to do, and how far it is. Each task is done in its own time; what is done is kept on the device.

import { miniApp, notice, page, primary, tasks, text } from "fingertip-sdk";

/** The tasks: key, what is to do, and what it takes. */
const TASKS = [
  { key: "papers", title: "task-papers", text: "task-papers-text" },
  { key: "photo", title: "task-photo", text: "task-photo-text" },
  { key: "visit", title: "task-visit", text: "task-visit-text" },
];

/** Which tasks are done, by key, of what was kept; nonsense is none. */
const doneOf = (kept) => Object.fromEntries(TASKS.map(({ key }) => [key, kept?.[key] === true]));

const json = (bytes) => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};

/** A fresh mini-app: one for the engine, and one for each test. */
export const fresh = () =>
  miniApp({
    // Everything that the mini-app remembers.
    launch(start, saved, cx, effects) {
      if (saved === undefined) effects.fetch("done");
      return { done: doneOf(saved), open: undefined };
    },

    update(model, event, cx, effects) {
      switch (event.type) {
        case "answered":
          if (event.answer.tag === "bytes" && event.answer.val !== undefined) model.done = doneOf(json(event.answer.val));
          break;
        case "acted":
          if (event.action === "open") model.open = TASKS[event.row ?? 0];
          if (event.action === "done" && model.open) {
            model.done[model.open.key] = true;
            model.open = undefined;
            effects.store("done", model.done);
          }
          break;
        case "went-back":
          if (model.open) model.open = undefined;
          else effects.close();
          break;
      }
    },

    view({ done, open }) {
      if (open) return page(`page-${open.key}`, open.title, [text(open.text), primary("done", "task-done")]);
      return page("page-tasks", "tasks-title", [
        TASKS.every(({ key }) => done[key]) && notice("success", "tasks-all-done"),
        tasks("tasks", TASKS.map(({ key, title }) => ({ label: title, progress: done[key] ? "done" : "not-started", action: "open" }))),
      ]);
    },

    save: ({ done }) => done,
  });

export const { update, save } = fresh();
