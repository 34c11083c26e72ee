// Finds the kit by its name without an installation: `node --import mini-apps/sdk-js/resolve.mjs --test ...`.

import { register } from "node:module";

const sdk = new URL("./src/", import.meta.url).href;
const hooks = `
export const resolve = (name, context, next) => {
  if (name === "fingertip-sdk") return { url: ${JSON.stringify(`${sdk}index.js`)}, shortCircuit: true };
  if (name === "fingertip-sdk/testing") return { url: ${JSON.stringify(`${sdk}testing.js`)}, shortCircuit: true };
  return next(name, context);
};`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
