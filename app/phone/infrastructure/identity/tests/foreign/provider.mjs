// The provider that others wrote (npm's oidc-provider) at its strictest, and a platform that checks what comes with jose alone.
// Started with the folder of the libraries; says its address in one line of JSON.
import http from "node:http";
import crypto from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const libraries = createRequire(join(process.argv[2], "x.js"));
const load = (name) => import(pathToFileURL(libraries.resolve(name)));
const { default: Provider } = await load("oidc-provider");
const jose = await load("jose");

const server = http.createServer();
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const issuer = `http://127.0.0.1:${server.address().port}`;
const resource = `${issuer}/platform`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "fingertip-shell",
      application_type: "native",
      token_endpoint_auth_method: "none",
      redirect_uris: ["http://127.0.0.1/cb"],
      response_types: ["code"],
      grant_types: ["authorization_code", "refresh_token"],
      dpop_bound_access_tokens: true,
      require_pushed_authorization_requests: true,
      userinfo_signed_response_alg: "RS256",
    },
  ],
  scopes: ["openid", "offline_access", "profile", "identity"],
  claims: { openid: ["sub"], profile: ["name", "birthdate"], identity: ["id_number"] },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: `Name of ${id}`, birthdate: "1990-03-07", id_number: "990106199003071175" }),
  }),
  features: {
    devInteractions: { enabled: true },
    dPoP: { enabled: true, nonceSecret: crypto.randomBytes(32), requireNonce: () => true },
    pushedAuthorizationRequests: { enabled: true },
    jwtUserinfo: { enabled: true },
    revocation: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => undefined,
      useGrantedResource: () => false,
      getResourceServerInfo: (_, asked) => {
        if (asked !== resource) throw new Error("an unknown resource");
        return { scope: "profile identity", audience: resource, accessTokenTTL: 300, accessTokenFormat: "jwt" };
      },
    },
  },
  rotateRefreshToken: () => true,
  cookies: { keys: [crypto.randomBytes(16).toString("hex")] },
  ttl: {
    AccessToken: 300,
    AuthorizationCode: 60,
    Grant: 3600,
    IdToken: 300,
    Interaction: 600,
    RefreshToken: 3600,
    Session: 3600,
  },
});

const nonce = crypto.randomUUID();
const seen = new Set();
const hash = (text) => crypto.createHash("sha256").update(text).digest("base64url");

// What is wrong with a request to the platform; nothing where all of it holds (RFC 9449 4.3, RFC 8707).
async function judge(request) {
  const [scheme, token] = (request.headers.authorization ?? "").split(" ");
  if (scheme !== "DPoP") return "no bound token";
  const keys = jose.createRemoteJWKSet(new URL(`${issuer}/jwks`));
  const { payload: access } = await jose.jwtVerify(token, keys, { issuer, audience: resource, typ: "at+jwt" });
  const { payload: proof, protectedHeader } = await jose.jwtVerify(request.headers.dpop, jose.EmbeddedJWK, {
    typ: "dpop+jwt",
    algorithms: ["ES256"],
    maxTokenAge: 60,
  });
  if (proof.nonce !== nonce) return "use_dpop_nonce";
  if (proof.htm !== request.method || proof.htu !== resource) return "for another request";
  if (proof.ath !== hash(token)) return "for another token";
  if (access.cnf.jkt !== (await jose.calculateJwkThumbprint(protectedHeader.jwk))) return "another key";
  if (seen.has(proof.jti)) return "seen";
  seen.add(proof.jti);
}

const callback = provider.callback();
server.on("request", async (request, response) => {
  if (!request.url.startsWith("/platform")) return callback(request, response);
  const wrong = await judge(request).catch((error) => error.code ?? "malformed");
  if (wrong) {
    response.writeHead(401, { "WWW-Authenticate": `DPoP error="${wrong}"`, "DPoP-Nonce": nonce });
  }
  response.end(wrong ?? "welcome");
});
console.log(JSON.stringify({ issuer, resource }));
// Whoever started it is gone when this ends.
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
