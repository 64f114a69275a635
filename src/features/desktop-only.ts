import type { Feature } from "../feature-kit/feature.ts";
import { afterTheSheet } from "./after-sheet/index.ts";
import { editionChange } from "./edition-change/index.ts";
import { editionOpenPoints } from "./edition-open-points/index.ts";
import { formStatus } from "./form-status/index.ts";
import { handout } from "./handout/index.ts";
import { linkedFieldMark } from "./linked-field/index.ts";
import { reportExport } from "./report-export/index.ts";
import { sentChanges } from "./sent-changes/index.ts";

/**
 * Features that a phone has no use for; a file of their own keeps them out of the phone's
 * bundle.
 */
export const desktopOnlyFeatures: readonly Feature[] = [
  afterTheSheet,
  editionOpenPoints,
  formStatus,
  handout,
  editionChange,
  linkedFieldMark,
  reportExport,
  sentChanges,
];
