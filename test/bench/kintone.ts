import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { startChild, timeToFirstLine } from "./child.ts";
import {
  median,
  medianTimeOf,
  timeOf,
  toFigure,
  toMegabytes,
  toPeer,
} from "./figure.ts";
import type { BenchChild } from "./child.ts";
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

const SEARCH_QUERY = 'field2 like "値" order by $id asc limit 500';

/** Asks for the app again and again until the search has ended. */
const measureSearch = async (
  client: KintoneRestAPIClient,
  app: string,
): Promise<{ searchMs: number; waitMs: number }> => {
  const search = { isRunning: true };
  const searching = timeOf(async () => {
    await client.record.getRecords({ app, query: SEARCH_QUERY });
  }).finally(() => {
    search.isRunning = false;
  });
  const waits: number[] = [];
  while (search.isRunning)
    waits.push(await timeOf(() => client.app.getApp({ id: app })));
  return { searchMs: await searching, waitMs: Math.max(...waits) };
};

const clientOf = (baseUrl: string): KintoneRestAPIClient =>
  new KintoneRestAPIClient({
    baseUrl,
    auth: { username: "Administrator", password: "Administrator" },
  });

/** Milliseconds of CPU time that the server needs for some work, whatever else the machine does. */
const serverTimeOf = async (
  child: BenchChild,
  work: () => Promise<unknown>,
): Promise<number> => {
  const ask = async (): Promise<number> => {
    child.send("cpu");
    return (await child.receive<{ cpuMs: number }>()).cpuMs;
  };
  const before = await ask();
  await work();
  return (await ask()) - before;
};

const PAGE_QUERY =
  'field0 >= 20000 and field1 < "2022-07-01" order by field4 desc, $id asc limit 500';

const measurePage = async (
  child: BenchChild,
  client: KintoneRestAPIClient,
  app: string,
  { isQuick }: BenchOptions,
) => {
  const readPage = (from: KintoneRestAPIClient) =>
    from.record.getRecords({ app, query: PAGE_QUERY });
  const page = await readPage(client);
  if (page.records.length !== 500 && !isQuick) {
    throw new Error(`A page of ${page.records.length} records`);
  }
  const pageMs = await medianTimeOf(() => readPage(client));
  const runs = 5;
  const cpuMs = await serverTimeOf(child, async () => {
    for (let turn = 0; turn < runs; turn += 1) await readPage(client);
  });
  child.send(JSON.stringify(page));
  const bare = clientOf((await child.receive<{ baseUrl: string }>()).baseUrl);
  const bareMs = await medianTimeOf(() => readPage(bare));
  const aloneMs = await medianTimeOf(() => client.app.getApp({ id: app }));
  return { pageMs, cpuMs: cpuMs / runs, bareMs, aloneMs };
};

const measureRecords = async (options: BenchOptions): Promise<Figures> => {
  const { isQuick, say } = options;
  const many = isQuick ? 5_000 : 100_000;
  const added = isQuick ? 1_000 : 10_000;
  const child = startChild("kintone");
  try {
    const { baseUrl } = await child.receive<{ baseUrl: string }>();
    const client = clientOf(baseUrl);
    const app = await createApp(client);
    say(`adding ${added} records of ${FIELDS} fields`);
    let addMs = 0;
    const addCpuMs = await serverTimeOf(child, async () => {
      addMs = await timeOf(() => addRecords(client, app, 0, added));
    });
    say(`adding up to ${many}`);
    await addRecords(client, app, added, many - added);
    say("reading pages");
    const page = await measurePage(child, client, app, options);
    say("searching for words");
    // The first search reads every text; later ones find them read.
    const first = await measureSearch(client, app);
    const again = await measureSearch(client, app);
    const searchCpuMs = await serverTimeOf(child, () =>
      client.record.getRecords({ app, query: SEARCH_QUERY }),
    );
    child.send("memory");
    const { heapUsed, rss } = await child.receive<{
      heapUsed: number;
      rss: number;
    }>();
    const note = `${many} records of ${FIELDS} fields`;
    const cpu = "CPU time of the server alone";
    return {
      addRecords: {
        ...toFigure(addMs, "ms", ADD_LIMIT_MS),
        note: `${added} records of ${FIELDS} fields, official client`,
      },
      addRecordsCpu: { ...toFigure(addCpuMs, "ms", ADD_LIMIT_MS), note: cpu },
      filteredPage: {
        ...toFigure(page.pageMs, "ms", PAGE_LIMIT_MS),
        note: `500 of ${note}, a filter of two conditions and a sort by two`,
        peers: {
          "the same bytes from a bare server": toPeer(page.pageMs, page.bareMs),
        },
      },
      filteredPageCpu: {
        ...toFigure(page.cpuMs, "ms", PAGE_LIMIT_MS),
        note: cpu,
      },
      firstSearch: {
        ...toFigure(first.searchMs, "ms", SEARCH_LIMIT_MS),
        note: `like over ${note}, for the first time`,
      },
      search: {
        ...toFigure(again.searchMs, "ms", SEARCH_LIMIT_MS),
        note: `like over ${note}`,
      },
      searchCpu: { ...toFigure(searchCpuMs, "ms", SEARCH_LIMIT_MS), note: cpu },
      waitBesideSearch: {
        ...toFigure(Math.max(first.waitMs, again.waitMs), "ms", WAIT_LIMIT_MS),
        note: "the longest of other requests meanwhile",
        peers: { "the same request alone": toPeer(again.waitMs, page.aloneMs) },
      },
      heap: { ...toFigure(toMegabytes(heapUsed), "MB", MEMORY_LIMIT_MB), note },
      residentSet: { ...toFigure(toMegabytes(rss), "MB"), note },
    };
  } finally {
    await child.end();
  }
};

const medianStart = async (
  args: readonly string[],
  turns: number,
): Promise<number> => {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 1)
    times.push(await timeToFirstLine(process.execPath, args));
  return median(times);
};

const measureColdStart = async ({ isQuick, say }: BenchOptions) => {
  say("cold start");
  const turns = isQuick ? 3 : 7;
  const command = [
    "scripts/run-source.mjs",
    "local-kintone/src/main.ts",
    "--port",
    "0",
    "--json",
  ];
  // The first start after a change bundles the sources.
  await medianStart(command, 1);
  const startMs = await medianStart(command, turns);
  const emptyMs = await medianStart(["-e", "console.log(1)"], turns);
  return {
    ...toFigure(startMs, "ms", COLD_START_LIMIT_MS),
    note: "npm run kintone, until it answers",
    peers: { "Node alone, printing a line": toPeer(startMs, emptyMs) },
  };
};

/** The stand-in by itself, in a process of its own, through the official client. */
export const measureKintone: BenchPart = async (options) => ({
  coldStart: await measureColdStart(options),
  ...(await measureRecords(options)),
});
