// MiniSearch over the same documents and queries: node minisearch.mjs MODULES DIR. Lines of `subject figure value`, and what was
// found, a line a query.
import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [modules, folder] = process.argv.slice(2);
const MiniSearch = createRequire(join(modules, "package.json"))("minisearch");
const cut = (text) => text.split(" ").filter((piece) => piece);
const index = new MiniSearch({ fields: ["name", "other"], tokenize: cut, searchOptions: { tokenize: cut } });
let spent = 0;
let id = 0;
for await (const line of createInterface({ input: createReadStream(join(folder, "documents.jsonl")) })) {
  const { name, other } = JSON.parse(line);
  const start = performance.now();
  index.add({ id: id++, name, other });
  spent += performance.now() - start;
}
console.log(`minisearch build_ms ${spent}`);
console.log(`minisearch memory_bytes ${process.memoryUsage().heapUsed}`);
console.log(`minisearch index_bytes ${id > 20000 ? 0 : JSON.stringify(index).length}`);
const found = [];
for (const line of readFileSync(join(folder, "queries.tsv"), "utf8").split("\n")) {
  const pieces = line.split("\t")[1] ?? "";
  let best = Infinity;
  let rows = [];
  for (let time = 0; time < 3; time++) {
    const start = performance.now();
    rows = index.search(pieces, { prefix: (_, at, all) => at + 1 === all.length, fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false), boost: { name: 2 } });
    best = Math.min(best, performance.now() - start);
    if (best > 100) break;
  }
  console.log(`minisearch key_ms ${best}`);
  found.push(rows.slice(0, 10).map((row) => row.id).join("\t"));
}
writeFileSync(join(folder, "hits-minisearch.tsv"), found.join("\n") + "\n");
