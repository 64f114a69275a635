import { DATE_CODES } from "../apps/records.ts";
import type { AppRecordPart } from "../apps/records.ts";
import { closedDaysOf } from "../domain/edition-deadlines.ts";
import type { DeadlineClock } from "../domain/due-facts.ts";
import { toMessage } from "../errors/to-message.ts";
import { toLanguage } from "../i18n/message.ts";
import { where } from "../kintone/query.ts";
import type { PageContext } from "./feature.ts";

/** The edition's fields that record pages read. */
export const editionFields = [
  "name",
  "editionState",
  "fiscalYear",
  ...DATE_CODES,
  "threshold",
  "checklistStatus",
  "checklist",
  "checklistVersions",
  "opensOn",
  "closedDays",
  "federationName",
  "contactUsers",
  "contactGroups",
  "otherFormUrl",
  "selfFormUrl",
  "publicRegisterUrl",
  "securityActionUrl",
  "securityActionNote",
  "regionals",
] as const;

export type RecordEdition = AppRecordPart<
  "editions",
  (typeof editionFields)[number]
>;

/** `unnamed`: the record names no edition. `missing`: it names one that is not there. */
export type EditionView =
  | { readonly kind: "unnamed" | "loading" | "missing" }
  | { readonly kind: "found"; readonly edition: RecordEdition }
  | { readonly kind: "failed"; readonly sentence: string };

type Context = Pick<PageContext, "gateway" | "page" | "visit">;

const knownEditions = ({ visit }: Pick<Context, "visit">) =>
  visit.keep("editions", () => new Map<string, EditionView>());

/** @throws AppError of the gateway */
export const fetchEdition = async (
  { gateway }: Pick<Context, "gateway">,
  name: string,
): Promise<RecordEdition | null> => {
  const [edition] = await gateway.listRecords("editions", {
    fields: editionFields,
    condition: where("name", "=", name),
  });
  return edition ?? null;
};

/** The edition as far as it can be read; never throws. */
export const loadEdition = async (
  context: Pick<Context, "gateway" | "page">,
  name: string,
): Promise<EditionView> => {
  try {
    const edition = await fetchEdition(context, name);
    return edition === null ? { kind: "missing" } : { kind: "found", edition };
  } catch (error) {
    console.error("suisen: edition", error);
    const language = toLanguage(context.page.user.language);
    return { kind: "failed", sentence: toMessage(error, language) };
  }
};

/** An edition that is already at hand need not be read again during the visit. */
export const rememberEdition = (
  context: Pick<Context, "visit">,
  edition: RecordEdition,
): void => {
  knownEditions(context).set(edition.name, { kind: "found", edition });
};

/**
 * The edition that the open record names, as far as it is known by now. What
 * follows the visit is drawn again when it has arrived.
 */
export const viewEdition = (context: Context, name: string): EditionView => {
  if (name === "") {
    return { kind: "unnamed" };
  }
  const known = knownEditions(context);
  const view = known.get(name);
  if (view !== undefined) {
    return view;
  }
  known.set(name, { kind: "loading" });
  void loadEdition(context, name).then((loaded) => {
    known.set(name, loaded);
    context.visit.replace(context.visit.record());
  });
  return { kind: "loading" };
};

/** Today, the warning days and every closed day that is known. */
export const toDeadlineClock = (
  { clock, settings }: Pick<PageContext, "clock" | "settings">,
  edition: Pick<RecordEdition, "closedDays"> | null,
): DeadlineClock => ({
  today: clock.today(),
  warnDays: settings.warnDays,
  closedDays: closedDaysOf(
    edition ?? { closedDays: [] },
    settings.closedDays.map(({ date }) => date),
  ),
});
