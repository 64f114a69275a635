import { toMessage } from "../../errors/to-message.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { sendDelivery } from "../../kintone/send-delivery.ts";
import type { BoardPage } from "./board-page.ts";
import type { JobRoom } from "./job-room.ts";
import type { messages } from "./messages.ts";

type Context = FeatureContext<typeof messages>;

/** 「送付済にする」 for the latest sheet; the ledger undoes it. */
export const runSending = async (
  { gateway, clock, page, t }: Context,
  { loaded, choice }: BoardPage,
  room: JobRoom,
): Promise<void> => {
  const end = (sentence: string): Promise<void> =>
    room.end({ kind: "ended", sentence, failures: [] }, choice.picked);
  try {
    await sendDelivery(gateway, loaded.board.sheet.latest?.id ?? "", {
      at: clock.now(),
      today: clock.today(),
      to: loaded.edition.recipientEmail,
      user: page.user.code,
    });
    await end(t("sheetSent"));
  } catch (error) {
    console.error("suisen: sending", error);
    await end(toMessage(error, t.language));
  }
};
