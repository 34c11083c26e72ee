// Compiled, never run: that the kit's types say what its functions take, and refuse what they do not.

import * as kit from "fingertip-sdk";
import { miniApp, money, msg, notice, page, records, submit, textInput, troubleOf, type Event } from "fingertip-sdk";
import type { Step } from "fingertip:mini-app/app@1.0.0";
import type { Kind } from "fingertip:mini-app/view@1.0.0";
import type * as implementation from "../src/index.js";

interface Model {
  name: string;
  isLate: boolean;
}

const { update, save } = miniApp<Model, Model>({
  launch: (start, saved, cx, effects) => {
    effects.fetch("name");
    return { name: start.params.get("name") ?? "", isLate: cx.now > 0 };
  },
  update(model, event: Event, cx, effects) {
    if (event.type === "submitted") model.name = event.inputs.text("name");
    if (event.type === "answered" && troubleOf(event.answer)?.kind === "sign-in") effects.close();
    // @ts-expect-error: there is no such event
    if (event.type === "closed") return model;
    return undefined;
  },
  view: (model, cx) =>
    page("page", "title", [
      model.isLate && notice("warning", msg("late", { name: model.name })),
      textInput("name", "label", { purpose: "name", initial: model.name }),
      records("bills", [{ title: "bill", value: money("CNY", 100), tone: cx.isSeniors ? "neutral" : "success" }]),
      submit("next", "next"),
      // @ts-expect-error: a tone has a name of the contract
      notice("red", "late"),
      // @ts-expect-error: a button needs its words
      submit("next"),
    ]),
  save: (model) => model,
});

const step: Step = update({ tag: "went-back" });
const bytes: Uint8Array = save();
void [step, bytes];

// Nothing is declared that is not there, and nothing is there that is not declared.
type Declared = keyof typeof kit;
type There = keyof typeof implementation;
const declared: Record<Declared, true> = {} as Record<There, true>;
const there: Record<There, true> = {} as Record<Declared, true>;
void [declared, there];

export type { Kind };

// A form's fields take what their inputs' builders take.
const asked = kit.form({
  pages: [{ key: "you", title: "you", fields: [kit.field.text("name", "name", { purpose: "name" }), kit.field.number("n", "n", { minimum: 1 })] }],
  checkTitle: "check",
  continueLabel: "continue",
  sendLabel: "send",
});
const sent: boolean = asked.update(asked.start(), { type: "went-back" }, {} as kit.Context) === "sent";
// @ts-expect-error: what is asked for is a purpose of the contract
kit.field.text("name", "name", { purpose: "nickname" });
void sent;
