import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openVisit } from "../../../src/feature-kit/visit.ts";
import type { PageRecord } from "../../../src/kintone/page-api.ts";
import { aPageRecord } from "../../support/page-records.ts";

const aName = (value: string): PageRecord => ({
  registeredName: { type: "SINGLE_LINE_TEXT", value },
});

const aForm = () => {
  let form: PageRecord = aPageRecord();
  return {
    currentRecord: () => structuredClone(form),
    changeRecord: vi.fn((record: PageRecord) => {
      form = record;
    }),
    read: () => form,
  };
};

describe("openVisit", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("what follows the visit is drawn at once and after every change", () => {
    const visit = openVisit("edit", aForm(), aPageRecord());
    const names: string[] = [];
    visit.follow(() => names.push(visit.read("nominations").registeredName));
    visit.replace(aPageRecord([], aName("有限会社海風")));
    expect(names).toEqual(["株式会社青浜商店", "有限会社海風"]);
  });

  test("the form is read between handlers alone, and not after the visit", () => {
    const visit = openVisit("edit", aForm(), aPageRecord());
    expect(visit.readForm()).toEqual(aPageRecord());
    const leave = visit.enterHandler();
    expect(visit.readForm()).toBeNull();
    leave();
    expect(visit.readForm()).toEqual(aPageRecord());
    visit.end();
    expect(visit.readForm()).toBeNull();
  });

  test("an overlay lies over every state of the record", () => {
    const visit = openVisit("edit", aForm(), aPageRecord());
    visit.overlay((record) => ({ ...record, ...aName("入力の途中") }));
    visit.replace(aPageRecord());
    expect(visit.read("nominations").registeredName).toBe("入力の途中");
  });

  test("the form is changed only after the running handler has returned", () => {
    const form = aForm();
    const visit = openVisit("edit", form, aPageRecord());
    const leave = visit.enterHandler();
    visit.changeForm((record) => Object.assign(record, aName("後で")));
    vi.runAllTimers();
    expect(form.changeRecord).not.toHaveBeenCalled();
    leave();
    vi.runAllTimers();
    expect(form.read().registeredName?.value).toBe("後で");
    expect(visit.read("nominations").registeredName).toBe("後で");
  });

  test("after the visit nothing is drawn and no form is changed", () => {
    const form = aForm();
    const visit = openVisit("edit", form, aPageRecord());
    const draw = vi.fn();
    visit.follow(draw);
    visit.end();
    visit.replace(aPageRecord());
    visit.changeForm((record) => Object.assign(record, aName("遅い")));
    expect(draw).toHaveBeenCalledTimes(1);
    expect(form.changeRecord).not.toHaveBeenCalled();
  });

  test("what is kept is made once", () => {
    const visit = openVisit("list", aForm(), {});
    const make = vi.fn(() => new Map<string, string>());
    expect(visit.keep("known", make)).toBe(visit.keep("known", make));
    expect(make).toHaveBeenCalledTimes(1);
  });
});
