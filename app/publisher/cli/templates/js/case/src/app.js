// {{title}}: a form that becomes a case, which the person then follows.

import { Awaiting, confirmation, field, form, miniApp, notice, page, primary, text, troubleOf } from "fingertip-sdk";

/** Everything that is asked. Fields and pages are declared here and nowhere else. */
const FORM = form({
  pages: [
    {
      key: "you",
      title: "you-title",
      fields: [
        field.text("name", "you-name", { purpose: "name", fillsFrom: "name" }),
        field.text("phone", "you-phone", { purpose: "phone", hint: "you-phone-hint" }),
      ],
    },
    {
      key: "wish",
      title: "wish-title",
      fields: [
        field.oneOf("delivery", "wish-delivery", [{ id: "post", label: "wish-post" }, { id: "desk", label: "wish-desk" }]),
        field.lines("reason", "wish-reason", { optional: true }),
        field.agreement("truth", "wish-truth", "wish-truth-statement"),
      ],
    },
  ],
  checkTitle: "check-title",
  continueLabel: "continue",
  sendLabel: "send",
});

const send = (model, cx, effects) => {
  const answers = FORM.answers(model.form);
  const body = { phone: answers.text("phone"), delivery: answers.choice("delivery"), reason: answers.text("reason") };
  model.awaiting.add(effects.submitCase({ service: "{{name}}", region: cx.region, body, claims: ["name"] }), "case");
};

const answered = (model, { request, answer }, effects) => {
  // A name that was not shared is typed in instead.
  if (model.awaiting.take(request) !== "case") return;
  model.trouble = troubleOf(answer);
  if (answer.tag === "case-accepted") {
    effects.watchCase(answer.val);
    Object.assign(model, { screen: "sent", reference: answer.val });
  }
  if (answer.tag === "queued") {
    // The same request is answered again once the host has handed the case in.
    model.awaiting.add(request, "case");
    model.screen = "kept";
  }
};

/** A fresh mini-app: one for the engine, and one for each test. */
export const fresh = () =>
  miniApp({
    // Everything that the mini-app remembers. The screen is `intro`, `form`, `kept` (until online) or `sent`.
    launch(start, saved) {
      const reference = typeof saved?.reference === "string" ? saved.reference : undefined;
      const screen = reference ? "sent" : ["form", "kept"].includes(saved?.screen) ? saved.screen : "intro";
      return { screen, reference, form: FORM.start(saved?.form), trouble: undefined, awaiting: new Awaiting() };
    },

    update(model, event, cx, effects) {
      if (event.type === "answered") return answered(model, event, effects);
      if (event.type === "acted" && event.action === "start") {
        model.screen = "form";
        model.awaiting.add(effects.claims([{ claim: "name", purpose: "you-name-purpose" }]), "facts");
      } else if (model.screen === "form") {
        const filled = FORM.update(model.form, event, cx);
        if (filled === "left-back") model.screen = "intro";
        if (filled === "stays") model.trouble = undefined;
        if (filled === "sent" && !model.awaiting.has("case")) send(model, cx, effects);
      } else if (event.type === "went-back" || (event.type === "acted" && event.action === "close")) {
        effects.close();
      }
    },

    view(model, cx) {
      switch (model.screen) {
        case "intro":
          return page("page-intro", "intro-title", [text("intro-text"), primary("start", "intro-start")]);
        case "kept":
          return page("page-kept", "kept-title", [notice("information", "kept-text"), primary("close", "sent-close")]);
        case "sent":
          return page("page-sent", "sent-title", [
            confirmation("end", "sent-title-long", { reference: model.reference, next: ["sent-next"] }),
            primary("close", "sent-close"),
          ]);
        default:
          if (!model.trouble) return FORM.view(model.form, cx);
          return page("page-trouble", "trouble-title", [notice("warning", "trouble-text"), primary("form-send", "send")]);
      }
    },

    save: (model) => ({ screen: model.screen, reference: model.reference, form: FORM.save(model.form) }),
  });

export const { update, save } = fresh();
