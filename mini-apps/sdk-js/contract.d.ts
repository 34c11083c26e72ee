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
   * A moment of a mini-app's life. docs/lifecycle.md maps them to the W3C MiniApp Lifecycle working draft.
   * # Variants
   * 
   * ## `"shown"`
   * 
   * On screen: after the launch, and whenever it comes back.
   * ## `"hidden"`
   * 
   * Not on screen; the mini-app may be ended at any time without another word.
   * ## `"resumed"`
   * 
   * Follows `shown` when it was hidden for longer than a minute; the time has been told before by `ticked`.
   * ## `"signed-in"`
   * 
   * ## `"signed-out"`
   * 
   * ## `"unloaded"`
   * 
   * The last event. What is answered to it is neither shown nor done; `save` was called before it.
   */
  export type Moment = 'shown' | 'hidden' | 'resumed' | 'signed-in' | 'signed-out' | 'unloaded';
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
   * Another mini-app's entry, in addressing form (docs/addresses.md), or a secure web page, which the system's browser
   * opens. Answered `done` just before it opens, or `rejected` with a code when the address leads nowhere.
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
     * The claim or fact that may fill this input, after consent (`name`, `id-number`, `birth-date` ...). A host also offers under it
     * what the person wrote for it in another form, and where it names a kind of document, that document's number.
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
  /**
   * Without a minimum an amount is at least nought; a field that takes a loss or a refund names one below.
   */
  export interface MoneyInput {
    field: Field,
    currency: string,
    initial?: bigint,
    minimumMinor?: bigint,
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
  /**
   * What a node is. The set is closed: what none of these says, a mini-app cannot say.
   */
  export type Kind = KindPage | KindSection | KindHeading | KindText | KindNotice | KindDetails | KindImage | KindTabs | KindButton | KindLinkList | KindTextInput | KindTextArea | KindNumberInput | KindMoneyInput | KindDateInput | KindTimeInput | KindChooseOne | KindChooseMany | KindSelectFrom | KindDeclaration | KindAddressInput | KindPlaceInput | KindFileInput | KindRepeatGroup | KindAttribute | KindSummary | KindTaskList | KindRecordList | KindCredential | KindTable | KindTimeline | KindPoints | KindChart | KindSlotPicker | KindBill | KindConfirmation;
  /**
   * structure
   * The screen itself: the first node, and no other. Its title is what a screen reader says first.
   * Accessibility: the title is the one first-level heading; give each page a title of its own.
   * Seniors mode: put one thing on a page; the host says which step it is.
   */
  export interface KindPage {
    tag: 'page',
    val: Page,
  }
  /**
   * A part of a screen. It holds what belongs together, above all inputs that answer one question.
   * Accessibility: its title is a heading and the name of the group, one level below the part around it.
   * Seniors mode: larger text; consider a page for each section.
   */
  export interface KindSection {
    tag: 'section',
    val: Section,
  }
  /**
   * A heading below the page's title, for long texts. Where there is a part to name, a section is better.
   * Accessibility: the host chooses the level, so that none is skipped.
   * Seniors mode: larger text, nothing else.
   */
  export interface KindHeading {
    tag: 'heading',
    val: Word,
  }
  /**
   * A paragraph.
   * Accessibility: one thing a sentence; the text may hold no markup.
   * Seniors mode: sentences of at most 25 words or 40 Han characters, paragraphs of at most 60 words or 100 Han characters.
   */
  export interface KindText {
    tag: 'text',
    val: Word,
  }
  /**
   * What stands out: the state of things, a warning, a success. Two a page are enough.
   * Accessibility: read out when it appears; the tone is said by icon and words too, never by colour alone.
   * Seniors mode: larger text; say what to do, not only what happened.
   */
  export interface KindNotice {
    tag: 'notice',
    val: Notice,
  }
  /**
   * A line that unfolds what only some people need. Its children are what is hidden.
   * Accessibility: opens with the keyboard, and says whether it is open.
   * Seniors mode: stays folded; what everybody needs does not belong in it.
   */
  export interface KindDetails {
    tag: 'details',
    val: Word,
  }
  /**
   * A picture of the bundle that explains something.
   * Accessibility: its alternative says what it shows; without one it is decoration and is passed over in silence.
   * Seniors mode: text belongs beside a picture, not in it, where it cannot be enlarged.
   */
  export interface KindImage {
    tag: 'image',
    val: Image,
  }
  /**
   * Parts of one subject that stand side by side, one of which is seen: a title for each child, at least two.
   * Accessibility: arrow keys move between the tabs, and the panel is named by its tab.
   * Seniors mode: nothing is hidden behind a tab; the panels stand below each other under their titles.
   */
  export interface KindTabs {
    tag: 'tabs',
    val: Uint32Array,
  }
  /**
   * actions
   * One action. What submits hands the inputs of the page in, after the host has checked them.
   * Accessibility: its label says what it does, with a verb; what cannot be undone asks first.
   * Seniors mode: larger targets; at most four buttons a page.
   */
  export interface KindButton {
    tag: 'button',
    val: Button,
  }
  /**
   * Ways to go on from here, one a line.
   * Accessibility: a list of as many entries as there are links; each label makes sense when it is read out alone.
   * Seniors mode: the rows are taller; few links are better than many.
   */
  export interface KindLinkList {
    tag: 'link-list',
    val: Array<Link>,
  }
  /**
   * inputs
   * A line of text. Its purpose chooses keyboard, autofill and checks.
   * Accessibility: label and hint are tied to it; an error stands beside it and in the summary above the page.
   * Seniors mode: at most three inputs a page, better one.
   */
  export interface KindTextInput {
    tag: 'text-input',
    val: TextInput,
  }
  /**
   * Several lines in the person's own words.
   * Accessibility: as a line of text.
   * Seniors mode: ask for it only where nothing else will do, for typing is hard work.
   */
  export interface KindTextArea {
    tag: 'text-area',
    val: TextArea,
  }
  /**
   * A quantity that is counted or measured. A number that names something is a `text-input`.
   * Accessibility: a keyboard of digits; the unit is said in words.
   * Seniors mode: one a page; say the limits in the hint.
   */
  export interface KindNumberInput {
    tag: 'number-input',
    val: NumberInput,
  }
  /**
   * An amount in one currency, held in minor units.
   * Accessibility: signs of currency and separators of thousands may be typed along.
   * Seniors mode: one a page; offer fixed amounts as a choice where you can.
   */
  export interface KindMoneyInput {
    tag: 'money-input',
    val: MoneyInput,
  }
  /**
   * A date. One that people know by heart is `remembered`: written in its parts and not picked.
   * Accessibility: the parts of a remembered date are one group with one label; every date can be typed.
   * Seniors mode: one a page; a birthday is always `remembered`.
   */
  export interface KindDateInput {
    tag: 'date-input',
    val: DateInput,
  }
  /**
   * A time of day, without a date.
   * Accessibility: can be typed; an example in the hint helps.
   * Seniors mode: one a page; parts of the day as a choice are easier.
   */
  export interface KindTimeInput {
    tag: 'time-input',
    val: TimeInput,
  }
  /**
   * One answer of a few that are all seen.
   * Accessibility: a group of radio buttons with one label; the whole line is the target.
   * Seniors mode: the question has a page of its own; at most five answers.
   */
  export interface KindChooseOne {
    tag: 'choose-one',
    val: ChooseOne,
  }
  /**
   * Any answers of a few that are all seen.
   * Accessibility: a group of checkboxes with one label; the limit `at-most` belongs in the hint.
   * Seniors mode: the question has a page of its own; questions with yes and no are easier.
   */
  export interface KindChooseMany {
    tag: 'choose-many',
    val: ChooseMany,
  }
  /**
   * One answer of many: choices given here, or a code list of the platform (`regions`).
   * Accessibility: a native select up to 15 answers, else a search above a list of radio buttons.
   * Seniors mode: avoid it where a `choose-one` will do.
   */
  export interface KindSelectFrom {
    tag: 'select-from',
    val: SelectFrom,
  }
  /**
   * A statement that the person agrees to. It is never agreed to beforehand.
   * Accessibility: the statement is the checkbox's own label, so it is read out in full.
   * Seniors mode: one statement, in short sentences, on a page of its own.
   */
  export interface KindDeclaration {
    tag: 'declaration',
    val: Declaration,
  }
  /**
   * An address: its region from the platform's list, then street, building and door.
   * Accessibility: both parts stand in one group with one label.
   * Seniors mode: let it be filled from a verified fact where there is one.
   */
  export interface KindAddressInput {
    tag: 'address-input',
    val: AddressInput,
  }
  /**
   * A place: where the person stands, or its coordinates. Asking for the position needs consent.
   * Accessibility: there is no map to point at; every way of answering works with the keyboard.
   * Seniors mode: say in the hint that standing there and pressing the button is enough.
   */
  export interface KindPlaceInput {
    tag: 'place-input',
    val: PlaceInput,
  }
  /**
   * Photos or documents of named types and sizes. The host keeps the bytes and gives the mini-app a handle.
   * Accessibility: says what is taken and why a file was refused.
   * Seniors mode: `from-camera` spares the way through folders.
   */
  export interface KindFileInput {
    tag: 'file-input',
    val: FileInput,
  }
  /**
   * A group of inputs that repeats: the host adds and removes copies and numbers their keys (`child.1.name`).
   * Accessibility: each copy is a group named by label and number; the focus goes to the copy that was added.
   * Seniors mode: keep a copy to one or two inputs.
   */
  export interface KindRepeatGroup {
    tag: 'repeat-group',
    val: RepeatGroup,
  }
  /**
   * A fact from the person's records, shown with its source; the mini-app has it only after consent.
   * Accessibility: name, value and source are read out together; "not shared" is said in words.
   * Seniors mode: saves typing, so use it before any input.
   */
  export interface KindAttribute {
    tag: 'attribute',
    val: Attribute,
  }
  /**
   * data
   * Facts, one a line; with `change-action`, the check of all answers before they are sent.
   * Accessibility: a list of terms and values; each "change" is read out with what it changes. No value is "not given".
   * Seniors mode: few questions make a check that can be taken in.
   */
  export interface KindSummary {
    tag: 'summary',
    val: Array<SummaryRow>,
  }
  /**
   * What is to do in an application of several parts, and how far each part is.
   * Accessibility: the state is said in words beside each task; what is blocked is no button.
   * Seniors mode: the rows are taller; at most about six tasks.
   */
  export interface KindTaskList {
    tag: 'task-list',
    val: Array<Task>,
  }
  /**
   * Things of one sort: bills, trips, cases. For no records, say so in a text and leave the list out.
   * Accessibility: a list; a row that opens something is one button with all that it says.
   * Seniors mode: show the newest few and offer the rest by `more-action`.
   */
  export interface KindRecordList {
    tag: 'record-list',
    val: RecordList,
  }
  /**
   * A card or certificate as a person carries it, with a code for a counter where it has one.
   * Accessibility: kind, holder, number and validity are text; the code is named and not the only way.
   * Seniors mode: one card a page.
   */
  export interface KindCredential {
    tag: 'credential',
    val: Credential,
  }
  /**
   * Figures to compare in rows and columns. Every row has a cell for each column.
   * Accessibility: has a caption; the first cell of a row is its head; it scrolls inside itself, also with the keyboard.
   * Seniors mode: at most four columns.
   */
  export interface KindTable {
    tag: 'table',
    val: Table,
  }
  /**
   * What happened and what comes next, in order.
   * Accessibility: an ordered list; progress and time are said in words.
   * Seniors mode: the entry that waits for the person should say what to do.
   */
  export interface KindTimeline {
    tag: 'timeline',
    val: Array<TimelineEntry>,
  }
  /**
   * Places on a small map without tiles, and always as a list.
   * Accessibility: the list says everything that the map shows; the numbers of both are the same.
   * Seniors mode: put the nearest places first and few of them.
   */
  export interface KindPoints {
    tag: 'points',
    val: Array<MapPoint>,
  }
  /**
   * Figures to grasp at a glance: bars, a line, or parts of a whole.
   * Accessibility: the drawing is hidden from assistive technology and its table, always there, says all of it.
   * Seniors mode: one series is enough; say the result in a sentence above.
   */
  export interface KindChart {
    tag: 'chart',
    val: Chart,
  }
  /**
   * service
   * Appointments, ordered by day. One that nobody can have any more has 0 left.
   * Accessibility: a group for each day; "full" is said in words and cannot be chosen.
   * Seniors mode: offer the next few days only.
   */
  export interface KindSlotPicker {
    tag: 'slot-picker',
    val: SlotPicker,
  }
  /**
   * What is to be paid, line by line, and its total. Its action asks for the payment, in the host's own sheet.
   * Accessibility: lines and total are text, and the button says the amount.
   * Seniors mode: few lines; nothing else on the page should invite a press.
   */
  export interface KindBill {
    tag: 'bill',
    val: Bill,
  }
  /**
   * The end of a service: what is done, the reference, what comes next, the document that will be kept.
   * Accessibility: the title is a heading; one button copies the reference.
   * Seniors mode: one way to go on; say what comes next in one or two sentences.
   */
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
