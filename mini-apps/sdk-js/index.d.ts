// The kit's types. What the contract says is generated (contract.d.ts); this is what the kit makes of it.

/// <reference path="./contract.d.ts" />

import type { Event as HostEvent, Input, File, Moment, Origin, Display } from "fingertip:mini-app/events@1.0.0";
import type { Answer, RequestId, Request } from "fingertip:mini-app/requests@1.0.0";
import type { ChartForm, Progress, TextPurpose, Tone, View } from "fingertip:mini-app/view@1.0.0";
import type { Date as Day, Entry, Value } from "fingertip:mini-app/words@1.0.0";
import type { Step } from "fingertip:mini-app/app@1.0.0";

export type { Answer, ChartForm, Day, Display, Entry, File, HostEvent, Input, Moment, Origin, Progress, Request, RequestId, Step, TextPurpose, Tone, Value, View };

/** A message of the bundle with its variables. */
export interface MessageText {
  id: string;
  args: Array<[string, Value]>;
}
/** Anything a person reads: a message by its id, a message with variables, or a value. */
export type Text = string | MessageText | Value;

export function msg(id: string, variables?: Record<string, string | number | bigint | Value>): MessageText;
export function data(text: unknown): Value;
export function integer(number: number | bigint): Value;
export function decimal(digits: number | bigint, scale: number): Value;
export function percent(digits: number | bigint, scale: number): Value;
export function money(currency: string, minor: number | bigint): Value;
export function date(day: Day): Value;
export function instant(at: number | bigint): Value;
export function days(count: number): Value;
export function region(code: string): Value;

/** What the host has said about the world; always as of the last event. */
export interface Context {
  region: string;
  language: string;
  display: Display;
  isSeniors: boolean;
  /** Milliseconds since 1970. */
  now: number;
  today: Day;
  isSignedIn: boolean;
}

/** How it was started. */
export interface Launch {
  route: string;
  params: Map<string, string>;
  origin: Origin;
  caller?: string;
  /** A random number of this start. */
  seed: bigint;
}

/** What happens to a running mini-app. */
export type Event =
  | { type: "submitted"; action: string; inputs: Inputs }
  | { type: "acted"; action: string; node: string; row?: number }
  | { type: "changed"; key: string; input: Input }
  | { type: "went-back" | "ticked" | "language-changed" | "region-changed" | "display-changed" }
  | { type: "answered"; request: RequestId; answer: Answer }
  | { type: "case-changed"; case: string; state: string }
  | { type: "moment"; moment: Moment };

/** A mini-app: a model, how events change it, and what it looks like. `Saved` is the small state, as JSON. */
export interface App<Model, Saved = unknown> {
  launch(start: Launch, saved: unknown, cx: Context, effects: Effects): Model;
  /** Changes the model, or gives another one. */
  update(model: Model, event: Event, cx: Context, effects: Effects): Model | undefined | void;
  view(model: Model, cx: Context): Page;
  save(model: Model): Saved;
}
/** The exports that the engine calls. */
export function miniApp<Model, Saved>(app: App<Model, Saved>): { update(event: HostEvent): Step; save(): Uint8Array };

/** The requests of one step; each gives the number by which its answer is known. */
export interface Effects {
  claims(all: Array<{ claim: string; purpose: Text; test?: string }>): RequestId;
  call(operation: string, body: unknown): RequestId;
  callWhenOnline(operation: string, body: unknown): RequestId;
  submitCase(draft: { service: string; region: string; body: unknown; claims?: string[]; documents?: string[]; files?: string[] }): RequestId;
  watchCase(id: string): RequestId;
  readDocuments(kinds: string[]): RequestId;
  offerDocument(document: string): RequestId;
  store(key: string, value: unknown): RequestId;
  forget(key: string): RequestId;
  fetch(key: string): RequestId;
  locate(): RequestId;
  scanCode(): RequestId;
  pay(bill: { billReference: string; payee: string; currency: string; minor: number; purpose: Text }): RequestId;
  sign(text: string): RequestId;
  share(text: Text): RequestId;
  open(address: string): RequestId;
  remind(reminder: { at: number; title: Text; detail?: Text; opens: string }): RequestId;
  close(): RequestId;
}

/** The values of a page's inputs. A missing or empty one reads as absent. */
export class Inputs {
  constructor(inputs: Array<[string, Input]>);
  get(key: string): Input | undefined;
  text(key: string): string;
  integer(key: string): number | undefined;
  money(key: string): number | undefined;
  date(key: string): Day | undefined;
  minute(key: string): number | undefined;
  choice(key: string): string | undefined;
  choices(key: string): string[];
  isAgreed(key: string): boolean;
  files(key: string): File[];
  address(key: string): [region: string, rest: string] | undefined;
  place(key: string): [latitudeE6: number, longitudeE6: number] | undefined;
  slot(key: string): string | undefined;
  copies(group: string): number;
  copy(group: string, at: number): Inputs;
}

/** The requests under way, each with what the mini-app wants to do with its answer. */
export class Awaiting<What = string> {
  add(request: RequestId, what: What): void;
  take(request: RequestId): What | undefined;
  has(what: What): boolean;
  dropAll(what: What): void;
}

/** Why a request brought nothing, by what the person can do about it. */
export type Trouble =
  | { kind: "sign-in" | "declined" | "forbidden" | "too-often" | "offline" | "unavailable" | "device" }
  | { kind: "objection"; words?: string };
export function troubleOf(answer: Answer): Trouble | undefined;

/** A part of a page. */
export interface Node {
  readonly key: string | undefined;
  readonly tag: string;
}
/** A whole page. */
export interface Page extends Node {
  readonly key: string;
  readonly focus: string | undefined;
}
/** What is empty is left out. */
export type Parts = Array<Node | null | undefined | false | "" | 0>;

export function page(key: string, title: Text, parts: Parts, options?: { step?: [number, number]; focus?: string }): Page;
export function section(title: Text, parts: Parts, options?: { lead?: Text }): Node;
export function group(key: string, parts: Parts): Node;
export function heading(text: Text): Node;
export function text(body: Text): Node;
export function notice(tone: Tone, body: Text, options?: { title?: Text }): Node;
export function details(line: Text, parts: Parts): Node;
export function image(path: string, alternative: Text): Node;
export function decoration(path: string): Node;
export function tabs(key: string, labels: Text[], parts: Parts): Node;

export function submit(action: string, label: Text, options?: { confirm?: Text }): Node;
export function primary(action: string, label: Text, options?: { confirm?: Text }): Node;
export function secondary(action: string, label: Text, options?: { confirm?: Text }): Node;
export function quiet(action: string, label: Text, options?: { confirm?: Text }): Node;
export function destructive(action: string, label: Text, confirm: Text): Node;
export function links(key: string, all: Array<{ label: Text; detail?: Text; tone?: Tone; action: string }>): Node;

/** What all inputs share. */
export interface FieldOptions {
  hint?: Text;
  error?: Text;
  optional?: boolean;
  fillsFrom?: string;
  reportsChange?: boolean;
}
export interface Choice {
  id: string;
  label: Text;
  hint?: Text;
}
export function textInput(key: string, label: Text, options?: FieldOptions & { purpose?: TextPurpose; initial?: string; atMost?: number }): Node;
export function textArea(key: string, label: Text, options?: FieldOptions & { initial?: string; atMost?: number }): Node;
export function numberInput(key: string, label: Text, options?: FieldOptions & { initial?: number; minimum?: number; maximum?: number; unit?: Text }): Node;
export function moneyInput(key: string, label: Text, currency: string, options?: FieldOptions & { initial?: number; atLeast?: number; atMost?: number }): Node;
export function dateInput(key: string, label: Text, options?: FieldOptions & { initial?: Day; earliest?: Day; latest?: Day; remembered?: boolean }): Node;
export function timeInput(key: string, label: Text, options?: FieldOptions & { initial?: number }): Node;
export function chooseOne(key: string, label: Text, all: Choice[], options?: FieldOptions & { initial?: string }): Node;
export function chooseMany(key: string, label: Text, all: Choice[], options?: FieldOptions & { initial?: string[]; atMost?: number }): Node;
export function selectFrom(key: string, label: Text, all: Choice[], options?: FieldOptions & { initial?: string }): Node;
export function selectCode(key: string, label: Text, codeList: string, options?: FieldOptions & { initial?: string }): Node;
export function declaration(key: string, label: Text, statement: Text, options?: FieldOptions & { agreed?: boolean }): Node;
export function addressInput(key: string, label: Text, options?: FieldOptions & { region?: string; initial?: string }): Node;
export function placeInput(key: string, label: Text, options?: FieldOptions & { nearRegion?: string }): Node;
export function fileInput(key: string, label: Text, mediaTypes: string[], options?: FieldOptions & { maxBytes?: number; atMost?: number; fromCamera?: boolean }): Node;
export function repeatGroup(key: string, label: Text, addLabel: Text, parts: Parts, options?: { atLeast?: number; atMost?: number }): Node;
export function attribute(key: string, claim: string, label: Text): Node;
export function slotPicker(key: string, label: Text, slots: Array<{ id: string; at: number; minutes: number; place?: Text; left: number }>, options?: FieldOptions & { initial?: string }): Node;

export function summary(key: string, rows: Array<{ label: Text; value?: Text; changeAction?: string }>): Node;
export function tasks(key: string, all: Array<{ label: Text; detail?: Text; progress: Progress; action?: string }>): Node;
export function records(key: string, rows: Array<{ title: Text; detail?: Text; value?: Text; tone?: Tone; action?: string }>, options?: { more?: { total: number; action: string } }): Node;
export function credential(key: string, card: { kind: Text; holder: Text; number: string; issuer: Text; validUntil?: Day; code?: Uint8Array }): Node;
export function table(key: string, caption: Text, columns: Text[], rows: Text[][]): Node;
export function timeline(key: string, entries: Array<{ title: Text; detail?: Text; at?: number; progress: Progress }>): Node;
export function points(key: string, all: Array<{ label: Text; latitudeE6: number; longitudeE6: number; action?: string }>): Node;
export function chart(key: string, form: ChartForm, title: Text, categories: Text[], series: Array<{ label: Text; points: number[] }>, options?: { unit?: Text }): Node;
export function bill(action: string, bill: { payee: string; purpose: Text; lines: Array<{ label: Text; minor: number }>; currency: string; total: number }): Node;
export function confirmation(key: string, title: Text, end: { reference: string; next?: Text[]; keepsDocument?: string }): Node;
/** What a form asks: one input, its answer in the check of all answers, and how it is kept. */
export interface FormField {
  readonly key: string;
  readonly label: Text;
}
/** What a form can ask; the last argument is that of the input's own builder. */
export const field: {
  text(key: string, label: Text, options?: FieldOptions & { purpose?: TextPurpose; atMost?: number }): FormField;
  lines(key: string, label: Text, options?: FieldOptions & { atMost?: number }): FormField;
  number(key: string, label: Text, options?: FieldOptions & { minimum?: number; maximum?: number; unit?: Text }): FormField;
  date(key: string, label: Text, options?: FieldOptions & { earliest?: Day; latest?: Day; remembered?: boolean }): FormField;
  oneOf(key: string, label: Text, all: Choice[], options?: FieldOptions): FormField;
  agreement(key: string, label: Text, statement: Text, options?: FieldOptions): FormField;
};
/** Where the person is in a form, and what they answered. */
export interface FormState {
  at: number;
  fromCheck: boolean;
  answers: Record<string, Input>;
}
/** A form, declared once: navigation, the check of all answers, going back, one question a page for seniors, and being saved come with it. */
export interface Form {
  /** The state at the start, or the one that `save` kept. */
  start(kept?: unknown): FormState;
  /** Takes an event in; `"sent"` once the person has checked everything, `"left-back"` before the first page. */
  update(state: FormState, event: Event, cx: Context): "stays" | "left-back" | "sent";
  view(state: FormState, cx: Context): Page;
  save(state: FormState): unknown;
  answers(state: FormState): Inputs;
}
export function form(declared: {
  pages: Array<{ key: string; title: Text; fields: FormField[] }>;
  checkTitle: Text;
  continueLabel: Text;
  sendLabel: Text;
}): Form;

/** The nested page as the contract's flat list. The kit calls it; it is here for tests. */
export function flatten(root: Page, words: unknown, revision: number): View;
