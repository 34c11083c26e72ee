// Answers DCQL queries as npm's dcql does, and reads answers as @openid4vc/openid4vp does. What to do comes as JSON, and so does the answer.
// dcql.mjs LIBRARIES
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// The libraries stand beside what is built, not beside this file, and are modules alone.
const library = (name) => import(pathToFileURL(join(process.argv[2], "node_modules", name, "dist/index.mjs")).href);

const asked = JSON.parse(readFileSync(0, "utf8"));
if (asked.do === "match") {
  const { DcqlQuery } = await library("dcql");
  const credentials = asked.credentials.map(({ kind, claims }) => ({
    credential_format: "dc+sd-jwt",
    vct: kind,
    claims,
    cryptographic_holder_binding: true,
  }));
  const answer = (given) => {
    const query = DcqlQuery.parse(given);
    DcqlQuery.validate(query);
    const found = DcqlQuery.query(query, credentials);
    const fits = Object.entries(found.credential_matches).map(([id, match]) => [
      id,
      (match.valid_credentials ?? []).map((one) => ({
        candidate: one.input_credential_index,
        claims: Object.keys(one.claims.valid_claim_sets[0].output).sort(),
      })),
    ]);
    return { satisfied: found.can_be_satisfied, fits: Object.fromEntries(fits) };
  };
  const refused = (query) => {
    try {
      return answer(query);
    } catch {
      return null;
    }
  };
  console.log(JSON.stringify(asked.queries.map(refused)));
} else {
  const { parseOpenid4VpAuthorizationResponsePayload, parseDcqlVpToken } = await library("@openid4vc/openid4vp");
  const payload = parseOpenid4VpAuthorizationResponsePayload(Object.fromEntries(new URLSearchParams(asked.form)));
  console.log(JSON.stringify({ state: payload.state, token: parseDcqlVpToken(payload.vp_token) }));
}
