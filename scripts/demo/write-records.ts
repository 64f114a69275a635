import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { AppModel } from "../../src/app-kit/app-model.ts";
import type { WritableRecordOf } from "../../src/app-kit/record-type.ts";
import { toRestRecord } from "../../src/app-kit/to-rest-record.ts";

type Client = KintoneRestAPIClient;

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/add-records/ */
const ADD_RECORDS_LIMIT = 100;
/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/update-statuses/ */
const UPDATE_STATUSES_LIMIT = 100;

const inChunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );

/** Adds records in their order and gives back their numbers. */
export const addRecords = async <A extends AppModel>(
  client: Client,
  app: string,
  model: A,
  records: ReadonlyArray<WritableRecordOf<A>>,
): Promise<string[]> => {
  const ids: string[] = [];
  for (const chunk of inChunks(records, ADD_RECORDS_LIMIT)) {
    const added = await client.record.addRecords({
      app,
      records: chunk.map((record) => toRestRecord(model, record)),
    });
    ids.push(...added.ids);
  }
  return ids;
};

export type PendingActions = {
  readonly id: string;
  readonly actions: readonly string[];
};

/** Takes every record through its process actions, one action of all at a time. */
export const takeActions = async (
  client: Client,
  app: string,
  pending: readonly PendingActions[],
  round = 0,
): Promise<void> => {
  const moving = pending.flatMap(({ id, actions }) => {
    const action = actions[round];
    return action === undefined ? [] : [{ id, action }];
  });
  if (moving.length === 0) return;
  for (const records of inChunks(moving, UPDATE_STATUSES_LIMIT))
    await client.record.updateRecordsStatus({ app, records });
  await takeActions(client, app, pending, round + 1);
};
