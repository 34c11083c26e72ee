// Fetches a target as npm's client of The Update Framework does, and prints what it is.
// client.mjs LIBRARIES REPOSITORY ROOT FOLDER TARGET
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [libraries, repository, root, folder, target] = process.argv.slice(2);
// The libraries stand beside what is built, not beside this file.
const require = createRequire(join(libraries, "package.json"));
const { Updater } = require("tuf-js");
const targetDir = join(folder, "targets");
mkdirSync(targetDir, { recursive: true });
if (!existsSync(join(folder, "root.json"))) {
  copyFileSync(root, join(folder, "root.json"));
}
const updater = new Updater({
  metadataDir: folder,
  metadataBaseUrl: `${repository}/metadata`,
  targetDir,
  targetBaseUrl: `${repository}/targets`,
});
await updater.refresh();
const info = await updater.getTargetInfo(target);
if (!info) {
  throw new Error(`${target} is not listed`);
}
const content = readFileSync(await updater.downloadTarget(info, join(targetDir, "content")));
console.log(
  JSON.stringify({
    client: JSON.parse(readFileSync(join(libraries, "node_modules/tuf-js/package.json"))).version,
    root: JSON.parse(readFileSync(join(folder, "root.json"))).signed.version,
    listed: info.length,
    length: content.length,
    sha256: createHash("sha256").update(content).digest("hex"),
  }),
);
