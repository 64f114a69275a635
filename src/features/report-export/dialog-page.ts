import type { DeliveryKind } from "../../domain/report-selection.ts";
import type { Programme } from "../../programmes/index.ts";
import type { Translator } from "../../i18n/translate.ts";
import type {
  MadeFile,
  MadeReport,
  ReadyReport,
  Typed,
} from "./dialog-state.ts";
import type { messages } from "./messages.ts";

/** The values and actions that the dialog's views use. */
export type DialogPage = {
  programme: Programme;
  t: Translator<typeof messages>;
  typed: Typed;
  editions: ReadonlyArray<{ readonly id: string; readonly name: string }>;
  timeZone: string;
  /** Year that a date typed without one belongs to. */
  year: number;
  hrefOf(recordId: string, field?: string): string;
  ledgerHref(recordId: string): string;
  editionHref(recordId: string, field?: string): string;
  /** Address of the mapping page, at a cell. */
  mappingHref(
    editionId: string,
    place?: { sheet: string; cell: string },
  ): string;
  onEdition(name: string): void;
  onKind(kind: DeliveryKind): void;
  onFirms(ids: ReadonlySet<string>): void;
  onNoneReason(text: string): void;
  onWarningReason(text: string): void;
  onReload(): void;
  onContents(ready: ReadyReport): void;
  onBack(ready: ReadyReport): void;
  onMake(ready: ReadyReport): void;
  onCancel(): void;
  onDownload(file: MadeFile): void;
  onCopy(text: string): void;
  onSent(made: MadeReport): void;
};
