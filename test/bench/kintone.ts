import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { startChild, timeToFirstLine } from "./child.ts";
import {
  median,
  medianTimeOf,
  timeOf,
  toFigure,
  toMegabytes,
} from "./figure.ts";
import type { BenchOptions, BenchPart, Figures } from "./figure.ts";

const ADD_LIMIT_MS = 5_000;
const PAGE_LIMIT_MS = 100;
const SEARCH_LIMIT_MS = 1_000;
/** Longest wait of other requests while a large app is searched. */
const WAIT_LIMIT_MS = 50;
const COLD_START_LIMIT_MS = 1_000;
const MEMORY_LIMIT_MB = 300;
const FIELDS = 40;
/**
 * Records per call of the client's bulk helper; a page of the demo does no
 * more.
 */
const RECORDS_PER_CALL = 2_000;

type Properties = Parameters<
  KintoneRestAPIClient["app"]["addFormFields"]
>[0]["properties"];

const codes = Array.from({ length: FIELDS }, (_, index) => `field${index}`);

const typeOf = (index: number): "NUMBER" | "DATE" | "SINGLE_LINE_TEXT" => {
  if (index % 4 === 0) {
    return "NUMBER";
  }
  return index % 4 === 1 ? "DATE" : "SINGLE_LINE_TEXT";
};

const valueOf = (record: number, field: number): string => {
  const types = {
    NUMBER: String((record * 7919 + field) % 100_000),
    DATE: `2022-${String(1 + (record % 12)).padStart(2, "0")}-15`,
    SINGLE_LINE_TEXT: `値${(record * 31 + field) % 1_000}`,
  };
  return types[typeOf(field)];
};

const toRecord = (record: number) =>
  Object.fromEntries(
    codes.map((code, field) => [code, { value: valueOf(record, field) }]),
  );

const createApp = async (client: KintoneRestAPIClient): Promise<string> => {
  const { app } = await client.app.addApp({ name: "計測" });
  const properties: Properties = Object.fromEntries(
    codes.map((code, index) => [
      code,
      { type: typeOf(index), code, label: code },
    ]),
  );
  await client.app.addFormFields({ app, properties });
  await client.app.deployApp({ apps: [{ app }] });
  for (;;) {
    const { apps } = await client.app.getDeployStatus({ apps: [app] });
    if (apps[0]?.status === "SUCCESS") {
      return app;
    }
    if (apps[0]?.status !== "PROCESSING") {
      throw new Error(`Deploy: ${apps[0]?.status}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

const addRecords = async (
  client: KintoneRestAPIClient,
  app: string,
  first: number,
  count: number,
): Promise<void> => {
  for (let at = first; at < first + count; at += RECORDS_PER_CALL) {
    const size = Math.min(RECORDS_PER_CALL, first + count - at);
    await client.record.addAllRecords({
      app,
      records: Array.from({ length: size }, (_, index) => toRecord(at + index)),
    });
  }
};

/** Asks for the app again and again until the search has ended. */
const measureSearch = async (
  client: KintoneRestAPIClient,
  app: string,
): Promise<{ searchMs: number; waitMs: number }> => {
  const search = { isRunning: true };
  const searching = timeOf(async () => {
    await client.record.getRecords({
      app,
      query: 'field2 like "値" order by $id asc limit 500',
    });
  }).finally(() => {
    search.isRunning = false;
  });
  const waits: number[] = [];
  while (search.isRunning)
    waits.push(await timeOf(() => client.app.getApp({ id: app })));
  return { searchMs: await searching, waitMs: Math.max(...waits) };
};

const measureRecords = async ({
  isQuick,
  say,
}: BenchOptions): Promise<Figures> => {
  const many = isQuick ? 5_000 : 100_000;
  const added = isQuick ? 1_000 : 10_000;
  const child = startChild("kintone");
  try {
    const { baseUrl } = await child.receive<{ baseUrl: string }>();
    const client = new KintoneRestAPIClient({
      baseUrl,
      auth: { username: "Administrator", password: "Administrator" },
    });
    const app = await createApp(client);
    say(`adding ${added} records of ${FIELDS} fields`);
    const addMs = await timeOf(() => addRecords(client, app, 0, added));
    say(`adding up to ${many}`);
    await addRecords(client, app, added, many - added);
    say("reading pages");
    const pageMs = await medianTimeOf(async () => {
      const { records } = await client.record.getRecords({
        app,
        query:
          'field0 >= 20000 and field1 < "2022-07-01" order by field4 desc, $id asc limit 500',
      });
      if (records.length !== 500 && !isQuick) {
        throw new Error(`A page of ${records.length} records`);
      }
    });
    say("searching for words");
    // The first search reads every text; later ones find them read.
    const first = await measureSearch(client, app);
    const again = await measureSearch(client, app);
    child.send("memory");
    const { heapUsed, rss } = await child.receive<{
      heapUsed: number;
      rss: number;
    }>();
    const note = `${many} records of ${FIELDS} fields`;
    return {
      addRecords: {
        ...toFigure(addMs, "ms", ADD_LIMIT_MS),
        note: `${added} records of ${FIELDS} fields, official client`,
      },
      filteredPage: {
        ...toFigure(pageMs, "ms", PAGE_LIMIT_MS),
        note: `500 of ${note}, a filter of two conditions and a sort by two`,
      },
      firstSearch: {
        ...toFigure(first.searchMs, "ms", SEARCH_LIMIT_MS),
        note: `like over ${note}, for the first time`,
      },
      search: {
        ...toFigure(again.searchMs, "ms", SEARCH_LIMIT_MS),
        note: `like over ${note}`,
      },
      waitBesideSearch: {
        ...toFigure(Math.max(first.waitMs, again.waitMs), "ms", WAIT_LIMIT_MS),
        note: "the longest of other requests meanwhile",
      },
      heap: { ...toFigure(toMegabytes(heapUsed), "MB", MEMORY_LIMIT_MB), note },
      residentSet: { ...toFigure(toMegabytes(rss), "MB"), note },
    };
  } finally {
    await child.end();
  }
};

const measureColdStart = async ({ isQuick, say }: BenchOptions) => {
  say("cold start");
  const times: number[] = [];
  for (let turn = 0; turn < (isQuick ? 3 : 7); turn += 1) {
    times.push(
      await timeToFirstLine(process.execPath, [
        "--import",
        "tsx",
        "local-kintone/src/main.ts",
        "--port",
        "0",
        "--json",
      ]),
    );
  }
  return toFigure(median(times), "ms", COLD_START_LIMIT_MS);
};

/** The stand-in by itself, in a process of its own, through the official client. */
export const measureKintone: BenchPart = async (options) => ({
  coldStart: await measureColdStart(options),
  ...(await measureRecords(options)),
});
