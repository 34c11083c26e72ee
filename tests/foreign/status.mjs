// Makes and reads status lists as npm's @sd-jwt/jwt-status-list does. What to do comes as JSON, and so does the answer.
// status.mjs LIBRARIES
import { createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

// The libraries stand beside what is built, not beside this file.
const require = createRequire(join(process.argv[2], "package.json"));
const { StatusList, createHeaderAndPayload, getListFromStatusListJWT } = require("@sd-jwt/jwt-status-list");

const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

const asked = JSON.parse(readFileSync(0, "utf8"));
if (asked.do === "make") {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: asked.issuer, sub: asked.uri, iat: now, exp: now + 3600, ttl: 600 };
  const own = { alg: "ES256", typ: "statuslist+jwt", kid: "k1" };
  const { header, payload } = createHeaderAndPayload(new StatusList(asked.statuses, asked.bits), claims, own);
  const signed = `${encode(header)}.${encode(payload)}`;
  const signature = sign("sha256", Buffer.from(signed), { key: privateKey, dsaEncoding: "ieee-p1363" });
  const key = { ...publicKey.export({ format: "jwk" }), kid: "k1" };
  console.log(JSON.stringify({ token: `${signed}.${signature.toString("base64url")}`, key }));
} else {
  const [header, payload, signature] = asked.token.split(".");
  const key = createPublicKey({ key: asked.key, format: "jwk" });
  const bytes = Buffer.from(signature, "base64url");
  if (!verify("sha256", Buffer.from(`${header}.${payload}`), { key, dsaEncoding: "ieee-p1363" }, bytes)) {
    throw new Error("the signature does not hold");
  }
  const list = getListFromStatusListJWT(asked.token);
  console.log(JSON.stringify(asked.places.map((place) => list.getStatus(place))));
}
