import { parseAppRecord } from "../../apps/records.ts";
import type { AppRecord } from "../../apps/records.ts";
import { NOTHING_CONFIRMED, toConfirmed } from "../../domain/confirmation.ts";
import type { PageContext } from "../../feature-kit/feature.ts";
import { mayReadLedger } from "../../feature-kit/ledger-access.ts";
import type { PageEvent, PageRecord } from "../../kintone/page-api.ts";

type Context = Pick<
  PageContext,
  "clock" | "gateway" | "page" | "programme" | "visit"
>;

const set = (record: PageRecord, code: string, value: unknown): void => {
  const field = record[code];
  if (field !== undefined) field.value = value;
};

const write = (record: PageRecord, values: object): void => {
  for (const [code, value] of Object.entries(values)) set(record, code, value);
};

const stamp = (
  { clock, page, programme }: Context,
  record: PageRecord,
): void => {
  const { code, name } = page.user;
  write(record, {
    ...toConfirmed(programme, parseAppRecord("nominations", record)),
    nameCheckedOn: clock.today(),
    nameCheckedBy: [{ code, name }],
  });
};

/** A choice of this visit; a name typed after it and before saving is confirmed with it. */
const choice = ({ visit }: Context): { isMade: boolean } =>
  visit.keep("name-check-choice", () => ({ isMade: false }));

/** 確認済 keeps the values, the user and the day; another choice removes them. */
export const stampConfirmed = (context: Context, record: PageRecord): void => {
  const isConfirmed = record.nameCheck?.value === "確認済";
  choice(context).isMade = isConfirmed;
  if (isConfirmed) {
    stamp(context, record);
  } else {
    write(record, {
      ...NOTHING_CONFIRMED,
      nameCheckedOn: "",
      nameCheckedBy: [],
    });
  }
};

/**
 * Before saving: stamps what 確認済 was chosen for. A row of a list fires no
 * change event of ours, so there a blank stamp decides, in the federation's
 * session: nobody else may write it.
 */
export const keepConfirmed = async (
  context: Context,
  record: PageRecord,
): Promise<void> => {
  const { confirmedName, nameCheck } = record;
  // Rows of a list carry only the fields of the list.
  if (nameCheck?.value !== "確認済" || confirmedName === undefined) return;
  const isBlank = (confirmedName.value ?? "") === "";
  if (choice(context).isMade || (isBlank && (await mayReadLedger(context)))) {
    stamp(context, record);
  }
};

/** "" when it cannot be read: a lost answer must not stop a save that kintone would take. */
const fetchSavedEdition = async (
  { gateway }: Context,
  id: string,
): Promise<string> => {
  try {
    return (await gateway.fetchRecord("nominations", id)).edition;
  } catch (error) {
    console.error("suisen: saved edition", error);
    return "";
  }
};

/** The saved record names another edition, and the user is not the federation's. */
export const isMovedBySociety = async (
  context: Context,
  { recordId }: PageEvent,
  { edition }: AppRecord<"nominations">,
): Promise<boolean> => {
  if (recordId === undefined || edition === "") return false;
  const saved = await fetchSavedEdition(context, String(recordId));
  const isMoved = saved !== "" && saved !== edition;
  return isMoved && !(await mayReadLedger(context));
};
