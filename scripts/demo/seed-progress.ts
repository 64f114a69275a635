import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { appKeys, type AppKey } from "../../src/apps/index.ts";
import type { PendingActions } from "./write-records.ts";

type Client = KintoneRestAPIClient;

/** An action of the process counts a record's revision up by two. */
const REVISIONS_PER_ACTION = 2;

const countMadeIn = async (client: Client, app: string): Promise<number> => {
  const { records } = await client.record.getRecords({
    app,
    fields: ["$id"],
    query: "order by $id desc limit 1",
  });
  return Number(records[0]?.$id?.value ?? 0);
};

/** Records ever made in each app: numbers are given in order, so the last one tells. */
export const countMade = async (
  client: Client,
  apps: Readonly<Record<AppKey, string>>,
): Promise<Readonly<Record<AppKey, number>>> => {
  const counts = await Promise.all(
    appKeys.map(async (key) => [key, await countMadeIn(client, apps[key])]),
  );
  // One pair for each key.
  return Object.fromEntries(counts) as Record<AppKey, number>;
};

/** Name of the first edition. */
export const readFirstEdition = async (
  client: Client,
  app: string,
): Promise<string> => {
  const { records } = await client.record.getRecords({
    app,
    fields: ["name"],
    query: "order by $id asc limit 1",
  });
  return String(records[0]?.name?.value ?? "");
};

/** The actions that nominations, numbered from 1 in their order, still wait for. */
export const listPendingActions = async (
  client: Client,
  app: string,
  planned: ReadonlyArray<Pick<PendingActions, "actions">>,
): Promise<PendingActions[]> => {
  const records = await client.record.getAllRecords({
    app,
    fields: ["$id", "$revision"],
  });
  const revisions = new Map(
    records.map(({ $id, $revision }) => [
      String($id?.value),
      Number($revision?.value),
    ]),
  );
  return planned.flatMap(({ actions }, index) => {
    const id = String(index + 1);
    const revision = revisions.get(id);
    if (revision === undefined) return [];
    const done = Math.floor((revision - 1) / REVISIONS_PER_ACTION);
    const rest = actions.slice(done);
    return rest.length === 0 ? [] : [{ id, actions: rest }];
  });
};
