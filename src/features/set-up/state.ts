import type { FederationEntity } from "../../provision/plan/federation.ts";
import type { Progress, Refusal } from "../../provision/apply/apply-plan.ts";
import type { SetUp } from "../../provision/set-up/plan-set-up.ts";
import type { Programme } from "../../programmes/index.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { FederationChoice, Finding } from "./read-facts.ts";
import type { messages } from "./messages.ts";

/** Everything the page of five steps shows, and what happens when it is used. */
export type SetUpView = {
  readonly t: Translator<typeof messages>;
  readonly findings: readonly Finding[];
  readonly choices: readonly FederationChoice[];
  /** Null while it is read, and where reading failed. */
  readonly setUp: SetUp | null;
  /** Those that the site does not have yet. */
  readonly programmes: readonly Programme[];
  readonly programme: Programme;
  readonly federation: FederationEntity | null;
  readonly progress: Progress | null;
  readonly isStopping: boolean;
  readonly isDone: boolean;
  readonly isPlanNew: boolean;
  readonly error: string | null;
  readonly refusals: readonly Refusal[];
  readonly onProgramme: (choice: number) => void;
  readonly onFederation: (choice: number) => void;
  readonly onMake: () => void;
  readonly onStop: () => void;
  readonly onAgain: () => void;
  readonly onGoOn: () => void;
};
