import type { Message } from "../words/message.ts";

export type Difference = {
  readonly code:
    | "sheet-gone"
    | "sheet-renamed"
    | "moved"
    | "gone"
    | "relabelled"
    | "added"
    | "list-moved"
    | "list-resized"
    | "edition"
    | "other-form"
    | "other";
  readonly message: Message;
  readonly sheet?: string;
  readonly cell?: string;
  readonly key?: string;
};
