import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
  vi,
} from "vitest";
import { withVersion } from "../../src/domain/checklist-version.ts";
import type { AppRecord, AppRecordInput } from "../../src/apps/records.ts";
import { startDemoSite } from "../support/demo-site.ts";
import type { DemoSite } from "../support/demo-site.ts";
import { gatewayOf, lookAtPlaces } from "../support/four-places.ts";

const TODAY = "2022-08-01";
const EDITION = "クラウド実践大賞 2022";
const PAST = "クラウド実践大賞 2021";

type Nomination = AppRecord<"nominations">;
type Edition = AppRecord<"editions">;

let demo: DemoSite;
let nomination: Nomination;
let edition: Edition;
beforeAll(async () => {
  // The command reads the clock of its machine.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(`${TODAY}T03:00:00Z`) });
  // The chosen edition is kept by the tab.
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  demo = await startDemoSite(TODAY);
});
afterAll(async () => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  await demo.close();
});

const gateway = () => gatewayOf(demo, "hamano");
const places = () =>
  lookAtPlaces(demo, { user: "hamano", today: TODAY, edition: EDITION });

beforeEach(async () => {
  const [first] = await gateway()
    .listRecords("nominations", {
      fields: ["status", "edition"],
      limit: 500,
    })
    .then((all) =>
      all.filter((one) => one.status === "登録済" && one.edition === EDITION),
    );
  nomination = await gateway().fetchRecord("nominations", first?.id ?? "");
  const [own] = (
    await gateway().listRecords("editions", { fields: ["name"] })
  ).filter(({ name }) => name === EDITION);
  edition = await gateway().fetchRecord("editions", own?.id ?? "");
});

afterEach(async () => {
  await gateway().updateRecord("editions", edition.id, {
    threshold: edition.threshold,
    checklist: edition.checklist,
    checklistStatus: edition.checklistStatus,
    checklistVersions: edition.checklistVersions,
  });
  await gateway().updateRecord("nominations", nomination.id, {
    edition: nomination.edition,
    nominationKind: nomination.nominationKind,
    registeredName: nomination.registeredName,
    corporateNumber: nomination.corporateNumber,
    checklist: nomination.checklist,
    consentDate: nomination.consentDate,
    registerDone: nomination.registerDone,
    confirmedEdition: nomination.confirmedEdition,
  });
});

const change = (values: AppRecordInput<"nominations">) =>
  gateway().updateRecord("nominations", nomination.id, values);
const changeEdition = (values: AppRecordInput<"editions">) =>
  gateway().updateRecord("editions", edition.id, values);

type Tampering = {
  readonly what: string;
  readonly tamper: () => Promise<unknown>;
  readonly severity: "block" | "warning";
  readonly says: RegExp;
};

const CASES: readonly Tampering[] = [
  {
    what: "the firm is renamed",
    tamper: () => change({ registeredName: "株式会社別の名称" }),
    severity: "block",
    says: /^名称が確認後に変わりました（.+ → 株式会社別の名称）/,
  },
  {
    what: "another number is entered",
    tamper: () => change({ corporateNumber: "7000012050002" }),
    severity: "block",
    says: /^法人番号が確認後に変わりました（.+ → 7000012050002）/,
  },
  {
    what: "points are raised",
    tamper: () =>
      change({
        checklist: nomination.checklist.map((row, index) =>
          index === 0 ? { ...row, itemPoints: 99 } : row,
        ),
      }),
    severity: "block",
    says: /配点が違う項目：A1/,
  },
  {
    what: "the list is replaced",
    tamper: () =>
      change({
        checklist: nomination.checklist.map((row) => ({
          ...row,
          id: null,
          itemId: `X${row.itemId}`,
        })),
      }),
    severity: "block",
    says: /足りない項目：A1、.*募集回にない項目：XA1/,
  },
  {
    what: "an item is doubled",
    tamper: () =>
      change({
        checklist: nomination.checklist.flatMap((row, index) =>
          index === 0 ? [row, { ...row, id: null }] : [row],
        ),
      }),
    severity: "block",
    says: /二度ある項目：A1/,
  },
  {
    what: "the threshold is raised later",
    tamper: () => changeEdition({ threshold: 25 }),
    severity: "warning",
    says: /いまの条件では\d+ \/ 25点で、基準未満です/,
  },
  {
    what: "the checklist is made official later",
    tamper: () => {
      const official = edition.checklist.map((row) => ({
        ...row,
        itemText: `公式 ${row.itemText}`,
      }));
      return changeEdition({
        checklistStatus: "公式",
        checklist: official,
        // The edition's page writes them at each save.
        checklistVersions: withVersion(
          edition.checklistVersions,
          edition.checklist,
          official,
        ),
      });
    },
    severity: "warning",
    says: /募集回の前の条件で採点されています（\d+点）。いまの条件では\d+ \/ 12点で、基準以上です/,
  },
  {
    what: "a done date is before the consent",
    tamper: () => change({ consentDate: TODAY, registerDone: "2022-07-31" }),
    severity: "block",
    says: /同意を得た日より前です/,
  },
  {
    what: "a done date is in the future",
    tamper: () => change({ registerDone: "2022-08-31" }),
    severity: "block",
    says: /まだ来ていない日付です/,
  },
  {
    what: "a clock that was set back has stamped the day",
    tamper: () => change({ registerDone: "2021-08-01" }),
    severity: "block",
    says: /募集の開始より前です/,
  },
  {
    what: "it becomes 自薦, which no sheet lists",
    tamper: () => change({ nominationKind: "自薦" }),
    severity: "block",
    says: /^推薦の区分が確認後に変わりました（他薦 → 自薦）/,
  },
  {
    what: "it belonged to another edition when it was confirmed",
    tamper: () => change({ confirmedEdition: PAST }),
    severity: "block",
    says: /^募集回が確認後に変わりました/,
  },
];

const NOTHING = { blocks: [], warnings: [] };

test("a record as it was confirmed is named nowhere", async () => {
  const { page, board, dialog, commandLine } = places();
  expect(await page(nomination.id)).toEqual(NOTHING);
  expect(await board(nomination.id)).toEqual(NOTHING);
  expect(await dialog(nomination.id)).toEqual(NOTHING);
  expect((await commandLine()).code).toBe(0);
});

describe.each(CASES)("when $what", ({ tamper, severity, says }) => {
  test("page, board, dialog and command line say the same", async () => {
    await tamper();
    const { page, board, dialog, commandLine } = places();
    const said = await page(nomination.id);
    expect(said[severity === "block" ? "warnings" : "blocks"]).toEqual([]);
    const sentences = [...said.blocks, ...said.warnings];
    expect(
      sentences.some((one) => says.test(one)),
      sentences.join(),
    ).toBe(true);
    expect(await board(nomination.id)).toEqual(said);
    expect(await dialog(nomination.id)).toEqual(said);
    const { code, printed, isMade } = await commandLine();
    expect([code, isMade]).toEqual(
      severity === "block" ? [1, false] : [0, true],
    );
    for (const sentence of sentences)
      expect(printed).toContain(`#${nomination.id} ${sentence}`);
  });
});

test("a record that is moved to another edition is missed in its own: board, dialog and command line block", async () => {
  await change({ edition: PAST });
  const { page, board, dialog, commandLine } = places();
  const sentence = `募集回が確認後に変わりました（${EDITION} → ${PAST}）。名称の確認をやり直してください。`;
  expect((await page(nomination.id)).blocks).toContain(sentence);
  const said = { blocks: [sentence], warnings: [] };
  expect(await board(nomination.id)).toEqual(said);
  expect(await dialog(nomination.id)).toEqual(said);
  const { code, printed, isMade } = await commandLine();
  expect([code, isMade]).toEqual([1, false]);
  expect(printed).toContain(`#${nomination.id} ${sentence}`);
});
