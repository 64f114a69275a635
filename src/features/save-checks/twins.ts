import {
  isCorporateNumber,
  toCorporateNumber,
} from "../../domain/corporate-number.ts";
import { findTwinsOf } from "../../domain/firm-identity.ts";
import type { FirmFields, SameFirmBasis } from "../../domain/firm-identity.ts";
import { isWithdrawn } from "../../domain/nomination-step.ts";
import { toMessage } from "../../errors/to-message.ts";
import type { PageContext } from "../../feature-kit/feature.ts";
import { toLanguage } from "../../i18n/message.ts";
import { allOf, anyOf, where } from "../../kintone/query.ts";
import type { Condition } from "../../kintone/query.ts";

type Context = Pick<PageContext, "gateway" | "page" | "visit">;

export type Candidate = FirmFields & {
  readonly id: string;
  readonly edition: string;
};

type Firm = FirmFields & { readonly id: string; readonly society: string };

export type FoundTwin = {
  readonly id: string;
  readonly society: string;
  readonly name: string;
  readonly basis: SameFirmBasis;
};

export type TwinsView =
  | { readonly kind: "loading" }
  | { readonly kind: "found"; readonly twins: readonly FoundTwin[] }
  | { readonly kind: "failed"; readonly sentence: string };

/** Four requests; beyond that only equal numbers and equal names are looked for. */
const MOST_FIRMS_READ = 2000;

const listFirms = async (
  { gateway }: Pick<Context, "gateway">,
  condition: Condition,
  signal?: AbortSignal,
  onTotal?: (total: number) => void,
): Promise<Firm[]> => {
  const records = await gateway.listRecords("nominations", {
    fields: [
      "society",
      "registeredName",
      "corporateNumber",
      "address",
      "status",
    ],
    condition,
    ...(signal && { signal }),
    onProgress: ({ total }) => onTotal?.(total),
  });
  // A firm whose nomination was withdrawn may be entered again.
  return records.filter((record) => !isWithdrawn(record));
};

/** Null when there are more than can be read in passing. */
const listFirmsOfEdition = async (
  context: Context,
  edition: string,
): Promise<Firm[] | null> => {
  const tooMany = new AbortController();
  try {
    return await listFirms(
      context,
      where("edition", "=", edition),
      tooMany.signal,
      (total) => {
        if (total > MOST_FIRMS_READ) {
          tooMany.abort();
        }
      },
    );
  } catch (error) {
    if (tooMany.signal.aborted) {
      return null;
    }
    throw error;
  }
};

/** Read once per visit; a failed reading is tried again. */
const firmsOfEdition = (
  context: Context,
  edition: string,
): Promise<Firm[] | null> => {
  const known = context.visit.keep(
    "firms",
    () => new Map<string, Promise<Firm[] | null>>(),
  );
  const firms = known.get(edition) ?? listFirmsOfEdition(context, edition);
  known.set(edition, firms);
  firms.catch(() => known.delete(edition));
  return firms;
};

const hasEqualMark = ({
  edition,
  corporateNumber,
  registeredName,
}: Candidate): Condition =>
  allOf(
    where("edition", "=", edition),
    anyOf(
      where("registeredName", "=", registeredName),
      ...(isCorporateNumber(corporateNumber)
        ? [where("corporateNumber", "=", toCorporateNumber(corporateNumber))]
        : []),
    ),
  );

/**
 * Other nominations of the same edition that look like the same firm, among
 * those the user may see. kintone's `like` finds words, not parts of names, and
 * knows a new record minutes later, so the names are compared here.
 *
 * @throws AppError of the gateway
 */
const fetchTwins = async (
  context: Context,
  candidate: Candidate,
): Promise<FoundTwin[]> => {
  if (candidate.edition === "" || candidate.registeredName === "") {
    return [];
  }
  const firms =
    (await firmsOfEdition(context, candidate.edition)) ??
    (await listFirms(context, hasEqualMark(candidate)));
  return findTwinsOf(candidate, firms).map(({ entry, basis }) => ({
    id: entry.id,
    society: entry.society,
    name: entry.registeredName,
    basis,
  }));
};

const keyOf = (candidate: Candidate): string =>
  JSON.stringify([
    candidate.edition,
    candidate.registeredName,
    candidate.corporateNumber,
    candidate.address,
  ]);

const knownTwins = ({ visit }: Context) =>
  visit.keep("twins", () => new Map<string, TwinsView>());

/** Looks once per firm and visit; a failed look is tried again. Never throws. */
export const lookForTwins = async (
  context: Context,
  candidate: Candidate,
): Promise<TwinsView> => {
  const known = knownTwins(context);
  const view = known.get(keyOf(candidate));
  if (view?.kind === "found") {
    return view;
  }
  let result: TwinsView;
  try {
    result = { kind: "found", twins: await fetchTwins(context, candidate) };
  } catch (error) {
    console.error("suisen: twins", error);
    const language = toLanguage(context.page.user.language);
    result = { kind: "failed", sentence: toMessage(error, language) };
  }
  known.set(keyOf(candidate), result);
  return result;
};

/** The result so far; everything that follows the visit is drawn again when there is more. */
export const viewTwins = (
  context: Context,
  candidate: Candidate,
): TwinsView => {
  const known = knownTwins(context);
  const view = known.get(keyOf(candidate));
  if (view !== undefined) {
    return view;
  }
  known.set(keyOf(candidate), { kind: "loading" });
  void lookForTwins(context, candidate).then(() =>
    context.visit.replace(context.visit.record()),
  );
  return { kind: "loading" };
};
