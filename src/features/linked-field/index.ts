import { defineFeature } from "../../feature-kit/feature.ts";
import { linkedField } from "../../kintone/page-paths.ts";

/** A finding's link leads to the field that it is about. */
export const linkedFieldMark = defineFeature({
  id: "linked-field",
  apps: ["nominations", "editions"],
  devices: ["desktop"],
  messages: {},
  on: {
    "record.detail": ({ page }) => {
      const element = page.fieldElement(linkedField(location.search));
      element?.classList.add("suisen-linked-field");
      element?.scrollIntoView({ block: "center" });
    },
  },
});
