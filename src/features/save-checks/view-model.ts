import {
  corporateNumberProblem,
  toCorporateNumber,
} from "../../domain/corporate-number.ts";
import { expandCompanyTypes } from "../../domain/company-type.ts";
import type { Nomination } from "../../domain/model.ts";
import type { RecordFinding } from "../../domain/record-findings.ts";
import { registeredNameWarnings } from "../../domain/registered-name.ts";
import { isSecurityActionIdOdd } from "../../domain/security-action-id.ts";
import type { JumpTarget } from "../../feature-kit/jump.ts";
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
  /** The part of the form that it is about. */
  readonly target?: JumpTarget;
  /** A way out that one press takes. */
  readonly offer?: { readonly label: string; readonly name: string };
  /** It keeps the nomination off the sheet. */
  readonly isBlock?: boolean;
};

type FirmFields = Pick<
  Nomination,
  "registeredName" | "businessKind" | "securityActionId" | "corporateNumber"
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

const targetOf = (finding: RecordFinding): JumpTarget => {
  switch (finding.code) {
    case "confirmedChanged":
      if ("label" in finding.change) return "dates";
      return finding.change.field === "corporateNumber"
        ? "corporateNumber"
        : "registeredName";
    case "confirmedUnknown":
      return "nameCheck";
    case "doneDateOdd":
      return finding.field === "consentDate" ? "consent" : "dates";
    case "checklistAltered":
    case "checklistOlder":
    default:
      return "checklist";
  }
};

const numberFindings = ({ corporateNumber }: FirmFields, t: Say): Finding[] => {
  const text = corporateNumberError(corporateNumber, t.language);
  return text === null ? [] : [{ text, target: "corporateNumber" }];
};

/** 「㈱山田商店」 → 「株式会社山田商店」; the rest of the name stays as typed. */
const offerOf = ({ registeredName }: FirmFields, t: Say) => {
  const name = expandCompanyTypes(registeredName);
  return { offer: { label: t("useFullName", { name }), name } };
};

/** Warnings to check; none of them stops a save. */
export const toFindings = (
  nomination: FirmFields,
  twins: TwinsView,
  compared: readonly RecordFinding[],
  t: Say,
): Finding[] => [
  ...numberFindings(nomination, t),
  ...compared.map((finding) => ({
    text: recordFindingSentence(finding)[t.language],
    isBlock: finding.severity === "block",
    target: targetOf(finding),
  })),
  ...twinFindings(twins, t),
  ...registeredNameWarnings(
    nomination.registeredName,
    nomination.businessKind,
  ).map((warning) => ({
    text: t("aboutName", {
      sentence: nameWarningSentence(warning)[t.language],
    }),
    target: "registeredName" as const,
    ...(warning.code === "abbreviatedType" && offerOf(nomination, t)),
  })),
  ...(isSecurityActionIdOdd(nomination.securityActionId)
    ? [
        {
          text: securityActionIdOdd[t.language],
          target: "securityAction" as const,
        },
      ]
    : []),
];
