// The engine of mini-apps written in JavaScript: one component for all of them. A mini-app is a script that the host
// loads once, before the first event; from then on every call is the script's.
//
// A script is a module in the CommonJS form whose exports are `update(event)` and `save()`. What it throws is kept for
// the host to ask for: a trap would end it as well, but its words would be lost.

let running = null;
let failed;

const say = (error) => {
  if (!(error instanceof Error)) return String(error);
  const where = typeof error.stack === "string" ? error.stack.split("\n").slice(0, 4).join("\n") : "";
  return `${error.name}: ${error.message}${where ? `\n${where}` : ""}`.slice(0, 2000);
};

const attempt = (work, otherwise) => {
  failed = undefined;
  try {
    return work();
  } catch (error) {
    failed = say(error);
    return otherwise;
  }
};

export const script = {
  load(name, source) {
    if (running !== null) throw "a script is loaded already";
    const module = { exports: {} };
    try {
      const run = new Function("module", "exports", `${source}\n//# sourceURL=${name}`);
      run(module, module.exports);
    } catch (error) {
      // A plain string is the contract's error; an Error would be a trap.
      throw say(error);
    }
    const { update, save } = module.exports ?? {};
    if (typeof update !== "function" || typeof save !== "function") throw "the script exports no functions `update` and `save`";
    running = { update, save };
  },
  failure() {
    return failed;
  },
};

export const app = {
  update: (event) => attempt(() => running.update(event), { words: [], view: undefined, requests: [] }),
  save: () => attempt(() => running.save(), new Uint8Array()),
};

// The same events give the same steps everywhere: time and chance come in with events, and what the collector of
// garbage does cannot be seen.
const none = (what) => () => {
  throw new Error(`a mini-app has no ${what} of its own: it comes in with the launch`);
};
Math.random = none("chance");
const OwnDate = Date;
globalThis.Date = new Proxy(OwnDate, {
  construct: (date, given, asked) => (given.length === 0 ? none("clock")() : Reflect.construct(date, given, asked)),
  apply: none("clock"),
  get: (date, name) => (name === "now" ? none("clock") : Reflect.get(date, name)),
});
OwnDate.prototype.constructor = globalThis.Date;
// What a script finds is the language and a few pure helpers. What a browser has beside it (timers, network, storage,
// streams) could do nothing here and would only mislead, so whatever is not named is taken away.
const KEPT = new Set(
  `undefined Function Object eval globalThis Array Boolean JSON Date Math isNaN isFinite parseInt parseFloat NaN Infinity Number
  decodeURI encodeURI decodeURIComponent encodeURIComponent String RegExp Error InternalError AggregateError EvalError RangeError
  ReferenceError SyntaxError TypeError URIError ArrayBuffer Int8Array Uint8Array Int16Array Uint16Array Int32Array Uint32Array
  Float32Array Float64Array Uint8ClampedArray BigInt64Array BigUint64Array BigInt Proxy WeakMap Map Set DataView Symbol Reflect
  WeakSet Promise Iterator TextEncoder TextDecoder structuredClone`.split(/\s+/),
);
for (const name of Object.getOwnPropertyNames(globalThis)) if (!KEPT.has(name)) delete globalThis[name];
