import { fiscalYearOf } from "../../domain/fiscal-year.ts";
import type { KnownPast } from "../../domain/imports/plan-nomination-import.ts";
import { readSight } from "../../feature-kit/list-import/read-sight.ts";
import type { SettingsSectionContext } from "../../feature-kit/settings-section.ts";

export type Known = KnownPast & { readonly seesAll: boolean };

export const listNominations = ({
  gateway,
}: SettingsSectionContext): Promise<KnownPast["nominations"]> =>
  gateway.listRecords("nominations", {
    fields: ["edition", "registeredName", "corporateNumber", "address"],
  });

/** Reads everything that a list of earlier years is compared with. */
export const loadKnown = async (
  context: SettingsSectionContext,
): Promise<Known> => {
  const { gateway, programme, clock } = context;
  const [nominations, societies, editions, seesAll] = await Promise.all([
    listNominations(context),
    gateway.listRecords("societies", { fields: ["name", "code"] }),
    gateway.listRecords("editions", {
      fields: ["name", "fiscalYear", "editionState"],
    }),
    readSight(context, "nominations"),
  ]);
  const thisYear = fiscalYearOf(clock.today());
  return { programme, nominations, societies, editions, seesAll, thisYear };
};
