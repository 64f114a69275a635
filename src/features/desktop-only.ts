import type { Feature } from "../feature-kit/feature.ts";
import { reportExport } from "./report-export/index.ts";

/**
 * What a phone has no use for; a file of its own keeps it out of the phone's
 * bundle. `form-status` and `sent-changes` wait here: with them the desktop
 * bundle is 3 KB over its 130, until the report engine has lost its last 6.
 */
export const desktopOnlyFeatures: readonly Feature[] = [reportExport];
