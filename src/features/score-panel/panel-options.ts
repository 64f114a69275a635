import type { ChecklistAnswer } from "../../domain/model.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { ScoreMessages } from "./messages.ts";

export type Say = Translator<ScoreMessages>;

export type PanelActions = {
  onAnswer: (index: number, answer: ChecklistAnswer | null) => void;
  onEvidence: (index: number, text: string) => void;
  onLeave: () => void;
};

export type PanelOptions = {
  t: Say;
  /** Null on the detail page, where nothing can be changed. */
  actions: PanelActions | null;
  /** On a phone only the first area is open to begin with. */
  isFolded: boolean;
};
