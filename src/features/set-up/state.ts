import type { FederationEntity } from "../../provision/plan/federation.ts";
import type { Progress, Refusal } from "../../provision/apply/apply-plan.ts";
import type { SetUp } from "../../provision/set-up/plan-set-up.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { FederationChoice, Finding } from "./read-facts.ts";
import type { messages } from "./messages.ts";

/** Everything the page of five steps shows, and what happens when it is used. */
export type SetUpView = {
  readonly t: Translator<typeof messages>;
  readonly findings: readonly Finding[];
  readonly choices: readonly FederationChoice[];
  /** Null while it is read, and where reading failed. */
  setUp: SetUp | null;
  federation: FederationEntity | null;
  progress: Progress | null;
  isStopping: boolean;
  isDone: boolean;
  isPlanNew: boolean;
  error: string | null;
  refusals: readonly Refusal[];
  readonly onFederation: (choice: number) => void;
  readonly onMake: () => void;
  readonly onStop: () => void;
  readonly onAgain: () => void;
  readonly onGoOn: () => void;
};
