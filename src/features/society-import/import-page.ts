import type { Language } from "../../i18n/message.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { ChosenList, ImportState } from "./import-state.ts";
import type { SocietyImportMessages } from "./messages.ts";

/** Everything the section shows, and what happens when it is used. */
export type ImportPage = {
  readonly t: Translator<SocietyImportMessages>;
  readonly language: Language;
  readonly state: ImportState;
  onOpen(): void;
  onClose(): void;
  onFile(file: File): void;
  onPaste(text: string): void;
  onSite(): void;
  onSheet(list: ChosenList, sheet: number): void;
  onProposal(list: ChosenList, proposal: ChosenList["proposal"]): void;
  onApply(): void;
  onStop(): void;
  onGoOn(list: ChosenList): void;
};

export type PreviewState = Extract<ImportState, { kind: "preview" }>;
