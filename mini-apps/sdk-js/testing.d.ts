// Drives a mini-app on its author's machine, as a host would.

import type { Answer, Display, HostEvent, Input, Moment, Request, Step, View } from "./index.js";

export class Running {
  constructor(exports: { update(event: HostEvent): Step; save?(): Uint8Array }, launch?: Partial<Extract<HostEvent, { tag: "launched" }>["val"]>);
  readonly requests: Request[];
  readonly view: View;
  readonly page: string;
  readonly messages: string[];
  node(key: string): any;
  word(place: number): any;
  asked(tag: Request["wish"]["tag"]): any;
  acts(action: string, row?: number): this;
  submits(action: string, values?: Record<string, string | number | boolean | string[] | Input>): this;
  addsCopy(key: string): this;
  removesCopy(key: string, copy: number): this;
  goesBack(): this;
  moment(moment: Moment): this;
  display(display: Display): this;
  answers(request: Request, answer: Answer): this;
  replies(request: Request, body: unknown): this;
  save(): Uint8Array;
  restarts(): this;
}
