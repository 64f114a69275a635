import type { Feature } from "../feature-kit/feature.ts";
import { deadlineBoard } from "./deadline-board/index.ts";
import { listBadges } from "./list-badges/index.ts";

/** Everything a user sees. Features of one moment run in this order. */
export const features: readonly Feature[] = [deadlineBoard, listBadges];
