import type { Message } from "../words/message.ts";

/** Something to know before a form is filled. */
export type FormIssue = {
  /** `block`: the form cannot be filled like this. `warn`: a person decides. */
  readonly severity: "block" | "warn";
  readonly code: string;
  readonly message: Message;
  readonly sheet?: string;
  /** A1 address in the blank form. */
  readonly cell?: string;
  readonly key?: string;
  /** Position of the record among the rows, from 0. */
  readonly entry?: number;
};

/** The place of an issue. */
export type IssuePlace = Pick<FormIssue, "sheet" | "cell" | "key" | "entry">;

// A list of 10,000 records can have a finding in every cell: copying the place
// first and adding to it is what engines do quickly.
export const block = (
  code: string,
  message: Message,
  place: IssuePlace = {},
): FormIssue => ({ ...place, severity: "block", code, message });

export const warn = (
  code: string,
  message: Message,
  place: IssuePlace = {},
): FormIssue => ({ ...place, severity: "warn", code, message });
