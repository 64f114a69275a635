import { isRemindedInVain } from "../../domain/society-answers.ts";
import { toMessage } from "../../errors/to-message.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { markCandidates } from "../../kintone/mark-candidates.ts";
import type { BoardPage } from "./board-page.ts";
import type { JobRoom } from "./job-room.ts";
import type { LoadedBoard } from "./load-board.ts";
import type { messages } from "./messages.ts";

type Context = FeatureContext<typeof messages>;

const answersOf = ({ board, answers }: LoadedBoard) =>
  board.societies
    .filter(isRemindedInVain)
    .flatMap(({ answer }) => answers.get(answer?.id ?? "") ?? []);

/** 「候補ありにする」: nominations that came by CSV or REST answer the request, too. */
export const runCandidates = async (
  { gateway, clock, page, t }: Context,
  { loaded, choice }: BoardPage,
  room: JobRoom,
): Promise<void> => {
  const answers = answersOf(loaded);
  const end = (sentence: string): Promise<void> =>
    room.end({ kind: "ended", sentence, failures: [] }, choice.picked);
  try {
    await markCandidates(gateway, answers, {
      today: clock.today(),
      user: page.user.code,
    });
    await end(t("candidatesDone", { count: answers.length }));
  } catch (error) {
    console.error("suisen: candidates", error);
    await end(toMessage(error, t.language));
  }
};
