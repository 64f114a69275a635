import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runReport } from "../../scripts/report/run-report.ts";
import type { ReportOutcome } from "../../scripts/report/run-report.ts";
import { fillPlan, readForm } from "excel-form";
import { simpleForm } from "../../excel-form/test/support/xlsx/simple-form.ts";
import { blankFormPath } from "../support/blank-form.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FORM = blankFormPath("b01-status-reply.xlsx");

/** The command as it is, but in this process: starting one takes a second. */
const report = (...args: string[]): Promise<ReportOutcome> =>
  runReport(args, {});

/** The command in a process of its own. */
const start = async (...args: string[]): Promise<ReportOutcome> => {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [
      join(ROOT, "scripts/run-source.mjs"),
      "scripts/report.ts",
      ...args,
    ]);
    return { code: 0, stdout, stderr };
  } catch (error) {
    // execFile rejects with the output of the process.
    return error as ReportOutcome;
  }
};

const DATA = {
  scalars: {
    "federation.name": "沖縄県商工会連合会",
    "federation.section": "組織運営課",
    "federation.contactTitle": "主任",
    "federation.contactName": "山田　太郎",
    "federation.phone": "098-859-6150",
    "federation.fax": "098-859-6151",
    "federation.email": "soshiki@example.jp",
    "report.date": "2022-08-01",
    "report.count": 2,
    "report.caseCount": 0,
  },
  rows: [
    {
      "society.name": "北谷町商工会",
      "business.registeredName": "カフェ・ド・ナハ合同会社",
      "business.corporateNumber": "9010005017583",
      "securityAction.stars": "★",
      "securityAction.declaredOn": "2019-05-01",
      "score.total": 12,
      "declaration.registeredOn": "2022-07-25",
    },
    { "society.name": "本部町商工会", "business.registeredName": "=SUM(A1)" },
  ],
};

let folder = "";
const path = (name: string): string => join(folder, name);
const put = async (name: string, content: string): Promise<string> => {
  await writeFile(path(name), content);
  return path(name);
};

let mapPath = "";
let dataPath = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "suisen-report-"));
  const proposed = await report("--propose", "--form", FORM);
  mapPath = await put("map.json", proposed.stdout);
  dataPath = await put("data.json", JSON.stringify(DATA));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const ONE_JAPANESE_SENTENCE = /^[^\n]*[ぁ-んァ-ヶ一-龠][^\n]*。[^\n]*\n$/;

/** Filling the blank with the map and the data at hand, except the given parts. */
const fillWith = (
  out: string,
  other: { form?: string; map?: string; data?: string } = {},
): string[] => {
  const { form = FORM, map = mapPath, data = dataPath } = other;
  return ["--form", form, "--map", map, "--data", data, "--out", out];
};

const expectRefusal = (
  { code, stdout, stderr }: ReportOutcome,
  out: string,
): void => {
  expect(code).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toMatch(ONE_JAPANESE_SENTENCE);
  expect(existsSync(out)).toBe(false);
};

describe("npm run report", () => {
  test("--propose prints the map that the labels suggest", async () => {
    const map = JSON.parse(await readFile(mapPath, "utf8"));
    expect(map.lists[0]).toMatchObject({
      firstRow: 15,
      rowsPerEntry: 1,
      rowsAvailable: 20,
    });
    expect(map.cells[0]).toMatchObject({
      sheet: "回答シート",
      cell: "C5",
      key: "federation.name",
    });
  });

  test("--propose --explain names the rule behind each cell", async () => {
    const { code, stdout } = await report(
      "--propose",
      "--explain",
      "--form",
      FORM,
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({
        sheet: "回答シート",
        cell: "C5",
        rule: "right-of-label",
        effect: "places",
        key: "federation.name",
      }),
    );
  });

  test("--propose of a budget leaves all cells open and says why; --anyway proposes", async () => {
    const budget = blankFormPath("b13-budget-nothing-fits.xlsx");
    const shut = await report("--propose", "--form", budget);
    expect(JSON.parse(shut.stdout)).toMatchObject({ cells: [], lists: [] });
    expect(shut.stderr).toMatch(/「.*予算.*」とあり、.*--anyway/s);
    const anyway = await report("--propose", "--anyway", "--form", budget);
    expect(anyway).toMatchObject({ code: 0, stderr: "" });
  });

  test("--check finds nothing wrong with a fresh map", async () => {
    const { code, stdout } = await report(
      "--check",
      "--form",
      FORM,
      "--map",
      mapPath,
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual([]);
  });

  test("a total over the list's only row is told of, also when rows were added", async () => {
    const totals = '<c r="B3"><f>SUM(B2)</f></c><c r="C3"><f>SUM(C1)</f></c>';
    const bytes = simpleForm({
      sheets: [
        {
          name: "様式",
          rows: `<row r="2"><c r="A2"/><c r="B2"/></row><row r="3">${totals}</row>`,
        },
      ],
    });
    await writeFile(path("total.xlsx"), bytes);
    const list = {
      sheet: "様式",
      firstRow: 2,
      rowsPerEntry: 1,
      rowsAvailable: 1,
      onSurplus: "insert",
      columns: [{ column: "B", subrow: 0, key: "score.total" }],
    };
    const map = await put(
      "total-map.json",
      JSON.stringify({
        version: 1,
        revision: 1,
        form: { fingerprint: readForm(bytes).fingerprint },
        cells: [],
        lists: [list],
      }),
    );
    const row = { "score.total": 5 };
    const data = await put(
      "total.json",
      JSON.stringify({ scalars: {}, rows: [row, row] }),
    );
    const files = ["--form", path("total.xlsx"), "--map", map];
    const checked = await report("--check", ...files);
    expect(JSON.parse(checked.stdout)).toMatchObject([
      { severity: "warn", code: "report/warn-single-cell-total", cell: "B3" },
    ]);
    const out = path("total-out.xlsx");
    const filled = await report(...files, "--data", data, "--out", out);
    expect(JSON.parse(filled.stdout)).toMatchObject({
      warnings: [{ code: "report/warn-single-cell-total", address: "B3" }],
    });
  });

  test("fills the form, proves it, and --read gives the values back", async () => {
    const [out, proof] = [path("filled.xlsx"), path("proof.json")];
    const filled = await start(...fillWith(out), "--proof", proof);
    expect(filled).toMatchObject({ code: 0, stderr: "" });
    const { cells } = JSON.parse(await readFile(proof, "utf8"));
    expect(cells).toHaveLength(10 + 7 + 2);

    const sheet = readForm(new Uint8Array(await readFile(out))).sheets[0];
    expect(sheet?.cells.get("I8")?.text).toBe("令和4年8月1日");
    expect(sheet?.cells.get("C16")).toMatchObject({
      value: "=SUM(A1)",
      isFormula: false,
    });

    const read = await report("--read", "--form", out, "--map", mapPath);
    expect(read).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(read.stdout)).toEqual(DATA);
  });

  test("--read prints what it doubts with its cell, and its exit code says so", async () => {
    const [data, out] = [path("doubts.json"), path("doubts.xlsx")];
    const [first, ...rest] = DATA.rows;
    const rows = [{ ...first, "score.total": "約18点" }, ...rest];
    await writeFile(data, JSON.stringify({ ...DATA, rows }));
    await report(...fillWith(out, { data }));
    const read = await report("--read", "--form", out, "--map", mapPath);
    expect(read.code).toBe(2);
    const { findings, rows: found } = JSON.parse(read.stdout);
    expect(findings).toMatchObject([
      { kind: "approximate", key: "score.total", row: 0, text: "約18点" },
    ]);
    expect(read.stderr).toBe(
      `要確認 ${findings[0].sheet}!${findings[0].cell} ${findings[0].message.ja}\n`,
    );
    expect(found).toHaveLength(2);
  });

  test("--read with the blank prints a remark that was written beside the places", async () => {
    const [out, noted] = [path("remark.xlsx"), path("noted.xlsx")];
    await report(...fillWith(out));
    const filled = new Uint8Array(await readFile(out));
    const sheet = readForm(filled).sheets[0]?.name ?? "";
    const value = { kind: "text", text: "※一社は辞退します" } as const;
    const cells = [{ sheet, address: "B90", value }];
    await writeFile(noted, fillPlan(filled, { cells, blocks: [] }).bytes);
    const read = async (form: string) =>
      report("--read", "--form", form, "--map", mapPath, "--blank", FORM);
    expect(await read(out)).toMatchObject({ code: 0, stderr: "" });
    const { code, stderr } = await read(noted);
    expect(code).toBe(2);
    expect(stderr).toContain(`要確認 ${sheet}!B90`);
    expect(stderr).toContain("※一社は辞退します");
  });

  test("another form under the map is refused in one sentence, and no file is made", async () => {
    const other = join(
      ROOT,
      "excel-form/test/fixtures/forms/b05-fax-reply.xlsx",
    );
    const out = path("other.xlsx");
    const filled = await report(...fillWith(out, { form: other }));
    expectRefusal(filled, out);
    const checked = await report("--check", "--form", other, "--map", mapPath);
    expect(checked.code).toBe(0);
    expect(checked.stdout).toContain("form-changed");
    expectRefusal(
      await report("--read", "--form", other, "--map", mapPath),
      out,
    );
  });

  test.each([
    ["a cell that does not exist", "C5", "ZZ9999"],
    ["a sheet that does not exist", "回答シート", "ないシート"],
    ["a key that does not exist", "federation.name", "federation.nane"],
  ])("a map with %s is refused", async (_, from, to) => {
    const broken = (await readFile(mapPath, "utf8")).replaceAll(
      `"${from}"`,
      `"${to}"`,
    );
    const out = path("broken.xlsx");
    const map = await put("broken.json", broken);
    expectRefusal(await report(...fillWith(out, { map })), out);
  });

  test("a value of 40,000 characters is refused", async () => {
    const data = await put(
      "long.json",
      JSON.stringify({ scalars: { "report.noneReason": "長".repeat(40_000) } }),
    );
    const out = path("long.xlsx");
    expectRefusal(await report(...fillWith(out, { data })), out);
  });

  test.each([
    ["no form at all", "notes.txt", "これは様式ではない"],
    ["a page in disguise", "page.xlsx", "<html><body>様式</body></html>"],
    ["an empty file", "empty.xlsx", ""],
  ])("%s is refused", async (_, name, content) => {
    const out = path("never.xlsx");
    const form = await put(name, content);
    expectRefusal(await report("--propose", "--form", form), out);
    expectRefusal(await report(...fillWith(out, { form })), out);
  });

  test("a missing file, broken JSON and odd options say so", async () => {
    const out = path("odd.xlsx");
    expectRefusal(
      await report("--propose", "--form", path("missing.xlsx")),
      out,
    );
    expectRefusal(await report("--propose", "--form", "/dev/zero"), out);
    const noJson = await put("no.json", "{");
    expectRefusal(await report(...fillWith(out, { map: noJson })), out);
    expectRefusal(
      await report("--form", FORM, "--map", mapPath, "--data", dataPath),
      out,
    );
    expectRefusal(await report("--unknown"), out);
    expectRefusal(await start("--unknown"), out);
  });

  test("the form itself is never overwritten", async () => {
    const form = path("own.xlsx");
    await writeFile(form, await readFile(FORM));
    const filled = await report(...fillWith(form, { form }));
    expect(filled.code).toBe(1);
    expect(await readFile(form)).toEqual(await readFile(FORM));
  });
});
