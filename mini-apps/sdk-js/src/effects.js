// What a mini-app asks for. Each request gets a number, by which its answer is known.

import { amount } from "./words.js";

const bytes = (value) => new TextEncoder().encode(JSON.stringify(value));

/** The requests of one step. Every function gives the request's number. */
export class Effects {
  requests = [];
  #words;
  #last;

  constructor(words, last) {
    this.#words = words;
    this.#last = last;
  }

  get last() {
    return this.#last;
  }

  #ask(tag, val) {
    this.#last += 1;
    this.requests.push({ id: this.#last, wish: val === undefined ? { tag } : { tag, val } });
    return this.#last;
  }

  /** Asks for facts about the person: `{ claim, purpose, test }`. With a `test` such as `>= 60` it asks for less. */
  claims(all) {
    const wish = ({ claim, purpose, test }) => ({
      claim,
      evidence: test === undefined ? "value" : "test",
      test,
      purpose: this.#words.add(purpose),
    });
    return this.#ask("claims", all.map(wish));
  }
  /** Calls an operation of the department's backend; answered by `reply`, whose text is JSON. */
  call(operation, body) {
    return this.#ask("call", { operation, body: JSON.stringify(body), keepUntilOnline: false });
  }
  /** Like `call`, but kept by the host until the phone is online. */
  callWhenOnline(operation, body) {
    return this.#ask("call", { operation, body: JSON.stringify(body), keepUntilOnline: true });
  }
  /** Hands a case in; answered by `case-accepted`, or `queued` when offline. */
  submitCase({ service, region, body, claims = [], documents = [], files = [] }) {
    return this.#ask("submit-case", { service, region, body: JSON.stringify(body), claims, documents, files });
  }
  /** Asks to be told when a case moves. */
  watchCase(id) {
    return this.#ask("watch-case", id);
  }
  /** Asks for documents of these kinds from the person's records. */
  readDocuments(kinds) {
    return this.#ask("read-documents", kinds);
  }
  /** Puts an issued document into the person's records. */
  offerDocument(document) {
    return this.#ask("offer-document", document);
  }
  /** Keeps a value on this device for this mini-app and person. */
  store(key, value) {
    return this.#ask("store", [key, bytes(value)]);
  }
  /** Forgets a value that `store` kept. */
  forget(key) {
    return this.#ask("store", [key, new Uint8Array()]);
  }
  /** Reads a value that `store` kept; answered by `bytes`. */
  fetch(key) {
    return this.#ask("fetch", key);
  }
  /** Asks for the region that the person is in. */
  locate() {
    return this.#ask("locate");
  }
  /** Reads one code with the camera. */
  scanCode() {
    return this.#ask("scan-code");
  }
  /** Has a bill paid in the host's sheet; answered by `receipt`. */
  pay({ billReference, payee, currency, minor, purpose }) {
    return this.#ask("pay", { billReference, payee, total: amount(currency, minor), purpose: this.#words.add(purpose) });
  }
  /** Has a text signed that the host shows word for word. */
  sign(text) {
    return this.#ask("sign", text);
  }
  /** Hands a text to another program that the person chooses. */
  share(text) {
    return this.#ask("share", this.#words.add(text));
  }
  /** Opens an entry of another mini-app, in addressing form. */
  open(address) {
    return this.#ask("open", address);
  }
  /** Has the host remind the person. */
  remind({ at, title, detail, opens }) {
    const more = detail === undefined ? undefined : this.#words.add(detail);
    return this.#ask("remind", { at: BigInt(at), title: this.#words.add(title), detail: more, opens });
  }
  /** Closes the mini-app. */
  close() {
    return this.#ask("close");
  }
}
