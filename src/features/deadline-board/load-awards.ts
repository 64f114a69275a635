import { findAcross } from "../../domain/firm-identity.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { listElsewhere } from "../../feature-kit/other-awards.ts";
import { listOtherSets } from "../../kintone/other-sets.ts";
import type { AwardBoard, Elsewhere } from "./board-page.ts";
import type { LoadedBoard } from "./load-board.ts";
import type { messages } from "./messages.ts";

type Context = Pick<FeatureContext<typeof messages>, "gateway" | "page">;

/** Name of the list that the board is drawn in. */
const BOARD_VIEW = "推薦ボード";

/** A board without the others is still a board. */
const orNone = async <T>(work: Promise<T[]>): Promise<T[]> => {
  try {
    return await work;
  } catch (error) {
    console.error("suisen: other awards", error);
    return [];
  }
};

/** Addresses of the boards of the other awards. */
export const loadAwards = (context: Context): Promise<AwardBoard[]> =>
  orNone(
    listOtherSets(context.gateway).then((sets) =>
      Promise.all(
        sets.map(async ({ programme, nominationsApp }) => ({
          name: programme.name,
          href: await context.page.buildListUrl(
            nominationsApp,
            (await context.gateway.fetchViewIds(nominationsApp)).get(
              BOARD_VIEW,
            ),
          ),
        })),
      ),
    ),
  );

/** Firms of the board that a running edition of another award has as well. */
export const loadElsewhere = (
  context: Context,
  { board, isFederation }: LoadedBoard,
): Promise<Elsewhere[]> =>
  isFederation
    ? orNone(
        listElsewhere(context, true).then((entries) =>
          findAcross(
            board.lines.map(({ nomination }) => nomination),
            entries,
          ),
        ),
      )
    : Promise.resolve([]);
