import type { RowProblem } from "../../domain/imports/row-problem.ts";
import type { ListRow } from "../../domain/imports/list-table.ts";
import type { ColumnChoice } from "../../domain/imports/propose-columns.ts";
import type { Message } from "../../i18n/message.ts";
import type { RecordChange } from "../../kintone/gateway.ts";
import type { SettingsSectionContext } from "../settings-section.ts";
import type { ChosenList, ListKind } from "./chosen-list.ts";

type FieldChange<Field extends string> = {
  readonly field: Field;
  readonly from: string;
  readonly to: string;
};

/** A record that is added, or changed from one value to another. */
export type ImportStep<Field extends string> = {
  readonly kind: "add" | "update";
  readonly row: number;
  readonly name: string;
  /** Saved in requests of its own before the others, which refer to it. */
  readonly isFirst?: boolean;
  /** The differences of an update. */
  readonly changes?: ReadonlyArray<FieldChange<Field>>;
};

/** A plan made after it was applied is empty. */
export type ImportPlan<Step> = {
  readonly steps: readonly Step[];
  /** Count of records that are as the list says already. */
  readonly same: number;
  /** Rows that are left out. */
  readonly problems: readonly RowProblem[];
  /** Values that are left out, while the row is taken. */
  readonly notes: readonly RowProblem[];
  /** Records that the list does not name; they stay as they are. */
  readonly unnamed: readonly string[];
};

/** A further source of a list than files and copied cells. */
type OtherSource<Field extends string, Known> = {
  readonly label: Message;
  readonly whenEmpty: Message;
  toList(known: Known): ChosenList<Field> | null;
};

/** A kind of list that the settings page imports. */
export type ImportKind<
  Field extends string,
  Known,
  Step extends ImportStep<Field>,
> = ListKind<Field> & {
  readonly id: string;
  /** Id of the section, where findings lead to it. */
  readonly anchor?: string;
  readonly texts: Readonly<
    Record<
      | "title"
      | "start"
      | "intro"
      | "file"
      | "empty"
      | "neededMissing"
      | "nothing"
      | "notes",
      Message
    >
  >;
  readonly labels: Readonly<Record<Field, Message>>;
  readonly otherSource?: OtherSource<Field, Known>;
  /** Reads everything that a list is compared with. */
  load(context: SettingsSectionContext): Promise<Known>;
  /** Says why nothing can be applied; null where it can. */
  obstacleOf(known: Known): Message | null;
  plan(
    rows: readonly ListRow[],
    columns: ColumnChoice<Field>,
    known: Known,
  ): ImportPlan<Step>;
  /** One line about what an addition holds. */
  describe(step: Step): string;
  /** Changes of up to 100 steps, applied together or not at all. */
  toChanges(steps: readonly Step[]): RecordChange[];
  finished(p: { readonly total: number; readonly present: number }): Message;
  countPresent(context: SettingsSectionContext): Promise<number>;
};
