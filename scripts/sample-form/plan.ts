import type { ColumnEntry } from "excel-form";

/** Wareki as a number format of Excel. */
export const WAREKI = '[$-411]ggge"年"m"月"d"日"';

export type Column = {
  readonly letter: string;
  readonly heading: string;
  readonly width: number;
  readonly format?: string;
  readonly choices?: readonly string[];
  readonly align?: "left" | "center";
  readonly value?: Omit<ColumnEntry, "column" | "subrow">;
};

export type Field = {
  readonly label: string;
  readonly labelArea: string;
  readonly area: string;
  readonly key: string;
  readonly format?: string;
  readonly unitCell?: string;
};

/** Everything in which the sample form of one programme differs from another's. */
export type FormPlan = {
  readonly programmeId: string;
  /** The name of the files beside the code, and of the sheet. */
  readonly fileName: string;
  readonly sheet: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly fields: readonly Field[];
  /** Below the list; the first says that the form is a sample. */
  readonly notes: readonly string[];
};

export const SAMPLE_NOTE =
  "※本様式は標準サンプルです。提出先から指定された様式があるときは、そちらを募集回に登録してください。";
