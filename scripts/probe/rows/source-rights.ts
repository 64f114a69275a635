import { NotAllowed, tryIt } from "../attempt.ts";
import type { ProbeSite } from "../row.ts";

type Right = {
  readonly entity: {
    readonly type: "ORGANIZATION" | "USER";
    readonly code: string;
  };
  readonly includeSubs?: boolean;
  readonly recordViewable: boolean;
};

const toRight = ({ entity, includeSubs = false, recordViewable }: Right) => ({
  entity,
  includeSubs,
  // The first row that means the caller decides, and the rights must be put back.
  appEditable: true,
  recordViewable,
  recordAddable: recordViewable,
  recordEditable: recordViewable,
  recordDeletable: recordViewable,
  recordImportable: false,
  recordExportable: false,
});

const putRights = async (site: ProbeSite, rights: readonly Right[]) => {
  const { client, source, deploy } = site;
  await client.app.updateAppAcl({ app: source, rights: rights.map(toRight) });
  await deploy(source);
};

/**
 * Takes the view right on the second scratch app from the caller, gives `others`, tries
 * and puts the right back.
 */
export const withSourceRights = async (
  site: ProbeSite,
  others: readonly Right[],
  work: (site: ProbeSite) => Promise<string>,
): Promise<string> => {
  const entity = { type: "USER", code: site.user } as const;
  await putRights(site, [...others, { entity, recordViewable: false }]);
  try {
    return await work(site);
  } finally {
    await putRights(site, [{ entity, recordViewable: true }]);
  }
};

/** Gives the view right to the organisation above the caller's own and looks. */
export const seeAsOrganisation = async (
  site: ProbeSite,
  includeSubs: boolean,
): Promise<string> => {
  const code = await site.findParentOrganisation();
  if (code === null)
    throw new NotAllowed(
      new Error("The user is in no organisation below another"),
    );
  const entity = { type: "ORGANIZATION", code } as const;
  return withSourceRights(
    site,
    [{ entity, includeSubs, recordViewable: true }],
    ({ client, source }) =>
      tryIt(() => client.record.getRecords({ app: source })),
  );
};
