import { appFieldCodes } from "../../apps/records.ts";
import { withEditionDates } from "../../domain/deadlines.ts";
import { nominationDigest } from "../../domain/included-nomination.ts";
import type { Nomination } from "../../domain/model.ts";
import { isRegisteredLate } from "../../domain/nomination-step.ts";
import { changesSinceMailed } from "../../domain/report-changes.ts";
import { isMailed } from "../../domain/sheet-state.ts";
import type { PageContext } from "../../feature-kit/feature.ts";
import { isIn } from "../../kintone/query.ts";
import type { LoadedBoard } from "./load-board.ts";

/** A record with its revision unchanged says what it said when the sheet was made. */
const listSavedSince = ({ deliveries, revisions }: LoadedBoard): string[] => {
  const rows = deliveries.filter(isMailed).flatMap(({ included }) => included);
  const saved = rows.filter(
    ({ nominationId, nominationRevision }) =>
      revisions.get(nominationId) !== undefined &&
      revisions.get(nominationId) !== nominationRevision,
  );
  return [...new Set(saved.map(({ nominationId }) => nominationId))];
};

/**
 * The board with 「提出後に変更あり」: sent nominations that were saved since are read whole and
 * compared with what the sheet said. One request per 500 of them, none where there are none.
 */
export const withChangesSinceSent = async (
  { programme, gateway }: Pick<PageContext, "programme" | "gateway">,
  loaded: LoadedBoard,
): Promise<LoadedBoard> => {
  const ids = listSavedSince(loaded);
  if (ids.length === 0) return loaded;
  const nominations = await gateway.listRecords("nominations", {
    fields: ["status", ...appFieldCodes("nominations")],
    condition: isIn("$id", ids),
  });
  const digestOf = (one: Nomination): string => {
    const nomination = withEditionDates(programme, one, loaded.edition);
    return nominationDigest(programme, {
      nomination,
      isLate: isRegisteredLate(programme, nomination),
    });
  };
  const { changed } = changesSinceMailed(
    nominations,
    loaded.deliveries,
    digestOf,
  );
  return loaded.withChanged(new Set(changed.map(({ id }) => id)));
};
