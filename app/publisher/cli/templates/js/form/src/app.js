// {{title}}: asks a few questions and hands the answers to the department.

import { Awaiting, field, form, miniApp, notice, page, primary, troubleOf } from "fingertip-sdk";

/** Everything that is asked. Fields and pages are declared here and nowhere else. */
const FORM = form({
  pages: [
    {
      key: "you",
      title: "you-title",
      fields: [field.text("name", "you-name", { purpose: "name" }), field.text("phone", "you-phone", { purpose: "phone", hint: "you-phone-hint" })],
    },
    {
      key: "visit",
      title: "visit-title",
      fields: [field.date("day", "visit-day"), field.number("persons", "visit-persons", { minimum: 1, maximum: 20 })],
    },
  ],
  checkTitle: "check-title",
  continueLabel: "continue",
  sendLabel: "send",
});

const two = (number) => String(number).padStart(2, "0");

const send = (model, effects) => {
  const answers = FORM.answers(model.form);
  const day = answers.date("day");
  const body = {
    name: answers.text("name"),
    phone: answers.text("phone"),
    day: day && `${day.year}-${two(day.month)}-${two(day.day)}`,
    persons: answers.integer("persons"),
  };
  model.awaiting.add(effects.call("{{name}}.send", body), "send");
};

/** A fresh mini-app: one for the engine, and one for each test. */
export const fresh = () =>
  miniApp({
    // Everything that the mini-app remembers.
    launch: (start, saved) => ({
      form: FORM.start(saved?.form),
      isSent: saved?.isSent === true,
      trouble: undefined,
      awaiting: new Awaiting(),
    }),

    update(model, event, cx, effects) {
      if (event.type === "answered" && model.awaiting.take(event.request)) {
        model.isSent = event.answer.tag === "reply";
        model.trouble = troubleOf(event.answer);
        return;
      }
      const isClosing = (event.type === "acted" && event.action === "close") || (event.type === "went-back" && model.isSent);
      const filled = isClosing ? "left-back" : FORM.update(model.form, event, cx);
      if (filled === "left-back") effects.close();
      else if (filled === "sent" && !model.awaiting.has("send")) send(model, effects);
      else model.trouble = undefined;
    },

    view(model, cx) {
      if (model.isSent) return page("page-sent", "sent-title", [notice("success", "sent-text"), primary("close", "sent-close")]);
      if (model.trouble) return page("page-trouble", "trouble-title", [notice("warning", "trouble-text"), primary("form-send", "send")]);
      return FORM.view(model.form, cx);
    },

    save: (model) => ({ form: FORM.save(model.form), isSent: model.isSent }),
  });

export const { update, save } = fresh();
