import type {
  ChecklistItem,
  Edition,
  Nomination,
} from "../../src/domain/model.ts";
import { withVersion } from "../../src/domain/checklist-version.ts";
import {
  anEdition,
  aRegistered,
  sampleChecklist,
  itemsOf,
} from "./domain-records.ts";

const answered = sampleChecklist(...itemsOf("A", "B", "C"));
export const officialItems: readonly ChecklistItem[] = answered.map(
  ({ id, itemId, itemArea, itemText, itemPoints }) => ({
    id,
    itemId,
    // The areas of the sample are the programme's.
    itemArea: itemArea as ChecklistItem["itemArea"],
    itemText,
    itemPoints,
  }),
);

export const checkedEdition = (changes: Partial<Edition> = {}): Edition =>
  anEdition({
    opensOn: "2022-06-01",
    checklist: officialItems,
    checklistVersions: withVersion("", officialItems),
    ...changes,
  });

/** Registered, confirmed, and answered on the edition's own checklist. */
export const untouched = (changes: Partial<Nomination> = {}): Nomination =>
  aRegistered({
    corporateNumber: "9010005017583",
    checklist: answered,
    ...changes,
  });

/** The firm as confirmed; a change made afterwards leaves these as they were. */
const confirmed = {
  confirmedName: "株式会社青浜商店",
  confirmedNumber: "9010005017583",
  confirmedKind: "法人",
  confirmedEdition: "クラウド実践大賞 2022",
};

type Tampering = {
  readonly what: string;
  readonly nomination: Nomination;
  readonly edition: Edition;
  readonly severity: "block" | "warning";
  /** A part of the sentence that every place shows. */
  readonly says: string;
};

const after = (
  what: string,
  changes: Partial<Nomination>,
  says: string,
): Tampering => ({
  what,
  nomination: untouched({ ...confirmed, ...changes }),
  edition: checkedEdition(),
  severity: "block",
  says,
});

const [first, ...others] = answered;
const newItems = officialItems.map((item) => ({
  ...item,
  itemText: `公式 ${item.itemText}`,
}));

/** The ten ways in which a record differs from what was confirmed or asked for. */
export const TAMPERINGS: readonly Tampering[] = [
  after(
    "the firm is renamed",
    { registeredName: "株式会社赤浜商店" },
    "名称が確認後に変わりました（株式会社青浜商店 → 株式会社赤浜商店）",
  ),
  after(
    "another number is entered",
    { corporateNumber: "7000012050002" },
    "法人番号が確認後に変わりました（9010005017583 → 7000012050002）",
  ),
  after(
    "points are raised",
    {
      checklist: first ? [{ ...first, itemPoints: 99 }, ...others] : [],
      scoreTotal: 110,
    },
    "配点が違う項目：A1",
  ),
  after(
    "the list is replaced",
    {
      checklist: answered.map((row) => ({ ...row, itemId: `X${row.itemId}` })),
    },
    "募集回にない項目：XA1",
  ),
  after(
    "an item is doubled",
    { checklist: first ? [first, ...answered] : [] },
    "二度ある項目：A1",
  ),
  {
    what: "the threshold is raised later",
    nomination: untouched(confirmed),
    edition: checkedEdition({ threshold: 15 }),
    severity: "warning",
    says: "いまの条件では12 / 15点で、基準未満です",
  },
  {
    what: "the checklist is made official later",
    nomination: untouched({ ...confirmed, checklistKind: "サンプル" }),
    edition: checkedEdition({
      checklist: newItems,
      checklistVersions: withVersion("", officialItems, newItems),
    }),
    severity: "warning",
    says: "いまの条件では12 / 12点で、基準以上です",
  },
  after(
    "a done date is before the consent",
    { consentDate: "2022-07-29" },
    "同意を得た日より前です",
  ),
  after(
    "a done date is in the future",
    { registerDone: "2022-08-31" },
    "まだ来ていない日付です",
  ),
  after(
    "it is moved to another edition",
    { confirmedEdition: "クラウド実践大賞 2021" },
    "募集回が確認後に変わりました（クラウド実践大賞 2021 → クラウド実践大賞 2022）",
  ),
];
