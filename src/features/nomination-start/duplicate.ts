import { DONE_CODES } from "../../apps/records.ts";
import type { PageField, PageRecord } from "../../kintone/page-api.ts";

/** Answers and results of the copied firm do not apply to the new one. */
const blankAgain = [
  ...DONE_CODES,
  "consentDate",
  "consentPerson",
  "consentStaff",
  "consentMethod",
  "nameCheckedOn",
  "nameCheckSource",
  "confirmedName",
  "confirmedNumber",
  "confirmedKind",
  "confirmedEdition",
  "confirmedNomination",
  "confirmedDates",
  "registeredBy",
  "receiptNumber",
  "withdrawnReason",
  "regionBlock",
  "regionDate",
  "prize",
  "prizeName",
  "publishText",
  "publishAskedText",
  "publishAskedOn",
  "publishAnsweredOn",
  "federationNotes",
  "recordKind",
] as const;

const resetChoices = {
  consentNominate: "未確認",
  consentShare: "未確認",
  consentPublish: "未確認",
  nameCheck: "未確認",
  result: "未定",
  modelCase: "未定",
  logoMark: "未交付",
  publishAnswer: "未確認",
} as const;

const set = (field: PageField | undefined, value: unknown): void => {
  if (field !== undefined) {
    field.value = value;
  }
};

/**
 * Takes out of a duplicated record what belongs to the nomination it was copied
 * from: dates done, consent, checks, result and answers.
 */
export const clearDuplicate = (record: PageRecord): void => {
  for (const code of blankAgain) {
    set(record[code], "");
  }
  for (const [code, value] of Object.entries(resetChoices)) {
    set(record[code], value);
  }
  set(record.nameCheckedBy, []);
  set(record.checklist, []);
  set(record.tellings, []);
};
