import type { AppRecord } from "../../apps/records.ts";
import type { DeadlineClock } from "../../domain/due-facts.ts";
import type { Programme } from "../../programmes/index.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { NoticeEdition } from "./load-notice.ts";
import type { NoticeMessages } from "./messages.ts";

export type NoticeStatus =
  | { readonly kind: "loading" | "missing" }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "ready"; readonly edition: NoticeEdition };

export type NoticePage = {
  readonly programme: Programme;
  readonly t: Translator<NoticeMessages>;
  readonly status: NoticeStatus;
  readonly record: AppRecord<"answers">;
  /** Blank where the app of nominations cannot be found. */
  readonly createHref: string;
  readonly textToCopy: string | null;
  readonly clock: DeadlineClock;
  onRead(): void;
  onNone(): void;
  onPassedOn(passedOn: string): void;
  onCopy(edition: NoticeEdition): void;
  onDownload(file: NoticeEdition["noticeFiles"][number]): void;
};
