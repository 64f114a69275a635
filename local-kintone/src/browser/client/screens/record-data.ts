import { bootApp } from "../boot.ts";
import type { DefaultNames } from "../record/defaults.ts";
import type { FieldRecord, FieldRights } from "../record/types.ts";
import { pageRoute, rest } from "../rest.ts";

export type RecordRights = { editable: boolean; deletable: boolean };
export type Loaded = {
  id: number;
  record: FieldRecord;
  rights: FieldRights;
  recordRights: RecordRights;
};

type Evaluated = {
  rights: Array<{
    id: string;
    record: { viewable: boolean; editable: boolean; deletable: boolean };
    fields: FieldRights;
  }>;
};

/** A saved record and what the user may do with it. */
export const loadRecord = async (id: number): Promise<Loaded> => {
  const app = bootApp().id;
  const { record } = await rest<{ record: FieldRecord }>(
    "GET",
    "/k/v1/record",
    {
      app,
      id,
    },
  );
  const { rights } = await rest<Evaluated>(
    "GET",
    "/k/v1/records/acl/evaluate",
    { app, ids: [id] },
  );
  const [mine] = rights;
  return {
    id,
    record,
    rights: mine?.fields ?? {},
    recordRights: {
      editable: mine?.record.editable ?? false,
      deletable: mine?.record.deletable ?? false,
    },
  };
};

export type NewRecord = { rights: FieldRights; known: DefaultNames };

/** Data for the form of a new record. */
export const loadNewRecord = (): Promise<NewRecord> =>
  pageRoute<NewRecord>("GET", "new-record", { app: bootApp().id });

export const revisionOf = (record: FieldRecord): number =>
  Number(record.$revision?.value ?? -1);
