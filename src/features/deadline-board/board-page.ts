import type { Language } from "../../i18n/message.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { LoadedBoard } from "./load-board.ts";
import type { messages } from "./messages.ts";

/** What the cards can narrow the list of nominations to. */
export type LineFilter =
  | { kind: "pressing" }
  | { kind: "overdue" }
  | { kind: "week" }
  | { kind: "returned" }
  | { kind: "late" };

/** What the view draws and what it may ask for. */
export type BoardPage = {
  t: Translator<typeof messages>;
  loaded: LoadedBoard;
  now: number;
  timeZone: string;
  filter: LineFilter;
  /** Lines shown; the rest waits behind a button. */
  lineLimit: number;
  /** A text the clipboard refused, shown for copying by hand. */
  textToCopy: string | null;
  hrefOf(recordId: string): string;
  createHref: string;
  onEdition(name: string): void;
  onFilter(filter: LineFilter): void;
  onMore(): void;
  onReload(): void;
  onCopy(text: string): void;
};

export const languageOf = (page: BoardPage): Language => page.t.language;
