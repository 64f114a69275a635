import { parseAppRecord, DONE_CODES } from "../../apps/records.ts";
import type { AppRecord } from "../../apps/records.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { Answer, FeatureContext } from "../../feature-kit/feature.ts";
import { loadEdition, viewEdition } from "../../feature-kit/record-edition.ts";
import { jumpTo } from "../../feature-kit/jump.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import type { PageEvent, PageField } from "../../kintone/page-api.ts";
import { compare } from "./compare.ts";
import {
  isMovedBySociety,
  keepConfirmed,
  stampConfirmed,
} from "./confirmed.ts";
import { messages } from "./messages.ts";
import type { CheckMessages } from "./messages.ts";
import { lookForTwins, viewTwins } from "./twins.ts";
import {
  corporateNumberError,
  tidyCorporateNumber,
  toFindings,
} from "./view-model.ts";
import { renderFindings } from "./view.ts";
import type { FindingActions } from "./view.ts";

type Context = FeatureContext<CheckMessages>;

/** The ids of the record in an event differ in type from one event to the next. */
const withEventId = (
  nomination: AppRecord<"nominations">,
  { recordId }: PageEvent,
): AppRecord<"nominations"> => ({
  ...nomination,
  id: nomination.id === "" ? String(recordId ?? "") : nomination.id,
});

/** Writes the full form of the name into kintone's form. */
const takeOffer = ({ visit }: Context, name: string): void =>
  visit.changeForm((form) => {
    if (form.registeredName !== undefined) form.registeredName.value = name;
  });

const renderLine = (context: Context, hrefOf: FindingActions["hrefOf"]) => {
  const { visit, t, page } = context;
  const isTyped = visit.kind !== "detail";
  const nomination = visit.read("nominations");
  const findings = toFindings(
    nomination,
    viewTwins(context, nomination),
    compare(context, nomination, viewEdition(context, nomination.edition)),
    t,
  );
  return renderFindings(
    {
      title: t("title"),
      nothing: t("nothing"),
      more: (count) => t("more", { count }),
    },
    findings,
    {
      hrefOf,
      onJump: (target) => jumpTo(page, visit, target),
      onOffer: isTyped ? (name) => takeOffer(context, name) : null,
    },
    isTyped,
  );
};

const show = (context: Context): void => {
  const { page, visit } = context;
  let hrefOf: FindingActions["hrefOf"] = null;
  showPanel(context, "suisenTop", "save-checks", () =>
    renderLine(context, hrefOf),
  );
  void page.fetchRecordHref(page.appId).then((built) => {
    hrefOf = built;
    visit.replace(visit.record());
  });
};

/** The error under the field moves the page, so it waits for the save; the line above says it at once. */
const checkNumber = ({ t }: Context, field: PageField | undefined): boolean => {
  if (field === undefined) {
    return true;
  }
  const error = corporateNumberError(String(field.value ?? ""), t.language);
  if (error !== null || typeof field.error === "string") {
    field.error = error;
  }
  return error === null;
};

/** A number that has become a good one loses its error. */
const clearNumberError = (
  { t }: Context,
  field: PageField | undefined,
): void => {
  const isGood =
    corporateNumberError(String(field?.value ?? ""), t.language) === null;
  if (isGood && typeof field?.error === "string") field.error = null;
};

const tidyNumber = (field: PageField | undefined): void => {
  if (typeof field?.value === "string") {
    field.value = tidyCorporateNumber(field.value);
  }
};

/** Warnings appear while the save goes on and need no confirmation. */
const sayFindings = async (
  context: Context,
  nomination: AppRecord<"nominations">,
): Promise<void> => {
  const { t, page } = context;
  const twins = await lookForTwins(context, nomination);
  // A lost answer must not stop a save that kintone itself would take.
  const compared = compare(
    context,
    nomination,
    await loadEdition(context, nomination.edition),
  );
  const findings = toFindings(nomination, twins, compared, t);
  if (findings.length > 0) {
    const lines = findings.map(({ text }) => `・${text}`);
    await page.notify("INFO", [t("beforeSave"), ...lines].join("\n"));
  }
};

const checkSave = async (
  context: Context,
  event: PageEvent,
): Promise<Answer> => {
  const { record } = event;
  if (record === undefined || !checkNumber(context, record.corporateNumber)) {
    return undefined;
  }
  tidyNumber(record.corporateNumber);
  await keepConfirmed(context, record);
  const nomination = parseAppRecord("nominations", record);
  if (await isMovedBySociety(context, event, nomination)) {
    return context.t("editionFixed");
  }
  await sayFindings(context, withEventId(nomination, event));
  return undefined;
};

/** Checks before a nomination goes further. */
export const saveChecks = defineFeature({
  id: "save-checks",
  apps: ["nominations"],
  messages,
  on: {
    "record.create": show,
    "record.edit": show,
    "record.detail": show,
    "record.submit": checkSave,
    "inline.submit": checkSave,
    "record.change": {
      fields: [
        "registeredName",
        "businessKind",
        "corporateNumber",
        "securityActionId",
        "nameCheck",
        ...DONE_CODES,
        "consentDate",
      ],
      handle: (context, { record, type = "" }) => {
        clearNumberError(context, record?.corporateNumber);
        if (record !== undefined && type.endsWith(".nameCheck")) {
          stampConfirmed(context, record);
        }
      },
    },
  },
});
