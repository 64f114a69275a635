import type { Message } from "../words/message.ts";

/** Something to know before a form is filled. */
export type FormIssue = {
  /** `block`: the form cannot be filled like this. `warn`: a person decides. */
  readonly severity: "block" | "warn";
  readonly code: string;
  readonly message: Message;
  readonly sheet?: string | undefined;
  /** A1 address in the blank form. */
  readonly cell?: string | undefined;
  readonly key?: string | undefined;
  /** Position of the record among the rows, from 0. */
  readonly entry?: number | undefined;
};

/** Most of 200,000 values have none: an array for each would be swept away again. */
export const NO_ISSUES: readonly FormIssue[] = [];

/** The place of an issue. */
export type IssuePlace = Pick<FormIssue, "sheet" | "cell" | "key" | "entry">;

// A list of 10,000 records can have a finding in every cell: one shape for all
// of them is several times quicker than copying the place into each.
const toIssue = (
  severity: FormIssue["severity"],
  code: string,
  message: Message,
  { sheet, cell, key, entry }: IssuePlace,
): FormIssue => ({ severity, code, message, sheet, cell, key, entry });

export const block = (
  code: string,
  message: Message,
  place: IssuePlace = {},
): FormIssue => toIssue("block", code, message, place);

export const warn = (
  code: string,
  message: Message,
  place: IssuePlace = {},
): FormIssue => toIssue("warn", code, message, place);
