import { existsSync } from "node:fs";
import {
  link,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sentenceOf } from "../../scripts/report/errors.ts";
import {
  readJson,
  refuseSameFiles,
  writeAll,
} from "../../scripts/report/files.ts";
import { makeFromKintone } from "../../scripts/report/from-kintone.ts";
import { findJsonError } from "../../scripts/report/json-position.ts";
import { parseReportCommand } from "../../scripts/report/options.ts";
import { programmes } from "../../src/programmes/index.ts";
import { parseReportData } from "excel-form";

let folder = "";
const path = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "suisen-cli-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const refusalOf = async (act: () => unknown): Promise<string> => {
  try {
    await act();
  } catch (error) {
    return sentenceOf(error);
  }
  throw new Error("was accepted");
};

test("an unknown programme is told with those that there are, before anything is read", async () => {
  const command = { edition: "E", out: path("none.xlsx"), programme: "none" };
  const sentence = await refusalOf(() => makeFromKintone(command, {}));
  expect(sentence).toContain("none");
  for (const { id } of programmes) expect(sentence).toContain(id);
});

describe("options", () => {
  test.each([
    [
      "--propose --form F",
      { name: "propose", form: "F", isAnyway: false, isExplained: false },
    ],
    [
      "--propose --explain --form F --anyway",
      { name: "propose", form: "F", isAnyway: true, isExplained: true },
    ],
    [
      "--propose --form F --programme long-service-award",
      { name: "propose", programme: "long-service-award" },
    ],
    ["--check --form=F --map M", { name: "check", form: "F", map: "M" }],
    ["--check --form F --map M --data D", { name: "check", data: "D" }],
    ["--read --form F --map M", { name: "read", map: "M" }],
    ["--form F --map M --data D --out O", { name: "fill", out: "O" }],
    ["--edition E --out O --form F --map M", { name: "edition", form: "F" }],
    ["--edition E --out O --nomination 7", { nomination: "7" }],
    [
      "--edition E --out O --programme long-service-award",
      { programme: "long-service-award" },
    ],
  ])("%s", (line, expected) => {
    expect(parseReportCommand(line.split(" "))).toMatchObject(expected);
  });

  test.each([
    ["--propose", "「--form」がありません。"],
    ["--propose --form", "「--form」に値がありません。"],
    ["--check --form --map M", "「--form」に値がありません。"],
    ["--propose --form F --form G", "「--form」が二度あります。"],
    ["--propose --form F --out O", "「--out」はここでは使えません。"],
    ["--form F --map M --data D", "「--out」がありません。"],
    ["--propose --form F G", "「G」は余分です。"],
    ["--propose --from F", "「--from」という指定はありません。"],
    [
      "--propose --form F --nomination 7",
      "「--nomination」はここでは使えません。",
    ],
    ["--propose=yes --form F", "「--propose」に値は要りません。"],
    ["--propose --check --form F", "指定の組み合わせが正しくありません。"],
    ["--edition E --form F --map M", "「--out」がありません。"],
  ])("%s is refused: %s", async (line, expected) => {
    const refusal = await refusalOf(() => parseReportCommand(line.split(" ")));
    expect(refusal.startsWith(expected)).toBe(true);
    expect(refusal).toContain("npm run report -- --propose");
  });
});

describe("JSON", () => {
  const read = async (bytes: Uint8Array | string) => {
    await writeFile(path("in.json"), bytes);
    return readJson(path("in.json"));
  };

  test("is read from any Unicode, with line ends as Windows writes them", async () => {
    const text = '{"scalars":\r\n{"remarks":"𠮷"}}\r\n';
    const wanted = { scalars: { remarks: "𠮷" } };
    const little = Buffer.from(`\ufeff${text}`, "utf16le");
    const big = Buffer.from(little).swap16();
    for (const bytes of [text, `\ufeff${text}`, little, big]) {
      expect(await read(bytes)).toEqual(wanted);
    }
  });

  test("in Shift_JIS is refused, not garbled", async () => {
    const shiftJis = Buffer.concat([
      Buffer.from('{"a":"'),
      Buffer.from([0x89, 0xab, 0x93, 0xea]),
      Buffer.from('"}'),
    ]);
    expect(await refusalOf(() => read(shiftJis))).toContain("UTF-8");
  });

  test("that is broken is told with the place", async () => {
    expect(await refusalOf(() => read('{\n "a": 1,\n}'))).toContain(
      "3行目の1文字目",
    );
  });

  test.each([
    ["", 1, 1],
    ['{"a":1,}', 1, 8],
    ["[1 2]", 1, 4],
    ["{a:1}", 1, 2],
    ['{"a" 1}', 1, 6],
    ['["a\tb"]', 1, 2],
    ["[01]", 1, 3],
    ['{"a":1}\r\n}', 2, 1],
    ['["a",\n\n  nul]', 3, 3],
  ])("%j goes wrong in line %i, column %i", (text, line, column) => {
    expect(findJsonError(text)).toEqual({ line, column });
    expect(() => JSON.parse(text)).toThrow();
  });

  test("that is right is walked through to its end", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const lines = text.split("\n");
        expect(findJsonError(text)).toEqual({
          line: lines.length,
          column: (lines.at(-1) ?? "").length + 1,
        });
      }),
      { numRuns: 50 },
    );
  });

  test("without scalars and rows holds no values; an empty one is an empty report", () => {
    expect(() => parseReportData({ scaler: {} })).toThrow(
      "report/data-invalid",
    );
    expect(parseReportData({})).toEqual({ scalars: {}, rows: [] });
    expect(parseReportData({ scalars: {}, note: "" }).rows).toEqual([]);
  });
});

describe("files", () => {
  test("a result never takes the place of an input, whatever it is called", async () => {
    const form = path("form.xlsx");
    await writeFile(form, "form");
    await symlink(form, path("link.xlsx"));
    await link(form, path("hard.xlsx"));
    const outputs = [
      form,
      path("link.xlsx"),
      path("hard.xlsx"),
      `${folder}/./form.xlsx`,
    ];
    for (const out of outputs) {
      expect(await refusalOf(() => refuseSameFiles([form], [out]))).toContain(
        out,
      );
    }
    const both = [path("o.xlsx"), path("o.xlsx")];
    await refusalOf(() => refuseSameFiles([form], both));
    await refuseSameFiles([form], [path("o.xlsx"), path("p.json")]);
  });

  test("all are written or none, and what was there before stays", async () => {
    const [out, old] = [path("new.xlsx"), path("old.json")];
    await writeFile(old, "before");
    await mkdir(path("folder"));
    const missing = path("missing/proof.json");
    for (const bad of [missing, path("folder")]) {
      const refusal = await refusalOf(() =>
        writeAll([
          { path: out, content: "1" },
          { path: old, content: "2" },
          { path: bad, content: "3" },
        ]),
      );
      expect(refusal).toContain(bad);
      expect(existsSync(out)).toBe(false);
      expect(await readFile(old, "utf8")).toBe("before");
    }
    await writeAll([
      { path: out, content: "1" },
      { path: old, content: "2" },
    ]);
    expect(await readFile(old, "utf8")).toBe("2");
  });
});
