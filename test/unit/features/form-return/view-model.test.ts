import { cloudPracticeAward as award } from "../../../../src/programmes/index.ts";
import { describe, expect, test } from "vitest";
import { readRow } from "../../../../src/features/form-return/fields.ts";
import {
  choiceOf,
  compareReturned,
  countKinds,
  firstChoice,
  planWrites,
  toggle,
} from "../../../../src/features/form-return/view-model.ts";
import type { Comparing } from "../../../../src/features/form-return/view-model.ts";
import type { AppRecord } from "../../../../src/apps/records.ts";
import type { Values } from "excel-form";
import { aNomination } from "../../../support/domain-records.ts";

type Nomination = AppRecord<"nominations">;

/** Fields that the comparison never reads are left out. */
const record = (changes: Partial<Nomination>): Nomination =>
  ({ ...aNomination(), ...changes }) as Nomination;

const societies = [
  { name: "青浜商工会", code: "S01" },
  { name: "港ヶ丘商工会", code: "S02" },
];

const compare = (rows: readonly Values[], changes: Partial<Comparing> = {}) =>
  compareReturned({
    programme: award,
    data: { scalars: {}, rows },
    nominations: [],
    societies,
    society: null,
    ...changes,
  });

describe("readRow", () => {
  test("values become fields, in the words of the record", () => {
    const { fields, unreadable } = readRow(award, {
      "business.registeredName": " 株式会社青浜商店 ",
      "business.kind": "個人",
      "securityAction.stars": "★★",
      "securityAction.declaredOn": "2022-07-01",
      "business.employees": 5,
    });
    expect(
      Object.fromEntries(fields.map(({ field, value }) => [field, value])),
    ).toEqual({
      registeredName: "株式会社青浜商店",
      businessKind: "個人事業主",
      securityActionStars: "二つ星",
      securityActionDate: "2022-07-01",
      employees: 5,
    });
    expect(unreadable).toEqual([]);
  });

  test("個人 in place of a corporate number is the kind of business", () => {
    const { fields } = readRow(award, { "business.corporateNumber": "個人" });
    expect(fields).toEqual([
      { key: "business.kind", field: "businessKind", value: "個人事業主" },
    ]);
  });

  test("score, consent and the state of the case are not taken from a form", () => {
    const { fields } = readRow(award, {
      "score.total": 20,
      "consent.status": "同意あり",
      "case.status": "提出済",
    });
    expect(fields).toEqual([]);
  });

  test("what the sheet adds to the remarks is no remark", () => {
    const { fields } = readRow(award, { remarks: "期限後登録、要連絡" });
    expect(fields).toEqual([
      { key: "remarks", field: "remarks", value: "要連絡" },
    ]);
  });

  test("a date or a number that makes no sense is told, not written", () => {
    const { fields, unreadable } = readRow(award, {
      "business.foundedOn": "昭和のころ",
      "business.employees": "数名",
    });
    expect(fields).toEqual([]);
    expect(unreadable).toEqual([
      { key: "business.foundedOn", text: "昭和のころ" },
      { key: "business.employees", text: "数名" },
    ]);
  });
});

describe("compareReturned", () => {
  const known = record({
    id: "7",
    corporateNumber: "8000000000001",
    registeredName: "株式会社青浜商店",
    society: "青浜商工会",
    phone: "098-000-0000",
    industry: "",
  });

  test("a firm is known by its corporate number, whatever it is called now", () => {
    const [entry] = compare(
      [
        {
          "business.corporateNumber": "8000000000001",
          "business.registeredName": "株式会社新青浜",
        },
      ],
      { nominations: [known], society: "青浜商工会" },
    );
    expect(entry).toMatchObject({
      kind: "changed",
      nomination: { id: "7" },
      changes: [
        {
          field: "registeredName",
          before: "株式会社青浜商店",
          value: "株式会社新青浜",
        },
      ],
    });
  });

  test("without a number the name counts, loosely, within its society", () => {
    const row = { "business.registeredName": "(株)青浜商店" };
    const [own] = compare([row], {
      nominations: [known],
      society: "青浜商工会",
    });
    expect(own?.nomination?.id).toBe("7");
    const [other] = compare([row], {
      nominations: [known],
      society: "港ヶ丘商工会",
    });
    expect(other?.kind).toBe("new");
  });

  test("of the same name with another corporate number it is another firm", () => {
    const [entry] = compare(
      [
        {
          "business.corporateNumber": "7000000000002",
          "business.registeredName": "株式会社青浜商店",
        },
      ],
      { nominations: [known], society: "青浜商工会" },
    );
    expect(entry?.kind).toBe("new");
  });

  test("the society may be named in the row, by code or by name", () => {
    const [byName, byCode] = compare([
      { "business.registeredName": "甲", "society.name": "港ケ丘商工会" },
      { "business.registeredName": "乙", "society.code": "S01" },
    ]);
    expect([byName?.society, byCode?.society]).toEqual([
      "港ヶ丘商工会",
      "青浜商工会",
    ]);
  });

  test("other hyphens and widths are no change; blank cells say nothing", () => {
    const [entry] = compare(
      [
        {
          "business.registeredName": "株式会社青浜商店",
          "business.phone": "０９８（０００）００００",
          "business.nameKana": "あおはましょうてん",
        },
      ],
      { nominations: [known], society: "青浜商工会" },
    );
    expect(entry).toMatchObject({ kind: "same", changes: [] });
  });

  test("a new firm needs a name and a society", () => {
    const entries = compare([
      { "business.registeredName": "甲" },
      { "business.industry": "小売業", "society.code": "S01" },
    ]);
    expect(entries.map(({ problem }) => problem)).toEqual([
      "noSociety",
      "noName",
    ]);
  });

  test("two rows about one record: the second is not written", () => {
    const row = {
      "business.corporateNumber": "8000000000001",
      "business.industry": "小売業",
    };
    const entries = compare([row, { ...row, "business.industry": "卸売業" }], {
      nominations: [known],
      society: "青浜商工会",
    });
    expect(entries.map(({ problem }) => problem)).toEqual([null, "twice"]);
  });

  test("a firm that comes twice is not added twice", () => {
    const name = "business.registeredName";
    const number = "business.corporateNumber";
    const problems = compare(
      [
        { [name]: "株式会社青浜商店" },
        { [name]: "（株）青浜商店" },
        { [name]: "甲", [number]: "7000012050002" },
        { [name]: "甲（旧 乙）", [number]: "7000012050002" },
        { [name]: "丙" },
      ],
      { society: "青浜商工会" },
    ).map(({ problem }) => problem);
    expect(problems).toEqual([null, "twice", null, "twice", null]);
  });

  test("a form about one firm has its values among the single cells", () => {
    const entries = compareReturned({
      programme: award,
      data: {
        scalars: {
          "report.date": "2022-07-20",
          "business.registeredName": "甲",
        },
        rows: [],
      },
      nominations: [],
      societies,
      society: "青浜商工会",
    });
    expect(entries).toMatchObject([{ name: "甲", kind: "new" }]);
  });
});

describe("choosing", () => {
  const known = record({
    id: "7",
    registeredName: "株式会社青浜商店",
    society: "青浜商工会",
    industry: "",
    phone: "098-000-0000",
  });
  const entries = compare(
    [
      {
        "business.registeredName": "株式会社青浜商店",
        "business.industry": "小売業",
        "business.phone": "098-111-1111",
      },
      { "business.registeredName": "乙商店" },
    ],
    { nominations: [known], society: "青浜商工会" },
  );

  test("new firms and filled blanks are chosen; replacing is left to a person", () => {
    expect([...firstChoice(entries)]).toEqual([
      choiceOf(0, "industry"),
      choiceOf(1, "registeredName"),
    ]);
    expect(countKinds(entries)).toEqual({ new: 1, changed: 1, same: 0 });
  });

  test("only what is chosen is written", () => {
    const choice = toggle(
      toggle(firstChoice(entries), choiceOf(0, "phone")),
      choiceOf(1, "registeredName"),
    );
    const writes = planWrites(entries, choice);
    expect(
      writes.map(({ entry, fields }) => [
        entry.nomination?.id,
        fields.map(({ field }) => field),
      ]),
    ).toEqual([["7", ["industry", "phone"]]]);
  });

  test("nothing that has a problem is written, even if chosen", () => {
    const [unsettled] = compare([{ "business.registeredName": "丙" }]);
    if (!unsettled) throw new Error("no entry");
    expect(
      planWrites([unsettled], new Set([choiceOf(0, "registeredName")])),
    ).toEqual([]);
  });
});
