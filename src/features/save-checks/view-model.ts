import {
  corporateNumberProblem,
  toCorporateNumber,
} from "../../domain/corporate-number.ts";
import type { Nomination } from "../../domain/model.ts";
import type { RecordFinding } from "../../domain/record-findings.ts";
import { registeredNameWarnings } from "../../domain/registered-name.ts";
import { isSecurityActionIdOdd } from "../../domain/security-action-id.ts";
import {
  corporateNumberSentence,
  nameWarningSentence,
  securityActionIdOdd,
} from "../../words/firm-words.ts";
import { recordFindingSentence } from "../../words/record-words.ts";
import type { Language } from "../../i18n/message.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { CheckMessages } from "./messages.ts";
import type { FoundTwin, TwinsView } from "./twins.ts";

type Say = Translator<CheckMessages>;

/** A sentence, and the record it is about. */
export type Finding = {
  readonly text: string;
  readonly recordId?: string;
  /** It keeps the nomination off the sheet. */
  readonly isBlock?: boolean;
};

type FirmFields = Pick<
  Nomination,
  "registeredName" | "businessKind" | "securityActionId"
>;

/** The error under the field; null for a valid number and for a blank. */
export const corporateNumberError = (
  value: string,
  language: Language,
): string | null => {
  const problem = corporateNumberProblem(value);
  return problem === null ? null : corporateNumberSentence(problem)[language];
};

/** Without hyphens and spaces, so that equal numbers are found; a bad one stays as typed. */
export const tidyCorporateNumber = (value: string): string =>
  corporateNumberProblem(value) === null ? toCorporateNumber(value) : value;

const toTwinFinding = (
  { basis, id, society, name }: FoundTwin,
  t: Say,
): Finding => ({
  recordId: id,
  text: t(basis === "corporateNumber" ? "twinByNumber" : "twinByName", {
    society,
    name,
    id,
  }),
});

const twinFindings = (view: TwinsView, t: Say): Finding[] => {
  if (view.kind === "failed") {
    return [{ text: t("twinsUnknown", { sentence: view.sentence }) }];
  }
  return view.kind === "loading"
    ? []
    : view.twins.map((twin) => toTwinFinding(twin, t));
};

/** Warnings to check; none of them stops a save. */
export const toFindings = (
  nomination: FirmFields,
  twins: TwinsView,
  compared: readonly RecordFinding[],
  t: Say,
): Finding[] => [
  ...compared.map((finding) => ({
    text: recordFindingSentence(finding)[t.language],
    isBlock: finding.severity === "block",
  })),
  ...registeredNameWarnings(
    nomination.registeredName,
    nomination.businessKind,
  ).map((warning) => ({
    text: t("aboutName", {
      sentence: nameWarningSentence(warning)[t.language],
    }),
  })),
  ...(isSecurityActionIdOdd(nomination.securityActionId)
    ? [{ text: securityActionIdOdd[t.language] }]
    : []),
  ...twinFindings(twins, t),
];
