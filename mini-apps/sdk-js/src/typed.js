// What a person types, read as they meant it; `conformance/typed` of the standard says how, and the tests run it.

import { existsSync, readFileSync } from "node:fs";

const places = [process.env.FINGERTIP_NATION_RULES, new URL("../nation.json", import.meta.url), new URL("../../../assets/nation/rules.json", import.meta.url)];
/** The nation's rules: those that the kit came with, or another nation's. */
export const NATION = JSON.parse(readFileSync(places.find((place) => place && existsSync(place)), "utf8"));

const INVISIBLE = /[\u00AD\u034F\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const JOINERS = /[\u200C\u200D\uFE00-\uFE0F]/gu;
const BLANKS = /[\s\u0085\p{Cc}]/gu;
const ZEROS = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810];
const SIGNS = [
  [/[\u058A\u05BE\u1806\u2010-\u2015\u2043\u2053\u2212\u2E3A\u2E3B\u301C\u3030\u30FC]/gu, "-"],
  [/[。\u06D4\u066B]/gu, "."],
  [/[、\u060C\u066C]/gu, ","],
  [/[\u2018\u2019\u02BC\u2032]/gu, "'"],
  [/[〈《\u27E8]/gu, "<"],
  [/[〉》\u27E9]/gu, ">"],
  [/[【〔「]/gu, "("],
  [/[】〕」]/gu, ")"],
  [/[\u2044\u2215]/gu, "/"],
];
const digit = (sign) => {
  const zero = ZEROS.find((own) => sign.codePointAt(0) >= own && sign.codePointAt(0) < own + 10);
  return zero === undefined ? sign : String(sign.codePointAt(0) - zero);
};
/** A value that is no prose, in one form. */
export const fold = (text) => {
  const plain = text.normalize("NFKC").replace(INVISIBLE, "").replace(JOINERS, "");
  const signed = SIGNS.reduce((own, [signs, one]) => own.replace(signs, one), plain).replace(/\p{Nd}/gu, digit);
  return signed.replace(BLANKS, " ").replace(/ +/g, " ").trim();
};
const tidy = (text) => text.replace(INVISIBLE, "").replace(BLANKS, " ").trim();
const lines = (text) =>
  text
    .replace(/\r\n|[\r\u2028\u2029]/gu, "\n")
    .split("\n")
    .map((line) => line.replace(INVISIBLE, "").replace(BLANKS, " ").trimEnd())
    .join("\n")
    .trim();

const closed = (text) => text.replace(/[ \-.·•‧\u22C5]/gu, "");
const sets = (mask) => mask.replace(/\[[^\]]*\]|[#@*?]|./gu, (sign) => ({ "#": "[0-9]", "@": "[A-Z]", "*": "[0-9A-Z]", "?": "[0-9X]" })[sign] ?? (sign.length > 1 ? sign : sign.replace(/[\\^$.|+(){}]/g, "\\$&")));
const fits = (masks, text) => masks.some((mask) => new RegExp(`^${sets(mask)}$`, "u").test(text));
const CHECKS = {
  "iso-7064-mod-11-2": (text) => [...text].reduce((sum, sign) => (sum * 2 + (sign === "X" ? 10 : Number(sign))) % 11, 0) === 1,
  luhn: (text) => [...text].reverse().reduce((sum, sign, at) => sum + (at % 2 ? (Number(sign) * 2 > 9 ? Number(sign) * 2 - 9 : Number(sign) * 2) : Number(sign)), 0) % 10 === 0,
};
export const isDay = ({ year, month, day }) => {
  if (month === 0) return day === 0;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day || 1);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === (day || 1);
};
const hasBirthDate = (text, at) => {
  const [year, month, day] = [text.slice(at, at + 4), text.slice(at + 4, at + 6), text.slice(at + 6, at + 8)].map(Number);
  return year >= 1800 && year < 2200 && month > 0 && day > 0 && isDay({ year, month, day });
};
/** Whether a value that was read is one of the nation's. */
export const IS = {
  phone: (text) => {
    const [, number, extension = "0"] = /^([^-]*)(?:-(.*))?$/u.exec(text);
    if (!/^\d{1,6}$/.test(extension)) return false;
    if (!number.startsWith("+")) return fits(NATION.phones, number);
    const abroad = number.slice(1);
    const own = NATION.calling_code !== "" && abroad.startsWith(NATION.calling_code) ? abroad.slice(NATION.calling_code.length) : undefined;
    return own === undefined ? /^[1-9]\d{6,14}$/.test(abroad) : fits(NATION.phones, own) || fits(NATION.phones, NATION.trunk_prefix + own);
  },
  postcode: (text) => fits(NATION.postcodes, text),
  plate: (text) => fits(NATION.plates, text),
  "national-id": (text) =>
    NATION.id_numbers.some(
      ({ masks, check, birth_date_at: at }) => fits(masks, text) && (check === undefined || CHECKS[check](text)) && (at === undefined || hasBirthDate(text, at)),
    ),
};

const HAN = /[\u3400-\u9FFF\uF900-\uFAFF\u{20000}-\u{323AF}]/u;
const name = (text) => {
  const narrow = tidy(text).replace(/[\uFF01-\uFF5E]/gu, (sign) => String.fromCodePoint(sign.codePointAt(0) - 0xfee0));
  const signs = [...narrow.replace(/ +/g, " ")];
  return signs.map((sign, at) => (/[・•‧∙⋅･.。]/u.test(sign) && HAN.test(signs[at - 1] ?? "") && HAN.test(signs[at + 1] ?? "") ? "·" : sign)).join("");
};
const phone = (folded) => {
  const bare = folded.toLowerCase().replace(/^tel:/, "").trim();
  const word = ["转", "轉", "ext.", "ext", "x", "#", ";ext="].find((own) => bare.includes(own));
  const at = word === undefined ? bare.length : bare.indexOf(word);
  const extension = bare.slice(at + (word?.length ?? 0)).replace(/^[ .:=-]+|[ .:=-]+$/g, "");
  const number = bare.startsWith("+") ? bare.slice(0, at).replace(`(${NATION.trunk_prefix})`, "") : bare.slice(0, at);
  const strip = (text) => text.replace(/[ \-./()·]/gu, "");
  const prefix = NATION.international_prefix;
  const digits = prefix !== "" && strip(number).startsWith(prefix) ? `+${strip(number).slice(prefix.length)}` : strip(number);
  if (!/^\+?\d+$/.test(digits) || !/^\d*$/.test(extension)) return folded;
  if (extension !== "") return `${digits}-${extension}`;
  const [, own, last] = /^(.*)-\s*(\d{1,6})\s*$/u.exec(number) ?? [];
  return own !== undefined && !IS.phone(digits) && IS.phone(strip(own)) ? `${strip(own)}-${last}` : digits;
};
const email = (folded) => {
  const [, inner = folded] = /<([^<]*)>[^>]*$/u.exec(folded) ?? [];
  return inner.replace(/ /g, "").replace(/^mailto:/, "").replace(/[.,;]+$/, "");
};
const READ = {
  plain: tidy,
  name,
  phone: (text) => phone(fold(text)),
  email: (text) => email(fold(text)),
  postcode: (text) => {
    const folded = fold(text).toUpperCase();
    return !IS.postcode(folded) && IS.postcode(closed(folded)) ? closed(folded) : folded;
  },
  "national-id": (text) => closed(fold(text)).toUpperCase().replace(/[×ХΧ✕╳✗]$/u, "X"),
  reference: (text) => (/^[A-Za-z0-9 -]*$/.test(fold(text)) ? fold(text).replace(/ /g, "") : fold(text)),
  plate: (text) => closed(fold(text)).toUpperCase(),
  account: (text) => closed(fold(text)).toUpperCase(),
};

const HAN_DIGITS = new Map([..."零〇○"].map((sign) => [sign, 0n]));
["一壹弌", "二贰貳两兩", "三叁叄參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"].forEach((signs, at) => [...signs].forEach((sign) => HAN_DIGITS.set(sign, BigInt(at + 1))));
const UNITS = new Map([["十", 10n], ["拾", 10n], ["百", 100n], ["佰", 100n], ["千", 1000n], ["仟", 1000n], ["万", 10000n], ["萬", 10000n], ["亿", 100000000n], ["億", 100000000n]]);
const PARTS = 10000n;
const exact = (digits, scale = 0) => (digits === BigInt.asIntN(64, digits) ? { digits, scale } : undefined);
const plain = (text) => {
  const [, whole, fraction = ""] = /^(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
  return whole === undefined || whole.length + fraction.length === 0 || whole.length + fraction.length > 18 ? undefined : { digits: BigInt(whole + fraction), scale: fraction.length };
};
const sections = (text) => {
  let [total, section, count, last, hasUnit, afterZero] = [0n, 0n, undefined, 1n, false, false];
  for (const [part] of text.matchAll(/[\d.]+|./gsu)) {
    const [value, unit, figures] = [HAN_DIGITS.get(part), UNITS.get(part), plain(part)];
    if (figures !== undefined) {
      if (figures.scale > 4 || count !== undefined) return undefined;
      count = (figures.digits * PARTS) / 10n ** BigInt(figures.scale);
    } else if (value === 0n) afterZero = true;
    else if (value !== undefined) {
      if (count !== undefined) return undefined;
      count = value * PARTS;
    } else if (unit === undefined) return undefined;
    else {
      [hasUnit, afterZero] = [true, false];
      if (unit < 10000n) {
        if (count === undefined && unit !== 10n) return undefined;
        section += (count ?? PARTS) * unit;
      } else {
        const whole = section + (count ?? 0n);
        if (whole === 0n && total === 0n) return undefined;
        total = unit > last && last >= 10000n ? (total + whole) * unit : total + whole * unit;
        section = 0n;
      }
      [count, last] = [undefined, unit];
    }
  }
  if (!hasUnit) return undefined;
  if (count !== undefined) section += last > 10n && !afterZero && count < 10n * PARTS ? (count * last) / 10n : count;
  return (total + section) % PARTS === 0n ? exact((total + section) / PARTS) : undefined;
};
const han = (text) => {
  const bare = text.replace(/^[负負]/u, "");
  const isDigits = bare !== "" && [...bare].every((sign) => HAN_DIGITS.has(sign));
  const read = isDigits ? exact(BigInt([...bare].map((sign) => HAN_DIGITS.get(sign)).join(""))) : sections(bare);
  return read && bare !== text ? { ...read, digits: -read.digits } : read;
};
const coins = (text) => {
  let [rest, minor, last] = [text.replace(/[整正]+$/u, "").trim(), 0n, undefined];
  const part = (own) => plain(own.replace(/[, ]/g, "")) ?? han(own.replace(/[, ]/g, ""));
  for (const [names, worth] of [[/[元圆圓块塊]/u, 100n], [/[角毛]/u, 10n], [/分/u, 1n]]) {
    const at = rest.search(names);
    if (at < 0) continue;
    const count = part(rest.slice(0, at).trim().replace(/^[零〇○]+/u, ""));
    if (count === undefined || (count.digits * worth) % 10n ** BigInt(count.scale) !== 0n) return undefined;
    minor += (count.digits * worth) / 10n ** BigInt(count.scale);
    [rest, last] = [rest.slice(at + 1).trim(), worth];
  }
  if (rest !== "") {
    const count = part(rest);
    if (count === undefined || count.scale !== 0 || count.digits > 9n || !(last > 1n)) return undefined;
    minor += count.digits * (last / 10n);
  }
  return last === undefined ? undefined : minor;
};
const grouped = (text) => (/^\d{1,3}(,\d{3})+$|^\d{1,3}(,\d{2})*,\d{3}$/.test(text) ? text.replace(/,/g, "") : undefined);
/** A folded number in digits, as a device with a decimal point takes it. */
const figures = (text) => {
  const [, sign, bare] = /^([-+]?)(.*)$/su.exec(text.replace(/[ ']/g, ""));
  const [point, comma] = [bare.lastIndexOf("."), bare.lastIndexOf(",")];
  const points = bare.split(".").length - 1;
  let [whole, fraction] = [bare, ""];
  if (point >= 0 && comma >= 0 && comma > point) [whole, fraction] = [bare.slice(0, comma).replaceAll(".", ","), bare.slice(comma + 1)];
  else if (points === 1) [whole, fraction] = [bare.slice(0, point), bare.slice(point + 1)];
  else if (points > 1) whole = bare.replaceAll(".", ",");
  if (whole.includes(",")) whole = grouped(whole);
  const read = whole === undefined ? undefined : plain(fraction === "" && !whole.includes(".") ? whole : `${whole}.${fraction}`);
  return read && sign === "-" ? { ...read, digits: -read.digits } : read;
};
const number = (text) => figures(fold(text)) ?? han(fold(text));
const NAMES = { CNY: ["人民币", "人民幣", "RMB", "CN¥", "¥"], JPY: ["JP¥", "¥", "円", "日元", "日圓"], HKD: ["HK$", "港币", "港幣", "港元"], TWD: ["NT$", "新台币", "新臺幣"], USD: ["US$", "美元", "$"], EUR: ["€"], GBP: ["£"] };
/** ISO 4217, minor units: the currencies that have not two. */
const MINOR = new Map(
  Object.entries({
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
  }).flatMap(([digits, currencies]) => currencies.split(" ").map((currency) => [currency, Number(digits)])),
);
export const minorDigits = (currency) => MINOR.get(currency) ?? 2;
const amount = (text, currency) => {
  const [, minus, rest] = /^(-? ?)(.*)$/su.exec(fold(text));
  const names = [...(NAMES[currency] ?? []), currency];
  let bare = rest;
  for (let round = 0; round < 2; round += 1) {
    const before = names.find((own) => bare.toUpperCase().startsWith(own.toUpperCase()));
    bare = bare.slice(before?.length ?? 0).trim();
    const behind = names.find((own) => bare.toUpperCase().endsWith(own.toUpperCase()));
    bare = bare.slice(0, bare.length - (behind?.length ?? 0)).trim();
  }
  if (minus !== "" && bare.startsWith("-")) return undefined;
  const coined = currency === "CNY" ? coins(bare) : undefined;
  const read = coined === undefined ? (figures(bare) ?? han(bare)) : undefined;
  const digits = BigInt(minorDigits(currency));
  const scaled = read && read.digits * 10n ** digits;
  const minor = coined ?? (read && scaled % 10n ** BigInt(read.scale) === 0n ? scaled / 10n ** BigInt(read.scale) : undefined);
  return minor === undefined || minor !== BigInt.asIntN(64, minor) ? undefined : minus === "" ? minor : -minor;
};

const MONTHS = "january february march april may june july august september october november december".split(" ");
const month = (word) => MONTHS.findIndex((own) => own === word || (own.startsWith(word) && (word.length === 3 || word === "sept"))) + 1;
const numbersOf = (text) => {
  const parts = [];
  for (const [part] of text.matchAll(/\d+|[a-z]+|[零〇○一二三四五六七八九十廿卅]+|./gsu)) {
    if (/^\d/.test(part)) parts.push({ value: Number(part), digits: part.length });
    else if (/^[a-z]/.test(part)) {
      if (month(part) > 0) parts.push({ value: month(part), digits: 2, isName: true });
      else if (!["st", "nd", "rd", "th", "of"].includes(part)) return undefined;
    } else if (han(part) !== undefined) parts.push({ value: Number(han(part).digits), digits: [...part].length });
    else if (!/[-/., 年月日号號'\u0600-\u06FF]/u.test(part)) return undefined;
  }
  return parts.length > 0 && parts.length <= 3 ? parts : undefined;
};
/** A day, or what is known of it: its parts are 0 where they are not known. */
const dayOf = (typed) => {
  const text = fold(typed).toLowerCase();
  const since = /^民[国國]/u.test(text) ? 1911 : 0;
  const parts = numbersOf(text.replace(/^民[国國]|^公元/u, "").trim());
  if (parts === undefined) return undefined;
  const isYear = (part) => since > 0 || part.digits === 4;
  const of = (year, own = { value: 0 }, day = { value: 0 }) => ({ year: year.value + since, month: own.value, day: day.value });
  const [first, second, third] = parts;
  let read;
  if (parts.length === 1 && first.digits === 8 && since === 0) {
    const rest = first.value % 10000;
    read = { year: Math.floor(first.value / 10000), month: Math.floor(rest / 100), day: rest % 100 };
    if (read.month === 0 || read.day === 0) return undefined;
  } else if (isYear(first)) read = of(first, second, third);
  else if (parts.length === 2 && isYear(second) && first.isName) read = of(second, first);
  else if (parts.length === 3 && isYear(third)) {
    const isMonthFirst = first.isName || (!second.isName && second.value > 12);
    read = isMonthFirst ? of(third, first, second) : of(third, second, first);
  } else return undefined;
  const isKnown = (parts.length < 2 || read.month > 0) && (parts.length < 3 || read.day > 0);
  return isKnown && isDay(read) ? read : undefined;
};

const kept = (text) => (text === "" ? { tag: "none" } : { tag: "text", val: text });
/** What the person meant by `input`, in an input of this kind. What cannot be read stays as it was typed. */
export const asMeant = ({ tag, val }, input) => {
  if (input.tag === "address") return { tag: "address", val: [input.val[0], tidy(input.val[1])] };
  if (input.tag !== "text") return input;
  const or = (own, read) => (read === undefined ? input : { tag: own, val: read });
  switch (tag) {
    case "text-input":
      return kept((READ[val.purpose] ?? tidy)(input.val));
    case "text-area":
      return kept(lines(input.val));
    case "number-input":
      return or("number", number(input.val));
    case "money-input": {
      const minor = amount(input.val, val.currency);
      return or("money", minor === undefined ? undefined : { currency: val.currency, minor });
    }
    case "date-input": {
      const day = dayOf(input.val);
      const isEnough = day && (day.day > 0 || val.field.fillsFrom === "birth-date");
      return or("date", isEnough ? day : undefined);
    }
    default:
      return input;
  }
};
