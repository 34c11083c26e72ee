// The values of a page's inputs, as the host gathered them. A missing or empty one reads as absent.

export class Inputs {
  #all;

  constructor(inputs) {
    this.#all = new Map(inputs);
  }

  #of(key, tag) {
    const input = this.#all.get(key);
    return input?.tag === tag ? input.val : undefined;
  }

  /** Text without the blanks around it; empty where nothing was written. */
  text(key) {
    return (this.#of(key, "text") ?? "").trim();
  }
  /** A whole number; absent also where the number has a fraction. */
  integer(key) {
    const number = this.#of(key, "number");
    if (number === undefined) return undefined;
    const unit = 10n ** BigInt(number.scale);
    return number.digits % unit === 0n ? Number(number.digits / unit) : undefined;
  }
  /** An amount in minor units. */
  money(key) {
    const money = this.#of(key, "money");
    return money === undefined ? undefined : Number(money.minor);
  }
  /** A date. */
  date(key) {
    return this.#of(key, "date");
  }
  /** A time of day in minutes since midnight. */
  minute(key) {
    return this.#of(key, "minute");
  }
  /** The id of the choice. */
  choice(key) {
    return this.#of(key, "choice") || undefined;
  }
  /** The ids of the choices. */
  choices(key) {
    return this.#of(key, "choices") ?? [];
  }
  /** Whether the person agreed. */
  isAgreed(key) {
    return this.#of(key, "agreed") === true;
  }
  /** The files. */
  files(key) {
    return this.#of(key, "files") ?? [];
  }
}
