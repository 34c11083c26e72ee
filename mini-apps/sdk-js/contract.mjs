// Writes the contract's types for TypeScript: node contract.mjs FOLDER_OF_THE_LIBRARIES FOLDER_OF_THE_WIT OUT
import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [libraries, wit, out] = process.argv.slice(2);
// The tool's own command cannot see the file system with the newest shim, so its inside is called with the text.
const inside = "node_modules/@bytecodealliance/jco-transpile/vendor/js-component-bindgen-component.js";
const { $init, generateTypes } = await import(pathToFileURL(path.join(path.resolve(libraries), inside)));
await $init;

const files = (await readdir(wit)).filter((name) => name.endsWith(".wit")).sort();
const texts = await Promise.all(files.map((name) => readFile(path.join(wit, name), "utf8")));
const named = /^package [^;]+;$/m;
const contract = [named.exec(texts[0])[0], ...texts.map((text) => text.replace(named, "").replace(/^(\/\/\/.*\n)+\n/, ""))].join("\n");

const written = generateTypes("mini-app", {
  wit: { tag: "source", val: contract },
  world: "mini-app",
  guest: true,
  tlaCompat: false,
  features: { tag: "list", val: [] },
});
const interfaces = written.filter(([name]) => name.startsWith("interfaces/")).map(([, file]) => new TextDecoder().decode(file));
const text = interfaces.map((one) => one.replace(/^\/\/\/ <reference.*\n/gm, "").trim()).join("\n\n");
await writeFile(out, `// Generated from mini-apps/standard/wit/since-1.0 by \`cargo xtask guests\`. Do not edit.\n\n${text}\n`);
