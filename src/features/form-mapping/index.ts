import { defineFeature } from "../../feature-kit/feature.ts";
import { messages } from "./messages.ts";
import { showMappingPanel } from "./show-panel.ts";

/** Which value goes into which cell of the official form, settled on the form itself. */
export const formMapping = defineFeature({
  id: "form-mapping",
  apps: ["editions"],
  devices: ["desktop"],
  messages,
  on: {
    "record.detail": showMappingPanel,
  },
});
