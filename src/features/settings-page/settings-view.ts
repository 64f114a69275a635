import type { Translator } from "../../i18n/translate.ts";
import type { messages } from "./messages.ts";
import type { FormProblem, SettingsForm } from "./settings-form.ts";
import type { Check } from "../../feature-kit/settings-section.ts";

/** Everything the settings page shows, and what happens when it is used. */
export type SettingsView = {
  t: Translator<typeof messages>;
  checks: readonly Check[];
  isChecking: boolean;
  form: SettingsForm;
  problems: readonly FormProblem[];
  isBroken: boolean;
  isSaved: boolean;
  saveError: string | null;
  appSettingsHref: string;
  /** Editions whose form can be mapped, in the order to offer them. */
  editionNames: readonly string[];
  editionName: string | undefined;
  onCheck(): void;
  onEdition(name: string): void;
  onInput(change: (form: SettingsForm) => void): void;
  onSave(): void;
};
