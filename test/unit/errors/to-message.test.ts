import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../src/errors/app-error.ts";
import { errorCatalogue } from "../../../src/errors/catalogue.ts";
import { toMessage } from "../../../src/errors/to-message.ts";

const SOURCES = join(import.meta.dirname, "../../../src");

/** Codes that the page can meet; provisioning runs in a terminal and has its own. */
const thrownCodes = (): string[] => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .filter((name) => !/^(provision|errors)[\\/]/.test(name));
  const codes = files.flatMap((name) => {
    const text = readFileSync(join(SOURCES, name), "utf8");
    const thrown = text.matchAll(/new AppError\(\s*"([^"]+)"/g);
    const mapped = text.matchAll(/"(kintone\/[a-z-]+)"/g);
    return [...thrown, ...mapped].map(([, code]) => code ?? "");
  });
  return [...new Set(codes)].sort();
};

const UNEXPECTED = toMessage(new AppError("nobody/knows-this"), "ja");

describe("toMessage", () => {
  test.each(thrownCodes())("%s has a sentence of its own", (code) => {
    const sentence = toMessage(new AppError(code), "ja");
    expect(sentence.startsWith(UNEXPECTED.slice(0, 12))).toBe(false);
  });

  test.each(Object.keys(errorCatalogue))(
    "%s says in both languages what to do, without gaps",
    (code) => {
      const error = new AppError(code);
      expect(toMessage(error, "ja")).toMatch(/[。）：]$/);
      expect(toMessage(error, "en")).toMatch(/[.):] ?$/);
      for (const language of ["ja", "en"] as const) {
        expect(toMessage(error, language)).not.toMatch(/undefined|\$\{|NaN/);
      }
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

  test("the report engine's errors are among them", () => {
    const sentence = toMessage(new AppError("report/file-is-pdf"), "ja");
    expect(sentence).toContain("PDF");
  });

  test.each([
    [new TypeError("x is undefined"), "TypeError: x is undefined"],
    [new AppError("nobody/knows-this"), "nobody/knows-this"],
    ["a thrown text", "a thrown text"],
    [undefined, "undefined"],
    [new AppError("toString"), "toString"],
  ])("%s is said to be unexpected, with its detail", (error, detail) => {
    const sentence = toMessage(error, "ja");
    expect(sentence).toMatch(/^想定していない不具合/);
    expect(sentence).toContain(detail);
  });
});
