import { beforeEach, expect, test } from "vitest";
import { weekdayNotice } from "../../../../src/features/weekday-notice/index.ts";
import type {
  KintoneGlobal,
  PageEvent,
  PageRecord,
} from "../../../../src/kintone/page-api.ts";
import { aPageRecord } from "../../../support/page-records.ts";

const handlers = new Map<string, (event: PageEvent) => unknown>();
const notices: string[] = [];

beforeEach(() => {
  handlers.clear();
  notices.length = 0;
});

const say = async (_type: string, message: string): Promise<void> => {
  notices.push(message);
};

/** As much of kintone's page as the notice touches; the fiscal year of the clock is 2022. */
const open = async (device: "desktop" | "mobile"): Promise<void> => {
  const app = { getId: () => 3, record: { get: () => null } };
  globalThis.kintone = {
    $PLUGIN_ID: "plugin",
    events: {
      on: (types: readonly string[], handler: (event: PageEvent) => unknown) =>
        types.forEach((type) => handlers.set(type, handler)),
    },
    app,
    mobile: { app, showNotification: say },
    showNotification: say,
    plugin: { app: { getConfig: () => ({}) } },
    getLoginUser: () => ({
      code: "staff",
      language: "ja",
      timezone: "Asia/Tokyo",
    }),
  } as unknown as KintoneGlobal; // A stand-in with the members that this test needs.
  const { mountFeatures } =
    await import("../../../../src/feature-kit/mount.ts");
  mountFeatures(device, [weekdayNotice]);
};

const line = (value: string) => ({ type: "SINGLE_LINE_TEXT", value });
const lines = (value: string) => ({ type: "MULTI_LINE_TEXT", value });

const edition = (noticeText: string): PageRecord => ({
  name: line("クラウド実践大賞 2022"),
  editionState: { type: "DROP_DOWN", value: "募集中" },
  fiscalYear: { type: "NUMBER", value: "2022" },
  federationName: line("海原県商工会連合会"),
  noticeText: lines(noticeText),
  formMap: lines(""),
  checklist: { type: "SUBTABLE", value: [] },
});

const answer = (dueReason: string): PageRecord => ({
  edition: line("クラウド実践大賞 2022"),
  society: line("青浜商工会"),
  answer: { type: "RADIO_BUTTON", value: "未開封" },
  answeredOn: { type: "DATE", value: "" },
  answeredBy: { type: "USER_SELECT", value: [] },
  reason: lines(""),
  dueReason: lines(dueReason),
});

const nomination = (evidence: string): PageRecord => {
  const record = aPageRecord(["はい"], {
    consentNominate: { type: "DROP_DOWN", value: "" },
    nominationKind: { type: "RADIO_BUTTON", value: "" },
    nameCheck: { type: "RADIO_BUTTON", value: "未確認" },
    societyOrder: { type: "NUMBER", value: "" },
  });
  const rows = record.checklist?.value as Array<{ value: PageRecord }>; // made above
  Object.assign(rows[0]?.value.evidence ?? {}, { value: evidence });
  return record;
};

const fire = async (type: string, record: PageRecord) =>
  handlers.get(type)?.({ type, record });

const WRONG = "2022年8月1日(火)";
const SENTENCE = `「${WRONG}」の曜日が日付と合いません。8/1(月)です。`;

test.each([
  ["a new edition's notice", "desktop", "app.record.create.submit", edition],
  ["an edition's notice", "desktop", "app.record.edit.submit", edition],
  ["a society's own date", "desktop", "app.record.edit.submit", answer],
  ["a row of a checklist", "desktop", "app.record.edit.submit", nomination],
  ["a cell of a list", "desktop", "app.record.index.edit.submit", nomination],
  ["a phone", "mobile", "mobile.app.record.edit.submit", answer],
  [
    "a new record on a phone",
    "mobile",
    "mobile.app.record.create.submit",
    nomination,
  ],
] as const)(
  "a date typed with another day's weekday is said when %s is saved",
  async (_where, device, type, recordOf) => {
    await open(device);
    await fire(type, recordOf(WRONG));
    expect(notices).toEqual([SENTENCE]);
    await fire(type, recordOf("2022年8月1日(月)"));
    expect(notices).toEqual([SENTENCE]);
  },
);

test("a weekday that was wrong before is not said again when something else is typed", async () => {
  await open("desktop");
  await fire("app.record.edit.show", edition(WRONG));
  await fire("app.record.edit.submit", edition(`${WRONG}までに回答`));
  expect(notices).toEqual([]);
  await fire("app.record.edit.submit", edition(`${WRONG}、7月27日(木)`));
  expect(notices).toEqual([
    "「7月27日(木)」の曜日が日付と合いません。7/27(水)です。",
  ]);
});
