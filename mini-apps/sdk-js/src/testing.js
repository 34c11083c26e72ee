// Drives a mini-app on its author's machine, without a host: what it shows, what it asks for, what its state is.

const at = (view, key) => view.nodes.find((node) => node.key === key);

/** A running mini-app. Every function that tells it something gives it back, so that calls can be chained. */
export class Running {
  constructor(exports, launch = {}) {
    this.exports = exports;
    this.requests = [];
    this.#tell({
      tag: "launched",
      val: {
        route: "/",
        params: [],
        origin: "person",
        caller: undefined,
        region: "440100",
        language: "en",
        display: "normal",
        now: 1764000000000n,
        today: { year: 2026, month: 11, day: 24 },
        seed: 7n,
        signedIn: true,
        saved: undefined,
        ...launch,
      },
    });
  }

  #tell(event) {
    const step = this.exports.update(event);
    this.words = step.words;
    this.view = step.view;
    this.requests = step.requests;
    return this;
  }

  /** The key of the page. */
  get page() {
    return this.view.nodes[0].key;
  }
  /** What the node `key` says, by its contract; nothing if it is not shown. */
  node(key) {
    return at(this.view, key)?.kind.val;
  }
  /** The message of a word, or the value. */
  word(place) {
    const { tag, val } = this.words[place];
    return tag === "message" ? val.id : val.val;
  }
  /** The ids of all messages of the step. */
  get messages() {
    return this.words.filter(({ tag }) => tag === "message").map(({ val }) => val.id);
  }
  /** The request of this kind that the last step made; nothing if it made none. */
  asked(tag) {
    return this.requests.find(({ wish }) => wish.tag === tag);
  }
  acts(action, row) {
    return this.#tell({ tag: "acted", val: { action, node: action, row, revision: this.view.revision } });
  }
  /** Submits with texts and choices: `{ account: { tag: "text", val: "1" } }`. */
  submits(action, inputs = {}) {
    return this.#tell({ tag: "submitted", val: { action, inputs: Object.entries(inputs), revision: this.view.revision } });
  }
  goesBack() {
    return this.#tell({ tag: "went-back" });
  }
  moment(moment) {
    return this.#tell({ tag: "moment", val: moment });
  }
  display(display) {
    return this.#tell({ tag: "display-changed", val: display });
  }
  answers(request, answer) {
    return this.#tell({ tag: "answered", val: [request.id, answer] });
  }
  replies(request, body) {
    return this.answers(request, { tag: "reply", val: JSON.stringify(body) });
  }
  save() {
    return this.exports.save();
  }
}
