import type { Language } from "../../i18n/message.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { LoadedBoard } from "./load-board.ts";
import type { messages } from "./messages.ts";

/** The filters that the cards offer for the list of nominations. */
export type LineFilter =
  | { kind: "pressing" }
  | { kind: "overdue" }
  | { kind: "week" }
  | { kind: "returned" }
  | { kind: "late" };

/** The values and actions that the view uses. */
export type BoardPage = {
  t: Translator<typeof messages>;
  loaded: LoadedBoard;
  now: number;
  timeZone: string;
  filter: LineFilter;
  /** Number of lines shown; a button shows the rest. */
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
