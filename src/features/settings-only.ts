import type { Feature } from "../feature-kit/feature.ts";
import { formMapping } from "./form-mapping/index.ts";
import { formReturn } from "./form-return/index.ts";

/** Features of an edition that live on the plugin's settings page. */
export const settingsOnlyFeatures: readonly Feature[] = [
  formMapping,
  formReturn,
];
