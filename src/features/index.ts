import type { Feature } from "../feature-kit/feature.ts";
import { answerNotice } from "./answer-notice/index.ts";
import { candidateAnswer } from "./candidate-answer/index.ts";
import { deadlineBoard } from "./deadline-board/index.ts";
import { deliverySending } from "./delivery-sending/index.ts";
import { editionVersions } from "./edition-versions/index.ts";
import { deadlineLine } from "./deadline-line/index.ts";
import { entryDraft } from "./entry-draft/index.ts";
import { federationGroups } from "./federation-groups/index.ts";
import { firmAids } from "./firm-aids/index.ts";
import { listBadges } from "./list-badges/index.ts";
import { nextStep } from "./next-step/index.ts";
import { nominationStart } from "./nomination-start/index.ts";
import { processSteps } from "./process-steps/index.ts";
import { readinessLine } from "./readiness-line/index.ts";
import { saveChecks } from "./save-checks/index.ts";
import { scorePanel } from "./score-panel/index.ts";
import { transferPanel } from "./transfer-panel/index.ts";
import { societyAnswer } from "./society-answer/index.ts";
import { weekdayNotice } from "./weekday-notice/index.ts";

/**
 * The features of every device. Features of one moment run in this order,
 * and lines that share a space appear in it. `desktop-only.ts` has the rest.
 */
export const features: readonly Feature[] = [
  nominationStart,
  entryDraft,
  nextStep,
  deadlineLine,
  readinessLine,
  saveChecks,
  scorePanel,
  firmAids,
  federationGroups,
  transferPanel,
  processSteps,
  societyAnswer,
  answerNotice,
  candidateAnswer,
  deadlineBoard,
  listBadges,
  deliverySending,
  editionVersions,
  weekdayNotice,
];
