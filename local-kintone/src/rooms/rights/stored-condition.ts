import { compileCondition } from "../../language/query/compile.ts";
import type { RecordTest } from "../../language/query/comparison.ts";
import type { ConditionContext } from "../../language/query/context.ts";
import { ApiError } from "../../ground/api-error.ts";
import type { App, AppSettings, User } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";

/** Conditions in settings are the administrator's: they look at all related records. */
const relatedOf = (site: Site) => (appId: number) => {
  const related = site.store.apps.get(appId);
  if (!related?.live) return null;
  return {
    settings: related.live.settings,
    appCode: related.code,
    records: site.store.records(appId).values(),
    visibility: () => true,
  };
};

/** Inputs for conditions in settings; `LOGINUSER()` in them is the caller. */
export const storedConditionContext = (
  site: Site,
  app: App,
  user: User,
): ConditionContext => ({
  user,
  now: site.clock.now(),
  users: site.store.users,
  organizations: site.store.organizations,
  groups: site.store.groups,
  files: site.store.files,
  appCode: app.code,
  related: relatedOf(site),
  isStored: true,
});

/**
 * A condition of settings as a test; null where it no longer fits the form (a field
 * went away): what that means is the caller's to say.
 */
export const compileStoredCondition = (
  settings: AppSettings,
  text: string,
  context: ConditionContext,
): RecordTest | null => {
  try {
    return compileCondition(settings, text, context);
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
};
