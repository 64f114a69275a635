import { defineFeature } from "../../feature-kit/feature.ts";
import { messages } from "./messages.ts";
import { showButton } from "./show-button.ts";

/** One button from the edition's nominations to the official sheet and its ledger entry. */
export const reportExport = defineFeature({
  id: "report-export",
  apps: ["nominations"],
  devices: ["desktop"],
  messages,
  on: { "list.show": showButton },
});
