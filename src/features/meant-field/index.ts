import { defineFeature } from "../../feature-kit/feature.ts";
import { meantField } from "../../kintone/page-paths.ts";

/** A finding's link leads to the field that it is about. */
export const meantFieldMark = defineFeature({
  id: "meant-field",
  apps: ["nominations", "editions"],
  devices: ["desktop"],
  messages: {},
  on: {
    "record.detail": ({ page }) => {
      const element = page.fieldElement(meantField(location.search));
      element?.classList.add("suisen-meant-field");
      element?.scrollIntoView({ block: "center" });
    },
  },
});
