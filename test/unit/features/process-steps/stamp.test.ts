import { cloudPracticeAward as award } from "../../../../src/programmes/index.ts";
import { describe, expect, test } from "vitest";
import { stampDone } from "../../../../src/features/process-steps/stamp.ts";
import type { PageEvent } from "../../../../src/kintone/page-api.ts";

const anEvent = (action: string, done = ""): PageEvent => ({
  type: "app.record.detail.process.proceed",
  action: { value: action },
  record: {
    contactDone: { type: "DATE", value: done },
    registerDone: { type: "DATE", value: done },
    reportDone: { type: "DATE", value: done },
  },
});

const stamped = (event: PageEvent): string[] =>
  Object.entries(event.record ?? {}).flatMap(([code, { value }]) =>
    value === "2022-07-25" ? code : [],
  );

describe("stampDone", () => {
  test.each([
    ["県連へ連絡する", ["contactDone"]],
    ["登録済みにする", ["registerDone"]],
    ["報告済みにする", ["reportDone"]],
    ["差し戻す", []],
    ["取り下げる", []],
    ["準備中に戻す", []],
  ])("%s stamps %j", (action, fields) => {
    const event = anEvent(action);
    stampDone(award, event, "2022-07-25");
    expect(stamped(event)).toEqual(fields);
  });

  test("a day that somebody has entered stays", () => {
    const event = anEvent("登録済みにする", "2022-07-22");
    stampDone(award, event, "2022-07-25");
    expect(event.record?.registerDone?.value).toBe("2022-07-22");
  });
});
