// Generated from mini-apps/standard/wit/since-1.0 by `cargo xtask guests`. Do not edit.

declare module 'fingertip:mini-app/app@1.0.0' {
  /**
   * The whole mini-app: what happened in, what to show and what is asked for out.
   */
  export function update(event: Event): Step;
  /**
   * At most 64 KiB; called whenever the mini-app may be ended.
   */
  export function save(): Uint8Array;
  export type Entry = import('fingertip:mini-app/words@1.0.0').Entry;
  export type View = import('fingertip:mini-app/view@1.0.0').View;
  export type Request = import('fingertip:mini-app/requests@1.0.0').Request;
  export type Event = import('fingertip:mini-app/events@1.0.0').Event;
  /**
   * What to show now and what is asked for. No view means: as before.
   */
  export interface Step {
    words: Array<Entry>,
    view?: View,
    requests: Array<Request>,
  }
}

declare module 'fingertip:mini-app/events@1.0.0' {
  export type Date = import('fingertip:mini-app/words@1.0.0').Date;
  export type InstantMs = import('fingertip:mini-app/words@1.0.0').InstantMs;
  export type Money = import('fingertip:mini-app/words@1.0.0').Money;
  export type Decimal = import('fingertip:mini-app/words@1.0.0').Decimal;
  export type RequestId = import('fingertip:mini-app/requests@1.0.0').RequestId;
  export type Answer = import('fingertip:mini-app/requests@1.0.0').Answer;
  /**
   * # Variants
   * 
   * ## `"normal"`
   * 
   * ## `"seniors"`
   */
  export type Display = 'normal' | 'seniors';
  /**
   * # Variants
   * 
   * ## `"person"`
   * 
   * ## `"deep-link"`
   * 
   * ## `"mini-app"`
   * 
   * ## `"widget"`
   * 
   * ## `"reminder"`
   */
  export type Origin = 'person' | 'deep-link' | 'mini-app' | 'widget' | 'reminder';
  export interface Launch {
    /**
     * A route of the manifest marked as an entry, or the first page.
     */
    route: string,
    params: Array<[string, string]>,
    origin: Origin,
    /**
     * Set by the host when `origin` is `mini-app`.
     */
    caller?: string,
    region: string,
    language: string,
    display: Display,
    now: InstantMs,
    today: Date,
    seed: bigint,
    signedIn: boolean,
    /**
     * What `save` gave before the mini-app was ended; absent for a fresh start.
     */
    saved?: Uint8Array,
  }
  export interface File {
    handle: string,
    name: string,
    mediaType: string,
    bytes: bigint,
  }
  /**
   * The value of one input, already of the right shape.
   */
  export type Input = InputNone | InputText | InputNumber | InputMoney | InputDate | InputMinute | InputChoice | InputChoices | InputAgreed | InputAddress | InputPlace | InputFiles | InputSlot;
  export interface InputNone {
    tag: 'none',
  }
  export interface InputText {
    tag: 'text',
    val: string,
  }
  export interface InputNumber {
    tag: 'number',
    val: Decimal,
  }
  export interface InputMoney {
    tag: 'money',
    val: Money,
  }
  export interface InputDate {
    tag: 'date',
    val: Date,
  }
  export interface InputMinute {
    tag: 'minute',
    val: number,
  }
  export interface InputChoice {
    tag: 'choice',
    val: string,
  }
  export interface InputChoices {
    tag: 'choices',
    val: Array<string>,
  }
  export interface InputAgreed {
    tag: 'agreed',
    val: boolean,
  }
  export interface InputAddress {
    tag: 'address',
    val: [string, string],
  }
  export interface InputPlace {
    tag: 'place',
    val: [number, number],
  }
  export interface InputFiles {
    tag: 'files',
    val: Array<File>,
  }
  export interface InputSlot {
    tag: 'slot',
    val: string,
  }
  export interface Submitted {
    action: string,
    inputs: Array<[string, Input]>,
    revision: number,
  }
  export interface Acted {
    action: string,
    node: string,
    row?: number,
    revision: number,
  }
  export interface Changed {
    key: string,
    input: Input,
    revision: number,
  }
  /**
   * # Variants
   * 
   * ## `"shown"`
   * 
   * ## `"hidden"`
   * 
   * ## `"resumed"`
   * 
   * ## `"signed-in"`
   * 
   * ## `"signed-out"`
   */
  export type Moment = 'shown' | 'hidden' | 'resumed' | 'signed-in' | 'signed-out';
  export type Event = EventLaunched | EventSubmitted | EventActed | EventChanged | EventWentBack | EventAnswered | EventCaseChanged | EventMoment | EventTicked | EventLanguageChanged | EventRegionChanged | EventDisplayChanged;
  /**
   * Always first, once in the life of an instance.
   */
  export interface EventLaunched {
    tag: 'launched',
    val: Launch,
  }
  export interface EventSubmitted {
    tag: 'submitted',
    val: Submitted,
  }
  export interface EventActed {
    tag: 'acted',
    val: Acted,
  }
  export interface EventChanged {
    tag: 'changed',
    val: Changed,
  }
  export interface EventWentBack {
    tag: 'went-back',
  }
  export interface EventAnswered {
    tag: 'answered',
    val: [RequestId, Answer],
  }
  export interface EventCaseChanged {
    tag: 'case-changed',
    val: [string, string],
  }
  export interface EventMoment {
    tag: 'moment',
    val: Moment,
  }
  /**
   * Time moves only when the host says so.
   */
  export interface EventTicked {
    tag: 'ticked',
    val: InstantMs,
  }
  export interface EventLanguageChanged {
    tag: 'language-changed',
    val: string,
  }
  export interface EventRegionChanged {
    tag: 'region-changed',
    val: string,
  }
  export interface EventDisplayChanged {
    tag: 'display-changed',
    val: Display,
  }
}

declare module 'fingertip:mini-app/requests@1.0.0' {
  export type Word = import('fingertip:mini-app/words@1.0.0').Word;
  export type Money = import('fingertip:mini-app/words@1.0.0').Money;
  export type InstantMs = import('fingertip:mini-app/words@1.0.0').InstantMs;
  export type Date = import('fingertip:mini-app/words@1.0.0').Date;
  /**
   * Chosen by the mini-app; the answer carries it.
   */
  export type RequestId = number;
  /**
   * # Variants
   * 
   * ## `"value"`
   * 
   * The value itself.
   * ## `"test"`
   * 
   * Only whether it meets `test`, such as `>= 60` for age.
   */
  export type Evidence = 'value' | 'test';
  /**
   * A fact about the person, for the purpose that the manifest declares.
   */
  export interface ClaimWish {
    claim: string,
    evidence: Evidence,
    test?: string,
    purpose: Word,
  }
  /**
   * A registered operation of the mini-app's own department; the host adds identity and routes it.
   */
  export interface Call {
    operation: string,
    body: string,
    keepUntilOnline: boolean,
  }
  /**
   * What the person checked and submitted. `body` is the mini-app's own form as JSON text; `claims` names facts
   * that the person agreed to share (the host adds their values, so that they cannot be made up); `files` holds
   * handles of file inputs, `documents` the ones that `read-documents` answered.
   */
  export interface CaseDraft {
    service: string,
    region: string,
    body: string,
    claims: Array<string>,
    documents: Array<string>,
    files: Array<string>,
  }
  /**
   * A bill to be paid in the host's sheet.
   */
  export interface Payment {
    billReference: string,
    payee: string,
    total: Money,
    purpose: Word,
  }
  /**
   * Shown by the host at a time; opens a route of this mini-app.
   */
  export interface Reminder {
    at: InstantMs,
    title: Word,
    detail?: Word,
    opens: string,
  }
  /**
   * The requests; each uses one capability of the table.
   */
  export type Wish = WishClaims | WishCall | WishSubmitCase | WishWatchCase | WishReadDocuments | WishOfferDocument | WishStore | WishFetch | WishLocate | WishScanCode | WishPay | WishSign | WishShare | WishOpen | WishRemind | WishClose;
  export interface WishClaims {
    tag: 'claims',
    val: Array<ClaimWish>,
  }
  export interface WishCall {
    tag: 'call',
    val: Call,
  }
  export interface WishSubmitCase {
    tag: 'submit-case',
    val: CaseDraft,
  }
  export interface WishWatchCase {
    tag: 'watch-case',
    val: string,
  }
  /**
   * Kinds of documents from the person's records.
   */
  export interface WishReadDocuments {
    tag: 'read-documents',
    val: Array<string>,
  }
  /**
   * A document issued to the person, as an SD-JWT VC.
   */
  export interface WishOfferDocument {
    tag: 'offer-document',
    val: string,
  }
  export interface WishStore {
    tag: 'store',
    val: [string, Uint8Array],
  }
  export interface WishFetch {
    tag: 'fetch',
    val: string,
  }
  /**
   * Region-level, never finer than 1 km.
   */
  export interface WishLocate {
    tag: 'locate',
  }
  export interface WishScanCode {
    tag: 'scan-code',
  }
  export interface WishPay {
    tag: 'pay',
    val: Payment,
  }
  /**
   * What is signed is shown by the host, word for word.
   */
  export interface WishSign {
    tag: 'sign',
    val: string,
  }
  export interface WishShare {
    tag: 'share',
    val: Word,
  }
  /**
   * Another mini-app's entry, in addressing form.
   */
  export interface WishOpen {
    tag: 'open',
    val: string,
  }
  export interface WishRemind {
    tag: 'remind',
    val: Reminder,
  }
  export interface WishClose {
    tag: 'close',
  }
  /**
   * A request under the number by which it is answered.
   */
  export interface Request {
    id: RequestId,
    wish: Wish,
  }
  /**
   * Why a request is refused.
   * # Variants
   * 
   * ## `"not-in-manifest"`
   * 
   * ## `"not-granted-by-store"`
   * 
   * ## `"declined-by-person"`
   * 
   * ## `"needs-sign-in"`
   * 
   * ## `"needs-stronger-sign-in"`
   * 
   * ## `"over-quota"`
   */
  export type Refusal = 'not-in-manifest' | 'not-granted-by-store' | 'declined-by-person' | 'needs-sign-in' | 'needs-stronger-sign-in' | 'over-quota';
  /**
   * Why a request failed.
   * # Variants
   * 
   * ## `"offline"`
   * 
   * ## `"timed-out"`
   * 
   * ## `"department-unavailable"`
   * 
   * ## `"platform-unavailable"`
   * 
   * ## `"device"`
   */
  export type Fault = 'offline' | 'timed-out' | 'department-unavailable' | 'platform-unavailable' | 'device';
  /**
   * A department's objection: its code and its own words.
   */
  export interface Problem {
    code: string,
    words?: string,
  }
  /**
   * What came of a request.
   */
  export type Answer = AnswerDone | AnswerClaims | AnswerReply | AnswerCaseAccepted | AnswerDocuments | AnswerBytes | AnswerRegion | AnswerCode | AnswerReceipt | AnswerSignature | AnswerQueued | AnswerRefused | AnswerFailed | AnswerRejected;
  export interface AnswerDone {
    tag: 'done',
  }
  export interface AnswerClaims {
    tag: 'claims',
    val: Array<[string, string]>,
  }
  export interface AnswerReply {
    tag: 'reply',
    val: string,
  }
  export interface AnswerCaseAccepted {
    tag: 'case-accepted',
    val: string,
  }
  export interface AnswerDocuments {
    tag: 'documents',
    val: Array<string>,
  }
  export interface AnswerBytes {
    tag: 'bytes',
    val: Uint8Array | undefined,
  }
  export interface AnswerRegion {
    tag: 'region',
    val: string,
  }
  export interface AnswerCode {
    tag: 'code',
    val: string,
  }
  export interface AnswerReceipt {
    tag: 'receipt',
    val: string,
  }
  export interface AnswerSignature {
    tag: 'signature',
    val: string,
  }
  export interface AnswerQueued {
    tag: 'queued',
  }
  export interface AnswerRefused {
    tag: 'refused',
    val: Refusal,
  }
  export interface AnswerFailed {
    tag: 'failed',
    val: Fault,
  }
  /**
   * The department answered that something is wrong, in its own words.
   */
  export interface AnswerRejected {
    tag: 'rejected',
    val: Problem,
  }
}

declare module 'fingertip:mini-app/view@1.0.0' {
  export type Word = import('fingertip:mini-app/words@1.0.0').Word;
  export type Value = import('fingertip:mini-app/words@1.0.0').Value;
  export type Date = import('fingertip:mini-app/words@1.0.0').Date;
  export type Money = import('fingertip:mini-app/words@1.0.0').Money;
  export type Decimal = import('fingertip:mini-app/words@1.0.0').Decimal;
  export type InstantMs = import('fingertip:mini-app/words@1.0.0').InstantMs;
  /**
   * What a node means. The host chooses colour, icon and voice.
   * # Variants
   * 
   * ## `"neutral"`
   * 
   * ## `"information"`
   * 
   * ## `"success"`
   * 
   * ## `"warning"`
   * 
   * ## `"urgent"`
   */
  export type Tone = 'neutral' | 'information' | 'success' | 'warning' | 'urgent';
  /**
   * Progress of a step, a task or a case.
   * # Variants
   * 
   * ## `"not-started"`
   * 
   * ## `"blocked"`
   * 
   * ## `"in-progress"`
   * 
   * ## `"waiting-for-you"`
   * 
   * ## `"done"`
   * 
   * ## `"problem"`
   */
  export type Progress = 'not-started' | 'blocked' | 'in-progress' | 'waiting-for-you' | 'done' | 'problem';
  /**
   * A screen. The host draws the frame around it: department, close, back, title, error summary.
   */
  export interface Page {
    title: Word,
    step?: [number, number],
  }
  /**
   * A part of a screen with an optional heading; groups inputs that belong together.
   */
  export interface Section {
    title?: Word,
    lead?: Word,
  }
  export interface Notice {
    tone: Tone,
    title?: Word,
    body: Word,
  }
  /**
   * A picture of the bundle, by its path in it. `alternative` is absent only for decoration.
   */
  export interface Image {
    path: string,
    alternative?: Word,
  }
  /**
   * What a button stands for; at most one `primary` a page.
   * # Variants
   * 
   * ## `"primary"`
   * 
   * ## `"secondary"`
   * 
   * ## `"quiet"`
   * 
   * ## `"destructive"`
   */
  export type Weight = 'primary' | 'secondary' | 'quiet' | 'destructive';
  export interface Button {
    label: Word,
    weight: Weight,
    /**
     * The action reported back. `submits` gathers and checks the inputs of the page first.
     */
    action: string,
    submits: boolean,
    /**
     * Asked by the host before the action, for what cannot be undone.
     */
    confirm?: Word,
  }
  export interface Link {
    label: Word,
    detail?: Word,
    tone: Tone,
    action: string,
  }
  /**
   * What all inputs share. The node's key names the input; the host holds its value.
   */
  export interface Field {
    label: Word,
    hint?: Word,
    error?: Word,
    optional: boolean,
    /**
     * The claim or fact that may fill this input, after consent (`name`, `id-number`, `birth-date` ...).
     */
    fillsFrom?: string,
    /**
     * Report each change, not only the submit: for inputs that others depend on.
     */
    reportsChange: boolean,
  }
  /**
   * Keyboard, autofill and checks for a line of text.
   * # Variants
   * 
   * ## `"plain"`
   * 
   * ## `"name"`
   * 
   * ## `"phone"`
   * 
   * ## `"email"`
   * 
   * ## `"postcode"`
   * 
   * ## `"national-id"`
   * 
   * ## `"reference"`
   * 
   * ## `"plate"`
   * 
   * ## `"account"`
   */
  export type TextPurpose = 'plain' | 'name' | 'phone' | 'email' | 'postcode' | 'national-id' | 'reference' | 'plate' | 'account';
  export interface TextInput {
    field: Field,
    purpose: TextPurpose,
    initial: string,
    maxChars: number,
  }
  export interface TextArea {
    field: Field,
    initial: string,
    maxChars: number,
  }
  export interface NumberInput {
    field: Field,
    initial?: Decimal,
    minimum?: Decimal,
    maximum?: Decimal,
    unit?: Word,
  }
  export interface MoneyInput {
    field: Field,
    currency: string,
    initial?: bigint,
    maximumMinor?: bigint,
  }
  export interface DateInput {
    field: Field,
    initial?: Date,
    earliest?: Date,
    latest?: Date,
    remembered: boolean,
  }
  export interface TimeInput {
    field: Field,
    initialMinute?: number,
  }
  export interface Choice {
    id: string,
    label: Word,
    hint?: Word,
  }
  export interface ChooseOne {
    field: Field,
    choices: Array<Choice>,
    initial?: string,
  }
  export interface ChooseMany {
    field: Field,
    choices: Array<Choice>,
    initial: Array<string>,
    atMost?: number,
  }
  /**
   * A long list with search: choices given here, or a code list of the platform (`regions`, `banks` ...).
   */
  export interface SelectFrom {
    field: Field,
    choices: Array<Choice>,
    codeList?: string,
    initial?: string,
  }
  export interface Declaration {
    field: Field,
    statement: Word,
    agreed: boolean,
  }
  export interface AddressInput {
    field: Field,
    region?: string,
    initial?: string,
  }
  export interface PlaceInput {
    field: Field,
    nearRegion?: string,
  }
  export interface FileInput {
    field: Field,
    mediaTypes: Array<string>,
    maxBytes: bigint,
    atMost: number,
    fromCamera: boolean,
  }
  /**
   * A group of children that repeats; the host adds and removes copies and numbers their keys.
   */
  export interface RepeatGroup {
    label: Word,
    addLabel: Word,
    atLeast: number,
    atMost: number,
  }
  /**
   * A fact from the person's records, shown with its source; shared only with consent.
   */
  export interface Attribute {
    claim: string,
    label: Word,
  }
  export interface SummaryRow {
    label: Word,
    value?: Word,
    changeAction?: string,
  }
  export interface Task {
    label: Word,
    detail?: Word,
    progress: Progress,
    action?: string,
  }
  export interface Row {
    title: Word,
    detail?: Word,
    value?: Word,
    tone: Tone,
    action?: string,
  }
  /**
   * `total` larger than the rows given lets the host ask for more by `more-action`.
   */
  export interface RecordList {
    rows: Array<Row>,
    total: number,
    moreAction?: string,
  }
  export interface Credential {
    kind: Word,
    holder: Word,
    number: string,
    issuer: Word,
    validUntil?: Date,
    code?: Uint8Array,
  }
  export interface Table {
    caption: Word,
    columns: Uint32Array,
    rows: Array<Uint32Array>,
  }
  export interface TimelineEntry {
    title: Word,
    detail?: Word,
    at?: InstantMs,
    progress: Progress,
  }
  /**
   * Points on a map; the host always offers the same as a list.
   */
  export interface MapPoint {
    label: Word,
    latitudeE6: number,
    longitudeE6: number,
    action?: string,
  }
  export interface Series {
    label: Word,
    points: Array<Decimal>,
  }
  /**
   * # Variants
   * 
   * ## `"bars"`
   * 
   * ## `"line"`
   * 
   * ## `"parts-of-whole"`
   */
  export type ChartForm = 'bars' | 'line' | 'parts-of-whole';
  /**
   * The host draws it and always offers the same as a table.
   */
  export interface Chart {
    form: ChartForm,
    title: Word,
    categories: Uint32Array,
    series: Array<Series>,
    unit?: Word,
  }
  export interface Slot {
    id: string,
    at: InstantMs,
    minutes: number,
    place?: Word,
    left: number,
  }
  export interface SlotPicker {
    field: Field,
    slots: Array<Slot>,
    initial?: string,
  }
  /**
   * Shown as a bill; paying happens in the host's sheet.
   */
  export interface Bill {
    payee: string,
    purpose: Word,
    lines: Array<[Word, Money]>,
    total: Money,
    action: string,
  }
  export interface Confirmation {
    title: Word,
    reference: string,
    next: Uint32Array,
    keepsDocument?: string,
  }
  export type Kind = KindPage | KindSection | KindHeading | KindText | KindNotice | KindDetails | KindImage | KindTabs | KindButton | KindLinkList | KindTextInput | KindTextArea | KindNumberInput | KindMoneyInput | KindDateInput | KindTimeInput | KindChooseOne | KindChooseMany | KindSelectFrom | KindDeclaration | KindAddressInput | KindPlaceInput | KindFileInput | KindRepeatGroup | KindAttribute | KindSummary | KindTaskList | KindRecordList | KindCredential | KindTable | KindTimeline | KindPoints | KindChart | KindSlotPicker | KindBill | KindConfirmation;
  /**
   * structure
   */
  export interface KindPage {
    tag: 'page',
    val: Page,
  }
  export interface KindSection {
    tag: 'section',
    val: Section,
  }
  export interface KindHeading {
    tag: 'heading',
    val: Word,
  }
  export interface KindText {
    tag: 'text',
    val: Word,
  }
  export interface KindNotice {
    tag: 'notice',
    val: Notice,
  }
  export interface KindDetails {
    tag: 'details',
    val: Word,
  }
  export interface KindImage {
    tag: 'image',
    val: Image,
  }
  export interface KindTabs {
    tag: 'tabs',
    val: Uint32Array,
  }
  /**
   * actions
   */
  export interface KindButton {
    tag: 'button',
    val: Button,
  }
  export interface KindLinkList {
    tag: 'link-list',
    val: Array<Link>,
  }
  /**
   * inputs
   */
  export interface KindTextInput {
    tag: 'text-input',
    val: TextInput,
  }
  export interface KindTextArea {
    tag: 'text-area',
    val: TextArea,
  }
  export interface KindNumberInput {
    tag: 'number-input',
    val: NumberInput,
  }
  export interface KindMoneyInput {
    tag: 'money-input',
    val: MoneyInput,
  }
  export interface KindDateInput {
    tag: 'date-input',
    val: DateInput,
  }
  export interface KindTimeInput {
    tag: 'time-input',
    val: TimeInput,
  }
  export interface KindChooseOne {
    tag: 'choose-one',
    val: ChooseOne,
  }
  export interface KindChooseMany {
    tag: 'choose-many',
    val: ChooseMany,
  }
  export interface KindSelectFrom {
    tag: 'select-from',
    val: SelectFrom,
  }
  export interface KindDeclaration {
    tag: 'declaration',
    val: Declaration,
  }
  export interface KindAddressInput {
    tag: 'address-input',
    val: AddressInput,
  }
  export interface KindPlaceInput {
    tag: 'place-input',
    val: PlaceInput,
  }
  export interface KindFileInput {
    tag: 'file-input',
    val: FileInput,
  }
  export interface KindRepeatGroup {
    tag: 'repeat-group',
    val: RepeatGroup,
  }
  export interface KindAttribute {
    tag: 'attribute',
    val: Attribute,
  }
  /**
   * data
   */
  export interface KindSummary {
    tag: 'summary',
    val: Array<SummaryRow>,
  }
  export interface KindTaskList {
    tag: 'task-list',
    val: Array<Task>,
  }
  export interface KindRecordList {
    tag: 'record-list',
    val: RecordList,
  }
  export interface KindCredential {
    tag: 'credential',
    val: Credential,
  }
  export interface KindTable {
    tag: 'table',
    val: Table,
  }
  export interface KindTimeline {
    tag: 'timeline',
    val: Array<TimelineEntry>,
  }
  export interface KindPoints {
    tag: 'points',
    val: Array<MapPoint>,
  }
  export interface KindChart {
    tag: 'chart',
    val: Chart,
  }
  /**
   * service
   */
  export interface KindSlotPicker {
    tag: 'slot-picker',
    val: SlotPicker,
  }
  export interface KindBill {
    tag: 'bill',
    val: Bill,
  }
  export interface KindConfirmation {
    tag: 'confirmation',
    val: Confirmation,
  }
  /**
   * `key` is stable from view to view: it carries focus, values and differences.
   */
  export interface Node {
    key: string,
    kind: Kind,
    children: Uint32Array,
  }
  /**
   * `nodes[0]` is the page. `revision` comes back with every event.
   */
  export interface View {
    nodes: Array<Node>,
    focus?: string,
    revision: number,
  }
}

declare module 'fingertip:mini-app/words@1.0.0' {
  /**
   * A calendar date without a time zone, ISO 8601 order.
   */
  export interface Date {
    year: number,
    month: number,
    day: number,
  }
  /**
   * An instant in milliseconds since 1970-01-01T00:00:00Z.
   */
  export type InstantMs = bigint;
  /**
   * An exact decimal number: `digits` divided by ten to the power of `scale`.
   */
  export interface Decimal {
    digits: bigint,
    scale: number,
  }
  /**
   * An amount in minor units (fen, cents) of an ISO 4217 currency.
   */
  export interface Money {
    currency: string,
    minor: bigint,
  }
  /**
   * A value that the host formats for the person's language and region.
   */
  export type Value = ValueData | ValueInteger | ValueDecimal | ValuePercent | ValueMoney | ValueDate | ValueInstant | ValueDays | ValueRegion;
  /**
   * Data in no particular language. Shown direction-isolated.
   */
  export interface ValueData {
    tag: 'data',
    val: string,
  }
  export interface ValueInteger {
    tag: 'integer',
    val: bigint,
  }
  export interface ValueDecimal {
    tag: 'decimal',
    val: Decimal,
  }
  /**
   * A share of one: 0.25 is a quarter.
   */
  export interface ValuePercent {
    tag: 'percent',
    val: Decimal,
  }
  export interface ValueMoney {
    tag: 'money',
    val: Money,
  }
  export interface ValueDate {
    tag: 'date',
    val: Date,
  }
  export interface ValueInstant {
    tag: 'instant',
    val: InstantMs,
  }
  /**
   * A length of time in whole days.
   */
  export interface ValueDays {
    tag: 'days',
    val: number,
  }
  /**
   * A region code; the host knows its name.
   */
  export interface ValueRegion {
    tag: 'region',
    val: string,
  }
  /**
   * A message of the bundle's Fluent resources with its variables.
   */
  export interface Message {
    id: string,
    args: Array<[string, Value]>,
  }
  /**
   * Anything a person reads.
   */
  export type Entry = EntryMessage | EntryValue;
  export interface EntryMessage {
    tag: 'message',
    val: Message,
  }
  export interface EntryValue {
    tag: 'value',
    val: Value,
  }
  /**
   * An index into the step's `words`. Nodes and requests are then small and flat: with words
   * inside every record, the generated code of a guest was six times larger.
   */
  export type Word = number;
}
