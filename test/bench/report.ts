import { fillPlan, readForm } from "excel-form";
import {
  simpleForm,
  simpleParts,
} from "../../excel-form/test/support/xlsx/simple-form.ts";
import { rawZip } from "../../excel-form/test/support/xlsx/raw-zip.ts";
import { startChild } from "./child.ts";
import { fillEngines, PEERS } from "./fill-engines.ts";
import type { EngineName } from "./fill-engines.ts";
import { richTask } from "./fill-task.ts";
import type { FillTask } from "./fill-task.ts";
import {
  cpuTimeOf,
  median,
  medianTimeOf,
  messageOf,
  toFigure,
  toMegabytes,
  toPeer,
} from "./figure.ts";
import type { BenchOptions, BenchPart, Figures, PeerFigure } from "./figure.ts";

const RICH_LIMIT_MS = 120;
const MANY_LIMIT_MS = 2_000;
const MANY_LIMIT_MB = 500;
/** Shares of what exceljs needs for the same list. */
const MANY_LIMIT_TIMES = 0.5;
const MANY_MEMORY_LIMIT_TIMES = 0.4;
const CHECKED_LIMIT_TIMES = 1;
const BOMB_LIMIT_MS = 50;

const NO_INSERT = "writes over the rows below instead of inserting";

const noteOf = (name: string): { note?: string } =>
  name === "xlsx-populate" ? { note: NO_INSERT } : {};

const timePeer = async (
  name: EngineName,
  task: FillTask,
  own: number,
): Promise<PeerFigure> => {
  try {
    const ms = await medianTimeOf(() => fillEngines[name](task), { runs: 7 });
    return { ...toPeer(own, ms), ...noteOf(name) };
  } catch (error) {
    return { error: messageOf(error) };
  }
};

const measureRich = async ({ isQuick }: BenchOptions): Promise<Figures> => {
  const task = richTask(50);
  const own = await medianTimeOf(() => fillEngines.suisen(task), {
    runs: isQuick ? 5 : 15,
    warmUps: 3,
  });
  const peers: Record<string, PeerFigure> = {};
  for (const name of PEERS) {
    peers[name] = await timePeer(name, task, own);
  }
  return {
    fillRich: {
      ...toFigure(own, "ms", RICH_LIMIT_MS),
      peers,
      note: "50 rows inserted into a form with everything in it",
    },
  };
};

type ManyResult = { ms: number; maxRss: number } | { error: string };

const fillMany = async (
  name: EngineName,
  rows: number,
  runs: number,
): Promise<ManyResult> => {
  const child = startChild("fill-many", [name, String(rows), String(runs)]);
  try {
    return await child.receive<ManyResult>();
  } finally {
    await child.end();
  }
};

const comparePeers = (
  own: number,
  results: ReadonlyArray<readonly [string, ManyResult]>,
  pick: (result: Exclude<ManyResult, { error: string }>) => number,
): Record<string, PeerFigure> =>
  Object.fromEntries(
    results.map(([name, result]) => [
      name,
      "error" in result
        ? result
        : { ...toPeer(own, pick(result)), ...noteOf(name) },
    ]),
  );

/** Our share of what exceljs needs, measured in the same run. */
const besideExceljs = (
  results: ReadonlyArray<readonly [string, ManyResult]>,
  own: Exclude<ManyResult, { error: string }>,
  checked: Exclude<ManyResult, { error: string }>,
): Figures => {
  const [, peer] = results.find(([name]) => name === "exceljs") ?? [];
  if (peer === undefined || "error" in peer) return {};
  return {
    fillManyShare: toFigure(own.ms / peer.ms, "times", MANY_LIMIT_TIMES),
    fillManyMemoryShare: toFigure(
      own.maxRss / peer.maxRss,
      "times",
      MANY_MEMORY_LIMIT_TIMES,
    ),
    checkedManyShare: {
      ...toFigure(checked.ms / peer.ms, "times", CHECKED_LIMIT_TIMES),
      note: "read, checked and filled, beside the fill alone",
    },
  };
};

const measureMany = async ({
  isQuick,
  say,
}: BenchOptions): Promise<Figures> => {
  const rows = isQuick ? 1_000 : 10_000;
  const runs = isQuick ? 1 : 3;
  say(`${rows} rows of 20 columns`);
  const own = await fillMany("suisen", rows, runs);
  if ("error" in own) {
    throw new Error(own.error);
  }
  const results: Array<readonly [string, ManyResult]> = [];
  for (const name of PEERS) {
    say(`${rows} rows of 20 columns by ${name}`);
    results.push([name, await fillMany(name, rows, runs)]);
  }
  say(`${rows} rows of 20 columns, read and checked first`);
  const checked = await fillMany("suisen-checked", rows, runs);
  if ("error" in checked) {
    throw new Error(checked.error);
  }
  const note = `CPU time, ${rows} rows of 20 columns in a process of its own`;
  const megabytes = toMegabytes(own.maxRss);
  return {
    fillMany: {
      ...toFigure(own.ms, "ms", MANY_LIMIT_MS),
      peers: comparePeers(own.ms, results, ({ ms }) => ms),
      note,
    },
    fillManyMemory: {
      ...toFigure(megabytes, "MB", MANY_LIMIT_MB),
      peers: comparePeers(megabytes, results, ({ maxRss }) =>
        toMegabytes(maxRss),
      ),
      note: `largest resident set, ${rows} rows of 20 columns in a process of its own`,
    },
    ...besideExceljs(results, own, checked),
  };
};

const BOOK = "様式";

const oneRow = '<row r="2"><c r="A2" s="1"/><c r="B2" s="1"/></row>';

/** As many entries as that, inserted at the only row. */
const fillRows = (
  form: Uint8Array,
  count: number,
  columns: readonly string[],
): void => {
  fillPlan(form, {
    cells: [],
    blocks: [
      {
        sheet: BOOK,
        firstRow: 2,
        rowsPerEntry: 1,
        entriesAvailable: 1,
        onSurplus: "insert",
        entries: Array.from({ length: count }, (_, index) => [
          Object.fromEntries(
            columns.map((column) => [
              column,
              { kind: "number", number: index },
            ]),
          ),
        ]),
      },
    ],
  });
};

const numbered = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join("");

const formOf = (rows: string, after = ""): Uint8Array =>
  simpleForm({ sheets: [{ name: BOOK, rows, after }] });

/** Forms at the limits, each with the work that is the most for it. */
const LARGE: ReadonlyArray<{
  readonly name: string;
  readonly note: string;
  readonly limit: number;
  readonly prepare: () => () => void;
}> = [
  {
    name: "fillMerges",
    note: "50 rows inserted above 100,000 merged cells",
    limit: 3_000,
    prepare: () => {
      const merges = numbered(
        100_000,
        (index) => `<mergeCell ref="A${index + 10}:B${index + 10}"/>`,
      );
      const form = formOf(oneRow, `<mergeCells>${merges}</mergeCells>`);
      return () => fillRows(form, 50, ["A"]);
    },
  },
  {
    name: "fillDropDowns",
    note: "50 rows inserted under 200 drop-downs of the whole sheet",
    limit: 500,
    prepare: () => {
      const lists = numbered(
        200,
        (index) =>
          `<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"可${index},否"</formula1></dataValidation>`,
      );
      const form = formOf(
        oneRow,
        `<dataValidations>${lists}</dataValidations>`,
      );
      return () => fillRows(form, 50, ["A"]);
    },
  },
  {
    name: "fillRunningTotal",
    note: "20,000 rows with a running total",
    limit: 4_000,
    prepare: () => {
      const form = formOf(
        '<row r="2"><c r="A2" s="1"/><c r="B2" s="1"><f>SUM($A$2:A2)</f></c></row>',
      );
      return () => fillRows(form, 20_000, ["A"]);
    },
  },
  {
    name: "fillRows",
    note: "200,000 rows of 5 columns",
    limit: 8_000,
    prepare: () => {
      const form = formOf(oneRow);
      return () => fillRows(form, 200_000, ["A", "B", "C", "D", "E"]);
    },
  },
  {
    name: "refuseRows",
    note: "200,000 rows in the blank are refused",
    limit: 1_000,
    prepare: () =>
      refuse(
        formOf(
          numbered(
            200_000,
            (index) =>
              `<row r="${index + 2}">${"<c><v>1</v></c>".repeat(4)}</row>`,
          ),
        ),
      ),
  },
];

const measureLarge = async ({
  say,
  isQuick,
}: BenchOptions): Promise<Figures> => {
  const figures: Record<string, Figures[string]> = {};
  for (const { name, note, limit, prepare } of LARGE) {
    say(note);
    const work = prepare();
    const times: number[] = [];
    for (let turn = 0; turn < (isQuick ? 1 : 3); turn += 1) {
      times.push(await cpuTimeOf(work));
    }
    const spent = median(times);
    figures[name] = {
      ...toFigure(spent, "ms", limit),
      note: `CPU time: ${note}`,
    };
  }
  return figures;
};

const refuse = (bytes: Uint8Array) => (): void => {
  try {
    readForm(bytes);
  } catch {
    return;
  }
  throw new Error("A bomb was opened");
};

const bombOf = (size?: number): Uint8Array =>
  rawZip([
    ...Object.entries(simpleParts()).map(([name, content]) => ({
      name,
      content,
    })),
    {
      name: "a.xml",
      content: new Uint8Array(100_000_000),
      ...(size === undefined ? {} : { size }),
    },
  ]);

const measureBombs = async ({ say }: BenchOptions): Promise<Figures> => {
  say("bombs");
  return {
    refuseBomb: {
      ...toFigure(await medianTimeOf(refuse(bombOf())), "ms", BOMB_LIMIT_MS),
      note: "100 MB of nothing, its size told",
    },
    refuseLyingBomb: {
      ...toFigure(
        await medianTimeOf(refuse(bombOf(5_000))),
        "ms",
        BOMB_LIMIT_MS,
      ),
      note: "100 MB of nothing that says it is 5 KB",
    },
  };
};

/** The form filled by us and by two well-known libraries, one after the other. */
export const measureReport: BenchPart = async (options) => {
  options.say("50 rows into a rich form");
  return {
    ...(await measureRich(options)),
    ...(await measureMany(options)),
    ...(await measureBombs(options)),
    ...(await measureLarge(options)),
  };
};
