import type { Feature } from "../feature-kit/feature.ts";
import { outcomeOnPhone } from "./after-sheet/phone.ts";

/** Features that a desktop has in a fuller form. */
export const phoneOnlyFeatures: readonly Feature[] = [outcomeOnPhone];
