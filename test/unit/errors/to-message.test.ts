import { FormError, formErrors } from "excel-form";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../src/errors/app-error.ts";
import { errorCatalogue } from "../../../src/errors/catalogue.ts";
import { desktopErrors } from "../../../src/errors/desktop-catalogue.ts";
import {
  addToPageCatalogue,
  toMessage,
} from "../../../src/errors/to-message.ts";

const kintoneCodes = [
  "kintone/no-right",
  "kintone/signed-out",
  "kintone/app-missing",
  "kintone/record-missing",
  "kintone/changed-meanwhile",
  "kintone/busy",
  "kintone/unavailable",
  "kintone/file-missing",
  "kintone/not-assignee",
  "kintone/status-moved",
  "kintone/lookup-missing",
  "kintone/refused-input",
  "kintone/too-large",
  "kintone/other",
] as const;

const UNKNOWN = new FormError("unknown/code");
const UNEXPECTED = toMessage(UNKNOWN, "ja");

const REFUSAL = { id: "abc123", detail: "理由" };

/** One error of every code of the page, with the values that its sentence needs. */
const errors = [
  ...kintoneCodes.map((code) => new AppError(code, REFUSAL)),
  new AppError("kintone/offline"),
  new AppError("kintone/not-kintone"),
  new AppError("kintone/sign-in-page"),
  new AppError("kintone/cut-off"),
  new AppError("kintone/restricted"),
  new AppError("kintone/untrusted"),
  new AppError("handout/sent-meanwhile"),
  new AppError("handout/edition-changed"),
  new AppError("settings/broken"),
  new AppError("apps/not-found", { app: "deliveries" }),
  new AppError("app/unexpected-record", { app: "answers", fields: "reason" }),
  new AppError("report/form-missing", { programme: "クラウド実践大賞" }),
  new AppError("report/map-missing", { form: "様式.xlsx" }),
  new AppError("board/no-edition"),
  new AppError("report/ledger-unknown"),
  new AppError("report/edition-missing", { edition: "2022" }),
  new AppError("calendar/invalid-date", { value: "2022-02-30" }),
  new AppError("calendar/unknown-time-zone", { timeZone: "Mars/One" }),
];

describe("toMessage", () => {
  test("the errors tried here are all of the catalogue", () => {
    expect(errors.map(({ code }) => code).toSorted()).toEqual(
      Object.keys({ ...errorCatalogue, ...desktopErrors }).toSorted(),
    );
  });

  test.each(errors.map((error) => [error.code, error] as const))(
    "%s says in both languages what to do, without gaps",
    (_code, error) => {
      const [ja, en] = (["ja", "en"] as const).map((language) =>
        toMessage(error, language, desktopErrors),
      );
      expect(ja?.startsWith(UNEXPECTED.slice(0, 12))).toBe(false);
      expect(ja).toMatch(/[。）：]$/);
      expect(en).toMatch(/[.):] ?$/);
      expect(`${ja}${en}`).not.toMatch(/undefined|\$\{|NaN/);
    },
  );

  test("kintone's error id is kept for support", () => {
    const error = new AppError("kintone/busy", { id: "abc123", detail: "x" });
    expect(toMessage(error, "ja")).toContain("（エラーID：abc123）");
    expect(toMessage(error, "en")).toContain("(error id: abc123)");
    expect(toMessage(new AppError("kintone/busy"), "ja")).not.toContain("ID");
  });

  test("an app is called what the user sees it called", () => {
    const error = new AppError("apps/not-found", { app: "deliveries" });
    expect(toMessage(error, "ja")).toContain("「提出台帳」");
  });

  test.each([
    [new TypeError("x is undefined"), "TypeError: x is undefined"],
    [UNKNOWN, "unknown/code"],
    ["a thrown text", "a thrown text"],
    [undefined, "undefined"],
    [new FormError("toString"), "toString"],
  ])("%s is said to be unexpected, with its detail", (error, detail) => {
    const sentence = toMessage(error, "ja");
    expect(sentence).toMatch(/^想定していない不具合/);
    expect(sentence).toContain(detail);
  });

  test("a page that opens no forms has no sentence for their errors until a part adds it", () => {
    const error = new FormError("report/file-is-pdf");
    expect(toMessage(error, "ja")).toContain("想定していない不具合");
    addToPageCatalogue(formErrors);
    expect(toMessage(error, "ja")).toContain("PDF");
    expect(toMessage(new AppError("kintone/offline"), "ja")).not.toContain(
      "想定していない不具合",
    );
  });
});
