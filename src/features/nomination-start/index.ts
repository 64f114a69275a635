import { DUE_CODES } from "../../apps/records.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import {
  fetchOpenEdition,
  fetchOwnSociety,
  isBlankField,
  lookUp,
  warnUnlessFoundAlone,
} from "../../feature-kit/preselect.ts";
import {
  rememberEdition,
  viewEdition,
} from "../../feature-kit/record-edition.ts";
import type { PageEvent } from "../../kintone/page-api.ts";
import { shouldAdopt, toChecklistRows } from "./checklist-rows.ts";
import { clearDuplicate } from "./duplicate.ts";
import { messages } from "./messages.ts";
import type { StartMessages } from "./messages.ts";

type Context = FeatureContext<StartMessages>;

const preselectEdition = async (
  context: Context,
  event: PageEvent,
): Promise<void> => {
  const { record = {} } = event;
  const edition = await fetchOpenEdition(context);
  if (edition === null) {
    await context.page.notify("INFO", context.t("noOpenEdition"));
    return;
  }
  rememberEdition(context, edition);
  lookUp(record.edition, edition.name);
  if (record.checklist !== undefined && edition.checklist.length > 0) {
    record.checklist.value = toChecklistRows(
      context.programme,
      edition.checklist,
    );
  }
  await warnUnlessFoundAlone(context, "editions", edition.name);
};

const preselectSociety = async (
  context: Context,
  event: PageEvent,
): Promise<void> => {
  const society = await fetchOwnSociety(context);
  if (society !== null) {
    lookUp(event.record?.society, society);
    await warnUnlessFoundAlone(context, "societies", society);
  }
};

/** Rows follow the edition until one of them is answered. */
const followEdition = (context: Context): void => {
  const { visit } = context;
  visit.follow(() => {
    const { edition, checklist } = visit.read("nominations");
    const view = viewEdition(context, edition);
    if (
      view.kind === "found" &&
      visit.record().checklist !== undefined &&
      shouldAdopt(checklist, view.edition.checklist)
    ) {
      const { checklist: items } = view.edition;
      visit.changeForm((form) => {
        if (form.checklist !== undefined) {
          form.checklist.value = toChecklistRows(context.programme, items);
        }
      });
    }
  });
};

const startNomination = async (
  context: Context,
  event: PageEvent,
): Promise<void> => {
  const { record = {} } = event;
  if (event.reuse === true) {
    clearDuplicate(record);
  }
  const results = await Promise.allSettled([
    isBlankField(record.edition) ? preselectEdition(context, event) : undefined,
    isBlankField(record.society) ? preselectSociety(context, event) : undefined,
  ]);
  context.visit.replace(record);
  followEdition(context);
  // A failure must not undo the other, so it is reported only now.
  const failed = results.find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") {
    throw failed.reason;
  }
};

/** A new nomination begins with the open edition, its checklist, and the user's society. */
export const nominationStart = defineFeature({
  id: "nomination-start",
  apps: ["nominations"],
  messages,
  on: {
    "record.create": startNomination,
    "record.edit": followEdition,
    // kintone fires no change event for a lookup key, only for the fields it copies.
    "record.change": {
      fields: [...DUE_CODES, "requiredScore", "checklistKind"],
    },
  },
});
