import type { Language } from "../../i18n/message.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { ChosenList } from "./chosen-list.ts";
import type { ImportKind, ImportStep } from "./import-kind.ts";
import type { ImportState } from "./import-state.ts";
import type { importMessages } from "./messages.ts";

/** Everything the section shows, and what happens when it is used. */
export type ImportPage<
  Field extends string,
  Known,
  Step extends ImportStep<Field>,
> = {
  readonly t: Translator<typeof importMessages>;
  readonly language: Language;
  readonly kind: ImportKind<Field, Known, Step>;
  readonly state: ImportState<Field, Known, Step>;
  onOpen(): void;
  onClose(): void;
  onFile(file: File): void;
  onPaste(text: string): void;
  onOther(): void;
  onList(list: ChosenList<Field>): void;
  onApply(): void;
  onStop(): void;
  onGoOn(list: ChosenList<Field>): void;
};
