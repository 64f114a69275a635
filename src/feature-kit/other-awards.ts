import { isWithdrawn } from "../domain/nomination-step.ts";
import type { FirmFields } from "../domain/firm-identity.ts";
import { everything, isIn } from "../kintone/query.ts";
import type { Condition } from "../kintone/query.ts";
import { listOtherSets } from "../kintone/other-sets.ts";
import type { OtherSet } from "../kintone/other-sets.ts";
import type { PageContext } from "./feature.ts";
import { mayReadLedger } from "./ledger-access.ts";

/** A firm's nomination for another award. */
export type ElsewhereEntry = FirmFields & {
  readonly id: string;
  readonly edition: string;
  readonly society: string;
  readonly href: string;
};

type Context = Pick<PageContext, "gateway"> & {
  readonly page: Pick<PageContext["page"], "fetchRecordHref">;
};

/** Four requests; an app with more is left out. */
const MOST_FIRMS_READ = 2000;

const FIELDS = [
  "edition",
  "society",
  "registeredName",
  "corporateNumber",
  "address",
  "status",
] as const;

const listEntries = async (
  { gateway, page }: Context,
  { programme, apps, nominationsApp }: OtherSet,
  isOpenOnly: boolean,
): Promise<ElsewhereEntry[]> => {
  const own = gateway.openSet(programme, apps);
  const tooMany = new AbortController();
  const list = (condition: Condition) =>
    own.listRecords("nominations", {
      fields: FIELDS,
      condition,
      signal: tooMany.signal,
      onProgress: ({ total }) => {
        if (total > MOST_FIRMS_READ) tooMany.abort();
      },
    });
  try {
    const open = isOpenOnly
      ? await own.listRecords("editions", {
          fields: ["name"],
          condition: isIn("editionState", ["募集中"]),
        })
      : null;
    if (open?.length === 0) return [];
    const found = await list(
      open === null
        ? everything
        : isIn(
            "edition",
            open.map(({ name }) => name),
          ),
    );
    const hrefOf = await page.fetchRecordHref(nominationsApp);
    return found
      .filter((one) => !isWithdrawn(one))
      .map((one) => ({ ...one, href: hrefOf(one.id) }));
  } catch (error) {
    if (tooMany.signal.aborted) return [];
    throw error;
  }
};

/**
 * Nominations for the other awards of the site, for the federation alone: a society
 * asks nothing, and learns nothing.
 *
 * @param isOpenOnly - those of running editions only
 */
export const listElsewhere = async (
  context: Context,
  isOpenOnly: boolean,
): Promise<ElsewhereEntry[]> => {
  const sets = await listOtherSets(context.gateway);
  if (sets.length === 0 || !(await mayReadLedger(context))) return [];
  const entries = await Promise.all(
    sets.map((set) => listEntries(context, set, isOpenOnly)),
  );
  return entries.flat();
};
