// Issues, shows and verifies SD-JWT credentials as npm's @sd-jwt/sd-jwt-vc does. What to do comes as JSON, and so does the answer.
// credential.mjs LIBRARIES
import { createHash, createPublicKey, generateKeyPairSync, randomBytes, sign, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

// The libraries stand beside what is built, not beside this file.
const require = createRequire(join(process.argv[2], "package.json"));
const { SDJwtVcInstance } = require("@sd-jwt/sd-jwt-vc");

const signer = (key) => (data) =>
  sign("sha256", Buffer.from(data), { key, dsaEncoding: "ieee-p1363" }).toString("base64url");
const verifier = (key) => (data, signature) =>
  verify("sha256", Buffer.from(data), { key, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url"));
const publicKey = (jwk) => createPublicKey({ key: jwk, format: "jwk" });
const common = {
  signAlg: "ES256",
  hashAlg: "sha-256",
  hasher: (data) => createHash("sha256").update(typeof data === "string" ? data : Buffer.from(data)).digest(),
  saltGenerator: (length) => randomBytes(length).toString("base64url"),
  kbSignAlg: "ES256",
  kbVerifier: (data, signature, payload) => verifier(publicKey(payload.cnf.jwk))(data, signature),
};

const asked = JSON.parse(readFileSync(0, "utf8"));
const now = Math.floor(Date.now() / 1000);
if (asked.do === "make") {
  const [issuer, holder] = [0, 1].map(() => generateKeyPairSync("ec", { namedCurve: "P-256" }));
  const [key, jwk] = [issuer, holder].map((pair) => pair.publicKey.export({ format: "jwk" }));
  const instance = new SDJwtVcInstance({ ...common, signer: signer(issuer.privateKey), kbSigner: signer(holder.privateKey) });
  const claims = { iss: asked.issuer, sub: "p", vct: asked.kind, iat: now, exp: now + 3600, cnf: { jwk }, ...asked.claims };
  const credential = await instance.issue(claims, { _sd: Object.keys(asked.claims) }, { header: { kid: "k1" } });
  const show = Object.fromEntries(asked.show.map((name) => [name, true]));
  const kb = { payload: { iat: now, aud: asked.audience, nonce: asked.nonce } };
  const presentation = await instance.present(credential, show, { kb });
  console.log(JSON.stringify({ presentation, key: { ...key, kid: "k1" } }));
} else {
  const instance = new SDJwtVcInstance({ ...common, verifier: verifier(publicKey(asked.key)) });
  const { payload, kb } = await instance.verify(asked.presentation, {
    keyBindingNonce: asked.nonce,
    requiredClaimKeys: asked.show,
  });
  if (kb?.payload.aud !== asked.audience) {
    throw new Error("it was made for somebody else");
  }
  console.log(JSON.stringify(payload));
}
