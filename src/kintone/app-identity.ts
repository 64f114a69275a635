import { appKeys } from "../apps/index.ts";
import type { AppKey } from "../apps/index.ts";

/**
 * Field codes by which an app of ours is recognised, with no setting needed:
 * enough of them that a stranger's app is not taken for ours.
 */
const signatures: Readonly<Record<AppKey, readonly string[]>> = {
  editions: ["editionState", "formMap", "noticeText", "federationName"],
  societies: ["sortOrder", "organization", "active", "kana"],
  nominations: [
    "registeredName",
    "consentNominate",
    "nominationKind",
    "nameCheck",
  ],
  answers: ["answeredOn", "answeredBy", "answer", "reason"],
  deliveries: ["deliveryState", "reportFile", "proof", "included"],
};

/** Which of the five apps has these fields; null for an app that is not ours. */
export const identifyApp = (fieldCodes: Iterable<string>): AppKey | null => {
  const codes = new Set(fieldCodes);
  return (
    appKeys.find((key) => signatures[key].every((code) => codes.has(code))) ??
    null
  );
};
