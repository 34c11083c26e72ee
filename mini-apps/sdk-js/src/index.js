// The kit for writing a mini-app in JavaScript: the same ideas and names as the Rust kit. Start reading at `miniApp`.

export { Awaiting, troubleOf } from "./answers.js";
export { field, form } from "./form.js";
export { miniApp } from "./instance.js";
export { Inputs } from "./inputs.js";
export * from "./nodes.js";
export { data, date, days, decimal, instant, integer, money, msg, percent, region } from "./words.js";
