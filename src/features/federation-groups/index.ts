import { DONE_CODES } from "../../apps/records.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { mayReadLedger } from "../../feature-kit/ledger-access.ts";
import type { PageEvent } from "../../kintone/page-api.ts";

type Context = FeatureContext<Record<never, never>>;

/** Groups in which a society has nothing to fill in. */
const groups = ["nameGroup", "publicationGroup", "notesGroup", "originGroup"];

/** Hidden on the screen only; kintone's own rights keep what a society may not read. */
const hideFromSocieties = async (context: Context): Promise<boolean> => {
  if (await mayReadLedger(context)) return false;
  groups.forEach((group) => context.page.setFieldShown(group, false));
  return true;
};

const hide = async (context: Context): Promise<void> => {
  await hideFromSocieties(context);
};

/** The steps write a society's days, so it types none. */
const hideAndClose = async (
  context: Context,
  { record = {} }: PageEvent,
): Promise<void> => {
  if (!(await hideFromSocieties(context))) return;
  for (const code of DONE_CODES) {
    const field = record[code];
    if (field !== undefined) field.disabled = true;
  }
};

/** A society sees the fields of its own work. */
export const federationGroups = defineFeature({
  id: "federation-groups",
  apps: ["nominations"],
  messages: {},
  on: {
    "record.create": hideAndClose,
    "record.edit": hideAndClose,
    "record.detail": hide,
  },
});
