import type { Translator } from "../../i18n/translate.ts";
import type { ReadFinding } from "excel-form";
import type { Programme } from "../../programmes/index.ts";
import type { Correction } from "./corrections.ts";
import type { ReturnMessages } from "./messages.ts";
import type { Choice, ReturnedEntry } from "./view-model.ts";
import type { WriteResult } from "./write-returned.ts";

export type ReturnState =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly error: unknown }
  /** The map must be settled first. */
  | { readonly kind: "missing" | "stale" }
  | { readonly kind: "waiting"; readonly error: unknown }
  | {
      readonly kind: "reading";
      readonly fileName: string;
      readonly progress: { readonly done: number; readonly total: number };
    }
  | {
      readonly kind: "compared";
      readonly fileName: string;
      readonly entries: readonly ReturnedEntry[];
      /** Doubts about the form that nobody has answered yet. */
      readonly doubts: readonly ReadFinding[];
      /** Values read without a doubt, though not as they are written. */
      readonly notes: readonly ReadFinding[];
      readonly choice: Choice;
      readonly results: ReadonlyMap<number, WriteResult>;
      /** Records to write and those dealt with, while it is going on. */
      readonly progress: {
        readonly done: number;
        readonly total: number;
      } | null;
    };

/** A file was read and is shown beside the records. */
export type Compared = Extract<ReturnState, { kind: "compared" }>;

/** The values and actions that the dialog uses. */
export type ReturnPage = {
  readonly programme: Programme;
  readonly t: Translator<ReturnMessages>;
  readonly state: ReturnState;
  readonly societies: readonly string[];
  readonly society: string | null;
  hrefOf(recordId: string): string;
  onFile(file: File): void;
  onCorrect(finding: ReadFinding, correction: Correction): void;
  onSociety(name: string | null): void;
  onToggle(...names: string[]): void;
  /** Gives up the file that is being read. */
  onCancel(): void;
  onOtherFile(): void;
  onReload(): void;
  onWrite(): void;
  onClose(): void;
};
