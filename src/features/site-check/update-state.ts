import type { Progress, Refusal } from "../../provision/apply/apply-plan.ts";
import type { SetUp } from "../../provision/set-up/plan-set-up.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { messages } from "./update-messages.ts";

export type UpdateState =
  | { readonly kind: "closed" | "reading" }
  | { readonly kind: "plan"; readonly setUp: SetUp; readonly isNew: boolean }
  | {
      readonly kind: "working";
      readonly progress: Progress | null;
      readonly isStopping: boolean;
    }
  | { readonly kind: "done"; readonly refusals: readonly Refusal[] };

/** Everything the section shows, and what happens when it is used. */
export type UpdatePage = {
  readonly t: Translator<typeof messages>;
  readonly state: UpdateState;
  readonly error: string | null;
  onRead(): void;
  onUpdate(shown: SetUp): void;
  onStop(): void;
  onClose(): void;
};
