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

  /** The input as the contract has it; nothing where there is none. */
  get(key) {
    return this.#all.get(key);
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
  /** The region and the rest of an address. */
  address(key) {
    return this.#of(key, "address");
  }
  /** A place: latitude and longitude in millionths of a degree. */
  place(key) {
    return this.#of(key, "place");
  }
  /** The id of the appointment. */
  slot(key) {
    return this.#of(key, "slot") || undefined;
  }
  /** How many copies of a repeat group were handed in. */
  copies(group) {
    return this.integer(group) ?? 0;
  }
  /** The inputs of one copy of a repeat group, counted from 0, under their own keys. */
  copy(group, at) {
    const prefix = `${group}.${at}.`;
    const own = [...this.#all].filter(([key]) => key.startsWith(prefix));
    return new Inputs(own.map(([key, input]) => [key.slice(prefix.length), input]));
  }
}
