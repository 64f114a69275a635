import type { AppRecordPart } from "../apps/records.ts";
import { isConsentWithdrawn, isWithdrawn } from "../domain/nomination-step.ts";
import { allOf, where } from "../kintone/query.ts";
import type { PageContext } from "./feature.ts";

type Candidate = AppRecordPart<
  "nominations",
  "registeredName" | "consentNominate" | "consentShare"
>;

/** Names of a society's firms that are still nominated; 該当なし would contradict them. */
export const listRunningCandidates = async (
  { gateway }: Pick<PageContext, "gateway">,
  { edition, society }: { edition: string; society: string },
): Promise<string[]> => {
  const found: Candidate[] = await gateway.listRecords("nominations", {
    fields: ["registeredName", "consentNominate", "consentShare", "status"],
    condition: allOf(
      where("edition", "=", edition),
      where("society", "=", society),
    ),
  });
  return found
    .filter((one) => !isWithdrawn(one) && !isConsentWithdrawn(one))
    .map(({ registeredName }) => registeredName);
};
