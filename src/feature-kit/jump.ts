import { DONE_CODES } from "../apps/records.ts";
import type { Page } from "../kintone/page.ts";
import type { Visit } from "./visit.ts";

/** Parts of a nomination's form to which a line of a panel can lead. */
export type JumpTarget =
  | "registeredName"
  | "corporateNumber"
  | "consent"
  | "securityAction"
  | "checklist"
  | "nameCheck"
  | "dates"
  | "registration"
  | "difference"
  | "case";

type Place = {
  /** Shown on the detail page, where kintone hands out the fields themselves. */
  readonly field: string | readonly string[];
  /** On create and edit pages kintone hands out spaces only; this one precedes the field. */
  readonly space: string;
  /** Inputs between the space and the field. */
  readonly skip?: number;
  readonly group?: string;
};

const places: Readonly<Record<JumpTarget, Place>> = {
  registeredName: { field: "registeredName", space: "suisenFirm" },
  corporateNumber: { field: "corporateNumber", space: "suisenFirm", skip: 2 },
  consent: {
    field: "consentNominate",
    space: "suisenConsent",
    group: "consentGroup",
  },
  securityAction: {
    field: "securityActionStars",
    space: "suisenSecurity",
    group: "securityGroup",
  },
  checklist: { field: "scoreTotal", space: "suisenScore" },
  nameCheck: { field: "nameCheck", space: "suisenName", group: "nameGroup" },
  dates: {
    // The first that the form of this programme has.
    field: DONE_CODES,
    space: "suisenDates",
    group: "deadlineGroup",
  },
  registration: {
    field: "registeredBy",
    space: "suisenRegistration",
    group: "registrationGroup",
  },
  difference: {
    field: "priorDifference",
    space: "suisenDifference",
    group: "caseGroup",
  },
  case: { field: "caseTitle", space: "suisenCase", group: "caseGroup" },
};

const CONTROLS =
  "input:not([type=hidden], [type=file]), select, textarea, [role=combobox]";

const isReachable = (element: HTMLElement): boolean =>
  element.tabIndex >= 0 &&
  !element.matches(":disabled") &&
  element.getClientRects().length > 0;

const isAfter = (space: Element, element: Element): boolean =>
  (space.compareDocumentPosition(element) &
    Node.DOCUMENT_POSITION_FOLLOWING) !==
  0;

/** The Tab key reaches one radio button of a group, the chosen one. */
const isTabStop = (element: HTMLElement): boolean =>
  !(element instanceof HTMLInputElement) ||
  element.type !== "radio" ||
  element.checked;

/** Focuses the first control that follows the space, in whatever kintone drew it. */
const focusAfter = (space: HTMLElement, skip: number): void => {
  const controls = [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (element) =>
      isAfter(space, element) && isReachable(element) && isTabStop(element),
  );
  const control = controls[skip] ?? controls[0];
  (control ?? space).scrollIntoView({ block: "center" });
  control?.focus({ preventScroll: true });
};

const focusField = (field: HTMLElement): void => {
  field.scrollIntoView({ block: "center" });
  field.tabIndex = -1;
  field.focus({ preventScroll: true });
};

/** Leads the reader to a part of the form, and opens its group. */
export const jumpTo = (
  page: Pick<Page, "space" | "fieldElement" | "openGroup">,
  visit: Pick<Visit, "kind">,
  target: JumpTarget,
): void => {
  const { field, space: id, skip = 0, group } = places[target];
  if (group !== undefined) page.openGroup(group);
  const element =
    visit.kind === "detail"
      ? [field]
          .flat()
          .map((code) => page.fieldElement(code))
          .find((one) => one !== null)
      : undefined;
  if (element !== undefined) {
    focusField(element);
    return;
  }
  const space = page.space(id);
  if (space !== null) focusAfter(space, skip);
};
