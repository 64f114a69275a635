import {
  isCorporateNumber,
  toCorporateNumber,
} from "../../domain/corporate-number.ts";
import { DONE_CODES } from "../../apps/records.ts";
import type { AppRecord, AppRecordPart } from "../../apps/records.ts";
import { checkPriorDeclaration } from "../../domain/prior-declaration.ts";
import type { PriorCheck } from "../../domain/prior-declaration.ts";
import { sameFirmBasis } from "../../domain/firm-identity.ts";
import { toMessage } from "../../errors/to-message.ts";
import type { PageContext } from "../../feature-kit/feature.ts";
import { listElsewhere } from "../../feature-kit/other-awards.ts";
import type { ElsewhereEntry } from "../../feature-kit/other-awards.ts";
import { toLanguage } from "../../i18n/message.ts";
import { allOf, anyOf, where } from "../../kintone/query.ts";
import type { Condition } from "../../kintone/query.ts";

type Context = Pick<PageContext, "gateway" | "page" | "programme" | "visit">;

const fields = [
  "edition",
  "society",
  "registeredName",
  "corporateNumber",
  "address",
  "status",
  "consentNominate",
  "consentShare",
  "summary",
  "recordKind",
  ...DONE_CODES,
] as const;

export type EarlierRecord = AppRecordPart<
  "nominations",
  Exclude<(typeof fields)[number], "status">
>;

export type EarlierView =
  | { readonly kind: "loading" }
  | ({
      readonly kind: "found";
      /** The firm's nominations for other awards; the federation alone has some. */
      readonly elsewhere: readonly ElsewhereEntry[];
    } & PriorCheck<EarlierRecord>)
  | { readonly kind: "failed"; readonly sentence: string };

type Firm = AppRecord<"nominations">;

/** Four requests; beyond that only equal numbers and equal names are looked for. */
const MOST_FIRMS_READ = 2000;

const hasEqualMark = ({ corporateNumber, registeredName }: Firm): Condition =>
  anyOf(
    where("registeredName", "=", registeredName),
    ...(isCorporateNumber(corporateNumber)
      ? [where("corporateNumber", "=", toCorporateNumber(corporateNumber))]
      : []),
  );

const list = async (
  { gateway }: Context,
  condition: Condition,
  tooMany?: AbortController,
): Promise<EarlierRecord[]> =>
  gateway.listRecords("nominations", {
    fields,
    condition,
    ...(tooMany && { signal: tooMany.signal }),
    onProgress: ({ total }) => {
      if (total > MOST_FIRMS_READ) tooMany?.abort();
    },
  });

/** Every other edition's nominations that the user may see; null when they are too many. */
const listOthers = async (
  context: Context,
  edition: string,
): Promise<EarlierRecord[] | null> => {
  const tooMany = new AbortController();
  try {
    return await list(context, where("edition", "!=", edition), tooMany);
  } catch (error) {
    if (tooMany.signal.aborted) return null;
    throw error;
  }
};

type Reading =
  | { kind: "loading" }
  | {
      kind: "read";
      records: readonly EarlierRecord[];
      elsewhere: readonly ElsewhereEntry[];
    }
  | { kind: "failed"; sentence: string };

const readOthers = async (context: Context, firm: Firm): Promise<Reading> => {
  const key = `others ${firm.edition}`;
  const all = context.visit.keep(key, () => listOthers(context, firm.edition));
  const elsewhere = context.visit.keep("elsewhere", () =>
    listElsewhere(context, false).catch((error: unknown) => {
      // The firm's own award is shown all the same.
      console.error("suisen: other awards", error);
      return [];
    }),
  );
  const records =
    (await all) ??
    (await list(
      context,
      allOf(where("edition", "!=", firm.edition), hasEqualMark(firm)),
    ));
  return {
    kind: "read",
    records,
    elsewhere: (await elsewhere).filter(
      (one) => sameFirmBasis(firm, one) !== null,
    ),
  };
};

const readingKey = ({ edition, registeredName, corporateNumber }: Firm) =>
  JSON.stringify([edition, registeredName, corporateNumber]);

/** Starts reading when a firm is named first; what follows the visit is drawn again then. */
const readingOf = (context: Context, firm: Firm): Reading => {
  const readings = context.visit.keep(
    "earlier-declarations",
    () => new Map<string, Reading>(),
  );
  const key = readingKey(firm);
  const known = readings.get(key);
  if (known !== undefined) return known;
  readings.set(key, { kind: "loading" });
  void readOthers(context, firm)
    .catch((error: unknown): Reading => {
      console.error("suisen: earlier declarations", error);
      const language = toLanguage(context.page.user.language);
      return { kind: "failed", sentence: toMessage(error, language) };
    })
    .then((reading) => {
      readings.set(key, reading);
      context.visit.replace(context.visit.record());
    });
  return { kind: "loading" };
};

/** Declarations of the same firm in other editions, as far as the user may see them. */
export const viewEarlier = (context: Context, firm: Firm): EarlierView => {
  if (firm.registeredName.trim() === "")
    return {
      kind: "found",
      elsewhere: [],
      ...checkPriorDeclaration(context.programme, firm, []),
    };
  const reading = readingOf(context, firm);
  if (reading.kind !== "read") return reading;
  return {
    kind: "found",
    elsewhere: reading.elsewhere,
    ...checkPriorDeclaration(context.programme, firm, reading.records),
  };
};
