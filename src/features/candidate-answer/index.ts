import { parseAppRecord } from "../../apps/records.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { allOf, isIn, where } from "../../kintone/query.ts";
import type { PageEvent } from "../../kintone/page-api.ts";

type Context = FeatureContext<Record<never, never>>;

/** kintone reminds every society without an answer; a first nomination is an answer, too. */
const noteCandidate = async (
  { gateway, clock, page }: Context,
  event: PageEvent,
): Promise<void> => {
  const { edition, society } = parseAppRecord("nominations", event.record);
  if (edition === "" || society === "") return;
  const unanswered = await gateway.listRecords("answers", {
    fields: ["answer"],
    condition: allOf(
      where("edition", "=", edition),
      where("society", "=", society),
      isIn("answer", ["未開封", "確認済"]),
    ),
  });
  for (const { id } of unanswered)
    await gateway.updateRecord("answers", id, {
      answer: "候補あり",
      answeredOn: clock.today(),
      answeredBy: [{ code: page.user.code }],
    });
};

/** The first nomination of a society answers the request, so that its reminders end. */
export const candidateAnswer = defineFeature({
  id: "candidate-answer",
  apps: ["nominations"],
  messages: {},
  on: { "record.created": noteCandidate },
});
