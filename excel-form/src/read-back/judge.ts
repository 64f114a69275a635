import type { KeyInfo, ValueKey, Vocabulary } from "../map/vocabulary.ts";
import type { Value } from "../map/report-data.ts";
import type { Placement } from "../map/schema.ts";
import type { FormCell } from "../xlsx/sheet/form-model.ts";
import type { FindingKind } from "./messages.ts";

/** A value as it was read, with the cell that it came from. */
export type Seen = {
  readonly vocabulary: Vocabulary;
  readonly key: ValueKey;
  readonly info: KeyInfo;
  readonly value: Value;
  /** The cell's whole text, or the part of it that is the value's. */
  readonly text: string;
  readonly cell: FormCell;
  readonly placement: Placement;
  /** The cell's own drop-down. */
  readonly options: readonly string[] | undefined;
};

/** A doubt about the value; `value` replaces what was read. */
export type Judgement = {
  readonly kind: FindingKind;
  readonly value?: Value;
};

/** Looks at one kind of value. Null when there is no doubt. */
export type Judge = (seen: Seen) => Judgement | null;

export const plainText = (text: string): string =>
  text.normalize("NFKC").trim();

/** Filling writes text into such a cell itself. */
export const isWrittenAsText = ({ placement }: Seen): boolean =>
  placement.text !== undefined ||
  placement.format !== undefined ||
  placement.marks !== undefined ||
  placement.key.includes("+");

const NOTHING =
  /^(?:[-‐－ー―—–?？×✕…]+|未定|不明|調査中|確認中|空欄|なし|無し?|ありません|該当(?:なし|無し|せず)|n\/?a|tbd)$/i;

/** 「未定」, 「－」 and the like stand for a value that is not there. */
export const isPlaceholder = (text: string): boolean =>
  NOTHING.test(plainText(text).replace(/[\s。.()（）]/g, ""));
