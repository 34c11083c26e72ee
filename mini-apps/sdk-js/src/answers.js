// Keeping track of what was asked for, and telling answers that bring something from those that bring trouble.

/** The requests under way, each with what the mini-app wants to do with its answer. */
export class Awaiting {
  #all = new Map();

  /** Remembers that `request` was made for `what`. */
  add(request, what) {
    this.#all.set(request, what);
  }
  /** What `request` was made for; it is no longer awaited. Nothing for one that nobody waits for any more. */
  take(request) {
    const what = this.#all.get(request);
    this.#all.delete(request);
    return what;
  }
  /** Whether an answer for `what` is awaited: asking twice would do it twice. */
  has(what) {
    return [...this.#all.values()].includes(what);
  }
  /** Forgets every request that was made for `what`. */
  dropAll(what) {
    for (const [request, own] of this.#all) if (own === what) this.#all.delete(request);
  }
}

const REFUSED = {
  "needs-sign-in": "sign-in",
  "needs-stronger-sign-in": "sign-in",
  "declined-by-person": "declined",
  "not-in-manifest": "forbidden",
  "not-granted-by-store": "forbidden",
  "over-quota": "too-often",
};
const FAILED = { offline: "offline", "timed-out": "unavailable", "department-unavailable": "unavailable", "platform-unavailable": "unavailable", device: "device" };

/** The trouble in an answer by what the person can do about it, such as `{ kind: "sign-in" }`; nothing if it is none. */
export const troubleOf = (answer) => {
  switch (answer.tag) {
    case "refused":
      return { kind: REFUSED[answer.val] };
    case "failed":
      return { kind: FAILED[answer.val] };
    case "rejected":
      return { kind: "objection", words: answer.val.words };
    default:
      return undefined;
  }
};
