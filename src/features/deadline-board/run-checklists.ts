import { toMessage } from "../../errors/to-message.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { where } from "../../kintone/query.ts";
import type { JobRoom } from "./job-room.ts";
import type { LoadedBoard } from "./load-board.ts";
import { listChecklists } from "./load-checklists.ts";
import type { messages } from "./messages.ts";

type Context = Pick<FeatureContext<typeof messages>, "gateway" | "t">;

/**
 * Compares thousands of checklists with the edition's, on request.
 *
 * @returns the board that knows them; null after a stop or a failure
 */
export const runChecklists = async (
  { gateway, t }: Context,
  loaded: LoadedBoard,
  room: Pick<JobRoom, "show">,
): Promise<LoadedBoard | null> => {
  const stopper = new AbortController();
  const label = t("comparingChecklists");
  const show = (progress: { done: number; total: number }): void =>
    room.show({
      kind: "running",
      label,
      ...progress,
      stop: () => stopper.abort(),
    });
  show({ done: 0, total: loaded.revisions.size });
  try {
    const checklists = await listChecklists(
      gateway,
      where("edition", "=", loaded.edition.name),
      { onProgress: show, signal: stopper.signal },
    );
    return loaded.withChecklists(checklists);
  } catch (error) {
    const isStopped = stopper.signal.aborted;
    if (!isStopped) console.error("suisen: checklists", error);
    const sentence = isStopped
      ? t("unreadChecklists")
      : toMessage(error, t.language);
    room.show({ kind: "ended", sentence, failures: [] });
    return null;
  }
};
