// Builds the engine: node build.mjs FOLDER_OF_THE_LIBRARIES FOLDER_OF_THE_WIT OUT
import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [libraries, wit, out] = process.argv.slice(2);
const found = path.join(path.resolve(libraries), "node_modules/@bytecodealliance/componentize-js/src/componentize.js");
const { componentize } = await import(pathToFileURL(found));

// The tool takes one text: the package's name stands in it once.
const files = (await readdir(wit)).filter((name) => name.endsWith(".wit")).sort();
const texts = await Promise.all(files.map((name) => readFile(path.join(wit, name), "utf8")));
const named = /^package [^;]+;$/m;
const contract = [named.exec(texts[0])[0], ...texts.map((text) => text.replace(named, "").replace(/^(\/\/\/.*\n)+\n/, ""))].join("\n");

const source = await readFile(new URL("engine.js", import.meta.url), "utf8");
const { component, imports } = await componentize(source, {
  witWorld: contract,
  worldName: "interpreter",
  // Nothing of these may be imported: a mini-app reaches nothing.
  disableFeatures: ["random", "stdio", "clocks", "http", "fetch-event"],
});
if (imports.length > 0) throw new Error(`the engine imports ${imports.join(", ")}`);
await writeFile(out, component);
