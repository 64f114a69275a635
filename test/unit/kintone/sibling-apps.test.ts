import { describe, expect, test } from "vitest";
import { AppError } from "../../../src/errors/app-error.ts";
import type { FormField } from "../../../src/kintone/page-api.ts";
import {
  findSiblingApps,
  requireApp,
} from "../../../src/kintone/sibling-apps.ts";

const lookupTo = (code: string, app: string): FormField => ({
  type: "SINGLE_LINE_TEXT",
  code,
  label: code,
  lookup: { relatedApp: { app, code: "" } },
});

const relatedTo = (code: string, app: string): FormField => ({
  type: "REFERENCE_TABLE",
  code,
  label: code,
  referenceTable: { relatedApp: { app, code: "" } },
});

/** The forms of a set as a site has them: editions 1, societies 2, nominations 3, answers 4, deliveries 5. */
const forms: Readonly<Record<string, Record<string, FormField>>> = {
  1: {
    editionNominations: relatedTo("editionNominations", "3"),
    editionAnswers: relatedTo("editionAnswers", "4"),
    editionDeliveries: relatedTo("editionDeliveries", "5"),
  },
  3: { edition: lookupTo("edition", "1"), society: lookupTo("society", "2") },
  5: { edition: lookupTo("edition", "1") },
};

const find = (
  app: "editions" | "deliveries",
  appId: string,
  fetchFields = async (id: string) => forms[id] ?? {},
) =>
  findSiblingApps({
    app,
    appId,
    fields: forms[appId] ?? {},
    targetApp: () => null,
    overrides: {},
    fetchFields,
  });

describe("findSiblingApps", () => {
  test("the editions name three apps, and the nominations among them the societies", async () => {
    expect(await find("editions", "1")).toEqual({
      editions: "1",
      societies: "2",
      nominations: "3",
      answers: "4",
      deliveries: "5",
    });
  });

  test("any other app asks the editions for the rest", async () => {
    const asked: string[] = [];
    const found = await find("deliveries", "5", async (id) => {
      asked.push(id);
      return forms[id] ?? {};
    });
    expect(asked).toEqual(["1"]);
    expect(found).toMatchObject({ nominations: "3", answers: "4" });
  });

  test("an app that may not be looked into only leaves out what it would have named", async () => {
    const found = await find("editions", "1", () =>
      Promise.reject(new AppError("kintone/no-right")),
    );
    expect(found).toEqual({
      editions: "1",
      nominations: "3",
      answers: "4",
      deliveries: "5",
    });
  });

  test("any other failure is not mistaken for a missing app", async () => {
    await expect(
      find("editions", "1", () =>
        Promise.reject(new AppError("kintone/offline")),
      ),
    ).rejects.toMatchObject({ code: "kintone/offline" });
  });

  test("society staff, to whom the form names no ledger, get all that they may see", async () => {
    const hidden: Record<string, FormField> = {
      editionNominations: relatedTo("editionNominations", "3"),
      editionAnswers: relatedTo("editionAnswers", "4"),
      editionDeliveries: {
        ...relatedTo("editionDeliveries", "5"),
        referenceTable: null,
      },
    };
    const found = await findSiblingApps({
      app: "editions",
      appId: "1",
      fields: hidden,
      targetApp: () => null,
      overrides: {},
      fetchFields: async (id) => forms[id] ?? {},
    });
    expect(found).toEqual({
      editions: "1",
      societies: "2",
      nominations: "3",
      answers: "4",
    });
    expect(() => requireApp(found, "deliveries")).toThrow(
      expect.objectContaining({ code: "kintone/no-right" }),
    );
  });

  test("the page tells what the form keeps to itself", async () => {
    const targets = new Map([
      ["edition lookup", "1"],
      ["society lookup", "2"],
      ["societyAnswers related", "4"],
      ["editionDeliveries related", "5"],
    ]);
    const found = await findSiblingApps({
      app: "nominations",
      appId: "3",
      fields: {},
      targetApp: (code, kind) => targets.get(`${code} ${kind}`) ?? null,
      overrides: {},
      fetchFields: () => Promise.reject(new Error("not asked")),
    });
    expect(found).toEqual({
      editions: "1",
      societies: "2",
      nominations: "3",
      answers: "4",
      deliveries: "5",
    });
  });
});
