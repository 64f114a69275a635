import type { BoardNomination } from "../../domain/board-lines.ts";
import type { LineChoice } from "../../domain/select-lines.ts";
import type { BulkAction } from "../../domain/plan-bulk.ts";
import type { ElsewhereEntry } from "../../feature-kit/other-awards.ts";
import type { Language } from "../../i18n/message.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { ListLinks } from "./list-links.ts";
import type { LoadedBoard } from "./load-board.ts";
import type { messages } from "./messages.ts";

/** The filters that the cards offer for the list of nominations. */
export type LineFilter =
  | "pressing"
  | "all"
  | "overdue"
  | "week"
  | "returned"
  | "late"
  | "nameCheck"
  | "register"
  | "report"
  | "changed";

/** Work on many records: running, or what became of it. */
export type BoardJob =
  | {
      readonly kind: "running";
      readonly label: string;
      readonly done: number;
      readonly total: number;
      stop(): void;
    }
  | {
      readonly kind: "ended";
      readonly sentence: string;
      readonly failures: ReadonlyArray<{
        readonly name: string;
        readonly reason: string;
      }>;
    };

/** The choices of the reader. */
export type BoardChoice = LineChoice & {
  readonly filter: LineFilter;
  /** Number of lines shown; a button shows the rest. */
  readonly lineLimit: number;
  /** Ids of nominations. */
  readonly picked: ReadonlySet<string>;
  /** Ids of societies. */
  readonly pickedSocieties: ReadonlySet<string>;
};

/** Another award's board. */
export type AwardBoard = { readonly name: string; readonly href: string };

/** A firm of this board with its nominations for other awards. */
export type Elsewhere = {
  readonly own: readonly BoardNomination[];
  readonly others: readonly ElsewhereEntry[];
};

/** The values and actions that the view uses. */
export type BoardPage = {
  t: Translator<typeof messages>;
  loaded: LoadedBoard;
  now: number;
  timeZone: string;
  choice: BoardChoice;
  job: BoardJob | null;
  hrefOf(recordId: string): string;
  answerHrefOf(recordId: string): string;
  editionHref: string;
  lists: ListLinks;
  createHref: string;
  /** The boards of the other awards that the user may open. */
  awards: readonly AwardBoard[];
  /** Firms that are nominated for another award as well. */
  elsewhere: readonly Elsewhere[];
  onEdition(name: string): void;
  onChoice(change: Partial<BoardChoice>): void;
  onReload(): void;
  onBulk(action: BulkAction): void;
  /** @param societies - ids */
  onChase(societies: readonly string[]): void;
  onMarkCandidates(): void;
  onChecklists(): void;
  readonly isPhone: boolean;
  onPrint(): void;
  onMakeSheet(): void;
  onSendSheet(): void;
};

export const languageOf = (page: BoardPage): Language => page.t.language;
