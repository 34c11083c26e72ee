// Seals and opens age files as age-encryption does, npm's age by the format's author. What to do comes as JSON, and so does the answer.
// copy.mjs LIBRARIES
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// The libraries stand beside what is built, not beside this file.
const { Decrypter, Encrypter } = await import(
  pathToFileURL(join(process.argv[2], "node_modules/age-encryption/dist/index.js")),
);

const asked = JSON.parse(readFileSync(0, "utf8"));
let answer;
if (asked.do === "open") {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(asked.code);
  answer = await decrypter.decrypt(Buffer.from(asked.file, "base64"), "text");
} else {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(asked.code);
  answer = Buffer.from(await encrypter.encrypt(asked.text)).toString("base64");
}
process.stdout.write(JSON.stringify(answer));
