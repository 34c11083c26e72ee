// Household bills: what a home owes for water, electricity and gas, what it used in the last year, and paying.
//
// A paid receipt is kept on the device before it is redeemed and forgotten only once the department has taken it, so that no
// crash in between costs money. Start reading at model.js, then update.js, then view.js.

import { miniApp } from "fingertip-sdk";

import { save as saved } from "./model.js";
import { launch, update as updated } from "./update.js";
import { view } from "./view.js";

/** A fresh mini-app: one for the engine, and one for each test. */
export const fresh = () => miniApp({ launch, update: updated, view, save: saved });

export const { update, save } = fresh();
