import { describe, expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import { parseAppRecord } from "../../../src/apps/records.ts";
import type { AppRecord } from "../../../src/apps/records.ts";
import { toIncluded } from "../../../src/domain/included-nomination.ts";
import type { Nomination } from "../../../src/domain/model.ts";
import { prepareReport } from "../../../src/domain/prepare-report.ts";
import {
  firmSheets,
  firmStates,
  wholeSheet,
} from "../../../src/domain/report-sheets.ts";
import {
  aDelivery,
  anEdition,
  aRegistered,
} from "../../support/domain-records.ts";

const nomination = (changes: Partial<Nomination>) =>
  ({
    ...parseAppRecord("nominations", {}),
    ...aRegistered(changes),
  }) as AppRecord<"nominations">; // the rules' own models name states less exactly

const prepare = (...nominations: Array<AppRecord<"nominations">>) =>
  prepareReport({
    programme: award,
    records: {
      edition: {
        ...parseAppRecord("editions", {}),
        ...anEdition(),
      } as AppRecord<"editions">,
      nominations,
      deliveries: [],
    },
    kind: "本提出",
    noneReason: "",
    today: "2022-08-01",
    warnDays: 5,
    closedDays: [],
    formName: "推薦書.xlsm",
  });

const first = nomination({ id: "1", contest: "参加する" });
const second = nomination({ id: "2", registeredName: "A/B商会" });
const namesake = nomination({ id: "3", societyOrder: 2 });

describe("firmSheets", () => {
  const prepared = prepare(first, second, namesake);
  const sheets = firmSheets(award, prepared, new Set(["1", "2", "3"]));

  test("gives each firm a file with its own row and counts", () => {
    expect(
      sheets.map(({ data }) => [
        data.rows.map((row) => row["business.registeredName"]),
        data.scalars["report.count"],
        data.scalars["report.caseCount"],
        data.scalars["federation.name"],
      ]),
    ).toEqual([
      [["株式会社青浜商店"], 1, 1, "海山県商工会連合会"],
      [["A/B商会"], 1, 0, "海山県商工会連合会"],
      [["株式会社青浜商店"], 1, 0, "海山県商工会連合会"],
    ]);
    expect(sheets.map(({ caseCount }) => caseCount)).toEqual([1, 0, 0]);
  });

  test("names the file after the firm; namesakes do not share one", () => {
    const title = "推薦書_海山県商工会連合会";
    expect(sheets.map(({ fileName }) => fileName)).toEqual([
      `${title}_株式会社青浜商店_20220801.xlsm`,
      `${title}_AB商会_20220801.xlsm`,
      `${title}_株式会社青浜商店_3_20220801.xlsm`,
    ]);
  });

  test("leaves out whoever was not chosen", () => {
    const [one, ...others] = firmSheets(award, prepared, new Set(["2", "99"]));
    expect(one?.entries.map((entry) => entry.nomination.id)).toEqual(["2"]);
    expect(others).toEqual([]);
  });

  test("says the same of a firm as the whole sheet", () => {
    const whole = wholeSheet(prepared);
    expect(sheets.flatMap(({ data }) => data.rows)).toEqual(whole.data.rows);
    expect(sheets.flatMap(({ entries }) => entries)).toEqual(whole.entries);
  });
});

describe("firmStates", () => {
  const entryOf = (one: AppRecord<"nominations">) => ({
    nomination: one,
    isLate: false,
  });
  const made = (id: string, ...ones: Array<AppRecord<"nominations">>) =>
    aDelivery({
      id,
      included: ones.map((one) => toIncluded(award, entryOf(one))),
    });

  test("tells who has a sheet, the latest, and whether it still holds", () => {
    const renamed = { ...second, registeredName: "B商会" };
    const states = firmStates(award, prepare(first, renamed, namesake), [
      { ...made("12", first), deliveryState: "作成済" },
      {
        ...made("9", first, second),
        deliveryState: "送付済",
        sentAt: "2022-07-30T00:00:00Z",
      },
    ]);
    expect(
      states.map(({ id, latest, isChanged }) => [
        id,
        latest?.deliveryState,
        isChanged,
      ]),
    ).toEqual([
      ["1", "作成済", false],
      ["2", "送付済", true],
      ["3", undefined, false],
    ]);
  });
});
