import type { Check } from "../../feature-kit/settings-section.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { PagePaths } from "../../kintone/page-paths.ts";
import type { Programme } from "../../programmes/index.ts";
import type { Difference } from "../../provision/plan/list-differences.ts";
import type { SetFacts } from "./check-set.ts";
import type { FormState } from "./form-state.ts";
import type { SiteFacts } from "./gather-facts.ts";
import type { SiteCheckMessages } from "./messages.ts";

export type Facts = {
  readonly set: SetFacts;
  /** Null where the site could not be asked. */
  readonly site: SiteFacts | null;
  readonly differences: readonly Difference[];
  /** By the edition's id; open editions alone. */
  readonly forms: ReadonlyMap<string, FormState>;
};

/** Everything that the findings are made of. */
export type Ground = {
  readonly t: Translator<SiteCheckMessages>;
  readonly hrefs: Pick<PagePaths, "app" | "appSettings" | "record">;
  readonly programme: Programme;
  readonly today: string;
  readonly closedDays: readonly string[];
  readonly facts: Facts;
};

export const fine = (text: string): Check => ({
  level: "ok",
  text,
  affected: [],
  repair: null,
});

export const look = (
  text: string,
  repair: Check["repair"],
  affected: readonly string[] = [],
): Check => ({ level: "look", text, affected, repair });

export const note = (...parts: Parameters<typeof look>): Check => ({
  ...look(...parts),
  level: "note",
});
