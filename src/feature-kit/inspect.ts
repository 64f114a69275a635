import type { AppRecord } from "../apps/records.ts";
import type { PagePaths } from "../kintone/page-paths.ts";
import type { AppIds } from "../kintone/sibling-apps.ts";
import type { Check, SettingsSectionContext } from "./settings-section.ts";

type Options = {
  readonly hrefs: PagePaths;
  readonly today: string;
  readonly closedDays: readonly string[];
  readonly overrides: AppIds;
};

/** Looks at the whole set; what cannot be read is a finding, not a failure. */
export type Inspect = (
  context: SettingsSectionContext,
  options: Options,
) => Promise<{
  readonly editions: ReadonlyArray<AppRecord<"editions">>;
  readonly checks: readonly Check[];
}>;
