/**
 * The records that the rules read. They follow from the app declarations:
 * property names are field codes, and values are normalised as `parseRecord`
 * describes. A DATE is `YYYY-MM-DD`, a DATETIME is ISO 8601 in UTC.
 *
 * A rule takes the part it needs (`Pick<Nomination, …>`), so that a page that
 * reads only some fields can use it too.
 */
import type {
  AnswerRecord,
  DeliveryRecord,
  EditionRecord,
  NominationRecord,
  SocietyRecord,
} from "../apps/index.ts";
import type { EntityValue } from "../app-kit/record-type.ts";

export type Entity = EntityValue;

/** An id of one of the programme's milestones. */
export type MilestoneId = string;

export type Edition = EditionRecord;
export type Society = SocietyRecord;
export type Answer = AnswerRecord;
export type Delivery = DeliveryRecord;

/** An item with its answer; the points that kintone calculates are left out. */
export type AnsweredItem = Omit<
  NominationRecord["checklist"][number],
  "earned" | "answered"
>;

export type Nomination = Omit<NominationRecord, "status" | "checklist"> & {
  /** A process state of the programme; `""` until the record was saved. */
  readonly status: string;
  readonly checklist: readonly AnsweredItem[];
};

export type ChecklistItem = Edition["checklist"][number];
export type ChecklistAnswer = NonNullable<AnsweredItem["answer"]>;

export type IncludedNomination = Delivery["included"][number];

export type NominationKind = NonNullable<Nomination["nominationKind"]>;
export type BusinessKind = NonNullable<Nomination["businessKind"]>;
export type Contest = NonNullable<Nomination["contest"]>;

/** The texts that kintone calculates into `verdict`. */
export type VerdictText = "未採点" | "基準未満" | "基準以上";
