import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { setTimeout as wait } from "node:timers/promises";

const SCRATCH_NAME = "推薦ボード 動作確認（削除できます）";

const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 500;
const TRIES = 240;

/** @throws Error when kintone does not publish the settings */
export const deployScratch = async (
  client: KintoneRestAPIClient,
  app: string,
  revert = false,
): Promise<void> => {
  await client.app.deployApp({ apps: [{ app }], revert });
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { apps } = await client.app.getDeployStatus({ apps: [app] });
    const status = apps[0]?.status;
    if (status === "SUCCESS") return;
    if (status !== "PROCESSING")
      throw new Error(`The scratch app was not published: ${String(status)}`);
    await wait(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries));
  }
  throw new Error("The scratch app was not published in time");
};

const choices = {
  a: { label: "a", index: "0" },
  b: { label: "b", index: "1" },
};

/** Makes the app that a lookup of the other one reads. */
export const createSource = async (
  client: KintoneRestAPIClient,
): Promise<string> => {
  const { app } = await client.app.addApp({ name: `${SCRATCH_NAME} 2` });
  await client.app.addFormFields({
    app,
    properties: {
      key: {
        type: "SINGLE_LINE_TEXT",
        code: "key",
        label: "key",
        unique: true,
      },
    },
  });
  await deployScratch(client, app);
  return app;
};

/** Makes an app with one field of each type that is tried. */
export const createScratch = async (
  client: KintoneRestAPIClient,
  source: string,
): Promise<string> => {
  const { app } = await client.app.addApp({ name: SCRATCH_NAME });
  await client.app.addFormFields({
    app,
    properties: {
      word: {
        type: "SINGLE_LINE_TEXT",
        code: "word",
        label: "word",
        unique: true,
      },
      copy: { type: "SINGLE_LINE_TEXT", code: "copy", label: "copy" },
      copy2: { type: "SINGLE_LINE_TEXT", code: "copy2", label: "copy2" },
      amount: { type: "NUMBER", code: "amount", label: "amount" },
      choice: {
        type: "RADIO_BUTTON",
        code: "choice",
        label: "choice",
        options: choices,
        defaultValue: "a",
        required: true,
      },
      pick: {
        type: "DROP_DOWN",
        code: "pick",
        label: "pick",
        options: choices,
      },
      day: { type: "DATE", code: "day", label: "day" },
      probeLink: {
        type: "SINGLE_LINE_TEXT",
        code: "probeLink",
        label: "probeLink",
        lookup: {
          relatedApp: { app: source },
          relatedKeyField: "key",
          fieldMappings: [],
          lookupPickerFields: ["key"],
          filterCond: "",
          sort: "",
        },
      },
      papers: { type: "FILE", code: "papers", label: "papers" },
    },
  });
  return app;
};

/**
 * Removes what an API can remove: records and settings that were not published.
 * No API deletes an app.
 */
export const clearScratch = async (
  client: KintoneRestAPIClient,
  app: string,
): Promise<void> => {
  const records = await client.record.getAllRecords({ app, fields: ["$id"] });
  await client.record.deleteAllRecords({
    app,
    records: records.map(({ $id }) => ({ id: String($id?.value) })),
  });
  await deployScratch(client, app, true);
};
