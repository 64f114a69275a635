import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { mayReadLedger } from "../../feature-kit/ledger-access.ts";

type Context = FeatureContext<Record<never, never>>;

/** Groups in which a society has nothing to fill in. */
const groups = ["nameGroup", "publicationGroup", "notesGroup", "originGroup"];

/** Hidden on the screen only; kintone's own rights keep what a society may not read. */
const hideFromSocieties = async (context: Context): Promise<void> => {
  if (await mayReadLedger(context)) return;
  groups.forEach((group) => context.page.setFieldShown(group, false));
};

/** A society sees the fields of its own work. */
export const federationGroups = defineFeature({
  id: "federation-groups",
  apps: ["nominations"],
  messages: {},
  on: {
    "record.create": hideFromSocieties,
    "record.edit": hideFromSocieties,
    "record.detail": hideFromSocieties,
  },
});
