import { appFieldCodes } from "../../apps/records.ts";
import type { AppRecord } from "../../apps/records.ts";
import { isUserError } from "../../errors/user-error.ts";
import type { Gateway } from "../../kintone/gateway.ts";
import { where } from "../../kintone/query.ts";
import {
  downloadForm,
  downloadProof,
  listDeliveriesWith,
  loadReportRecords,
} from "../../kintone/report-records.ts";
import { compareSent } from "../../report/compare-sent.ts";
import type { SentNomination } from "../../report/compare-sent.ts";
import type { ReportMap } from "excel-form";
import { openReportForm } from "../../report/open-form.ts";
import { mapVersionOf } from "../../report/ledger-facts.ts";
import { isMailed } from "../../domain/sheet-state.ts";

type Delivery = AppRecord<"deliveries">;
type Edition = AppRecord<"editions">;
type Nomination = AppRecord<"nominations">;

/** The map as it is stored, if it is the one that the report was written by. */
const findMap = async (
  gateway: Gateway,
  edition: Edition,
  { mapVersion }: Delivery,
): Promise<ReportMap | null> => {
  try {
    const file = await downloadForm(gateway, edition);
    const opened = openReportForm({
      programme: gateway.programme,
      file,
      mapText: edition.formMap,
    });
    return mapVersionOf(opened) === mapVersion ? opened.map : null;
  } catch (error) {
    // A form or map that cannot be used any more is certainly another one.
    if (isUserError(error) && error.code.startsWith("report/")) {
      return null;
    }
    throw error;
  }
};

type Now = {
  readonly edition: Edition;
  readonly nominations: readonly Nomination[];
};

const compare = async (
  gateway: Gateway,
  delivery: Delivery,
  now: Now,
): Promise<readonly SentNomination[]> => {
  const [proof, map] = await Promise.all([
    downloadProof(gateway, delivery),
    findMap(gateway, now.edition, delivery),
  ]);
  return compareSent({
    programme: gateway.programme,
    ...now,
    included: delivery.included,
    proof,
    map,
  });
};

/** @throws AppError of the gateway, `report/edition-missing` */
export const loadSent = async (
  gateway: Gateway,
  delivery: Delivery,
): Promise<readonly SentNomination[]> =>
  compare(
    gateway,
    delivery,
    await loadReportRecords(gateway, delivery.edition),
  );

/** A nomination as it was sent, with the changes since. */
export type SentOne = {
  readonly delivery: Delivery;
  readonly sent: SentNomination;
};

/**
 * The nomination against the report by which the national body knows it: the
 * last one that was mailed, else the last one that was made.
 *
 * @returns null when nothing has changed, no report lists it, or the user
 *   may not read the ledger
 * @throws AppError of the gateway
 */
export const loadSentOne = async (
  gateway: Gateway,
  nomination: Nomination,
): Promise<SentOne | null> => {
  const listing = await listDeliveriesWith(gateway, nomination.id);
  const delivery = listing.findLast(isMailed) ?? listing.at(-1);
  if (delivery === undefined) return null;
  const [edition] = await gateway.listRecords("editions", {
    fields: appFieldCodes("editions"),
    condition: where("name", "=", delivery.edition),
  });
  if (edition === undefined) return null;
  const now = { edition, nominations: [nomination] };
  const own = (all: readonly SentNomination[]): SentNomination | undefined =>
    all.find(({ id }) => id === nomination.id);
  // The ledger's digest mostly suffices; then proof and form are not fetched.
  const { included } = delivery;
  const told = own(
    compareSent({
      programme: gateway.programme,
      ...now,
      included,
      proof: null,
      map: null,
    }),
  );
  if (told === undefined || told.state.kind === "same") return null;
  const sent = own(await compare(gateway, delivery, now));
  return sent && sent.state.kind !== "same" ? { delivery, sent } : null;
};
