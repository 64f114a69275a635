import type { AppRecord } from "../../apps/records.ts";
import { recordFindings } from "../../domain/record-findings.ts";
import type { RecordFinding } from "../../domain/record-findings.ts";
import { withLiveScore } from "../../domain/readiness.ts";
import type { PageContext } from "../../feature-kit/feature.ts";
import type { EditionView } from "../../feature-kit/record-edition.ts";

/** Without its edition a nomination is compared with nothing. */
export const compare = (
  { programme, clock }: Pick<PageContext, "programme" | "clock">,
  nomination: AppRecord<"nominations">,
  view: EditionView,
): RecordFinding[] =>
  view.kind === "found"
    ? recordFindings(
        programme,
        withLiveScore(programme, nomination),
        view.edition,
        clock.today(),
      )
    : [];
