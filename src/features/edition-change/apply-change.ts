import { formatInstant } from "../../i18n/format-day.ts";
import { applyEditionChange } from "../../kintone/apply-edition-change.ts";
import type {
  ChangePresser,
  ChangeProgress,
  LoadedChange,
} from "../../kintone/apply-edition-change.ts";
import type { Gateway } from "../../kintone/gateway.ts";
import { announcement, changeSentence } from "../../words/change-words.ts";

/** 「変更を反映」 in the words of the history and of the announcements. */
export const applyChange = (
  gateway: Pick<
    Gateway,
    | "applyTogether"
    | "updateRecord"
    | "listRecords"
    | "addComment"
    | "listComments"
  >,
  loaded: LoadedChange,
  presser: ChangePresser & { readonly timeZone: string },
  onProgress?: ChangeProgress,
  signal?: AbortSignal,
): Promise<string[]> => {
  const { edition, plan } = loaded;
  const at = formatInstant(presser.at, presser.timeZone, "ja");
  return applyEditionChange(
    gateway,
    loaded,
    presser,
    {
      history: plan.changes
        .map((change) => changeSentence(change, "ja"))
        .join("\n"),
      announce: (society) => announcement(edition.name, society, at),
    },
    onProgress,
    signal,
  );
};
