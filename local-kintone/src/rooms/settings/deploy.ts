import { invalidInput } from "../../ground/api-error.ts";
import type { ApiContext } from "../../model/endpoint.ts";
import {
  conflictingData,
  deployRunning,
  staleRevision,
  tooManyParameters,
} from "../../ground/errors.ts";
import {
  boolean,
  dropBlank,
  id,
  list,
  object,
  parseShape,
  withDefault,
} from "../../ground/shape.ts";
import type { Shape } from "../../ground/shape.ts";
import type {
  App,
  AppSettings,
  DeployJob,
  JsonObject,
  Origins,
} from "../../model/model.ts";
import { guarded } from "../../ground/guarded.ts";
import type { Site } from "../../model/site.ts";
import { findApp, requireAppAdmin, revisionShape } from "../rights/open-app.ts";
import { toLive, toPreview } from "./default-settings.ts";
import { checkDeployable } from "./deploy-checks.ts";
import { followRenames } from "./follow-renames.ts";
import { migrateRecords } from "./migrate-records.ts";
import { breaksUniqueness } from "./unique-check.ts";

const MAX_APPS = 300;

const stamp = (site: Site) =>
  `${new Date(site.clock.now()).toISOString().slice(0, 19)}Z`;

const requireApp = (site: Site, appId: number): App => {
  const app = site.store.apps.get(appId);
  if (!app) throw new Error(`App ${appId} is gone`);
  return app;
};

const originsOf = (app: App, live: AppSettings): Origins =>
  app.preview.settings.origins ??
  toPreview(live).origins ?? { fields: {}, options: {}, states: {} };

class DataConflict extends Error {}

const renamesIn = (origins: Origins): Map<string, string> =>
  new Map(
    Object.entries(origins.fields)
      .filter(([code, was]) => code !== was)
      .map(([code, was]) => [was, code]),
  );

/** Makes the preview copy of one app live, records and all. Gives the new revision. */
const applyDeploy = (site: Site, appId: number, by: string): number => {
  const app = requireApp(site, appId);
  const next = toLive(app.preview.settings);
  const revision = app.preview.revision + 1;
  const live = app.live?.settings;
  const origins = live && originsOf(app, live);
  if (live && origins) migrateRecords(site, appId, live, next, origins);
  if (breaksUniqueness(site, appId, next)) throw new DataConflict();
  site.store.saveApp({
    ...app,
    live: { revision, settings: next },
    preview: { revision, settings: toPreview(next) },
    modifier: by,
    modifiedAt: stamp(site),
    deploy: "SUCCESS",
  });
  if (origins) followRenames(site, appId, renamesIn(origins));
  return revision;
};

/**
 * Reverting an app that was never deployed changes nothing and succeeds
 * (rychhr/terraform-provider-kintone, July 2026).
 */
const applyRevert = (site: Site, appId: number): void => {
  const app = requireApp(site, appId);
  const preview = app.live
    ? {
        revision: app.preview.revision + 1,
        settings: toPreview(app.live.settings),
      }
    : app.preview;
  site.store.saveApp({ ...app, preview, deploy: "SUCCESS" });
};

const settle = (
  site: Site,
  job: DeployJob,
  outcome: (app: App) => App["deploy"],
) => {
  for (const appId of job.apps) {
    // Tests can delete an app while its deploy is under way.
    const app = site.store.apps.get(appId);
    if (app) site.store.saveApp({ ...app, deploy: outcome(app) });
  }
};

/** Carries out a job: all of its apps or none. */
const finishJob = (site: Site, job: DeployJob): void =>
  site.store.transaction(() => {
    let failing = 0;
    try {
      site.store.transaction(() => {
        for (const appId of job.apps) {
          failing = appId;
          if (job.revert) applyRevert(site, appId);
          else applyDeploy(site, appId, job.by);
        }
      });
    } catch (error) {
      if (!(error instanceof DataConflict))
        console.error(`local-kintone: deploy of app ${failing} failed`, error);
      settle(site, job, (app) => (app.id === failing ? "FAIL" : "CANCEL"));
    }
    site.store.removeDeployJob(job.id);
  });

const timersOf = (site: Site): Map<number, NodeJS.Timeout> => {
  const known = site.volatile.get("deployTimers");
  // The key is ours: nobody else puts anything there.
  if (known) return known as Map<number, NodeJS.Timeout>;
  const created = new Map<number, NodeJS.Timeout>();
  site.volatile.set("deployTimers", created);
  return created;
};

const schedule = (site: Site, job: DeployJob): void => {
  const timers = timersOf(site);
  const timer = setTimeout(() => {
    timers.delete(job.id);
    guarded("a deploy", () => {
      if (site.store.deployJobs.has(job.id)) finishJob(site, job);
    });
  }, site.options.deployDelayMs);
  timers.set(job.id, timer.unref());
};

/** Takes up what was accepted before the process ended. */
export const resumeDeploys = (site: Site): void => {
  for (const job of site.store.deployJobs.values()) schedule(site, job);
};

export const stopDeploys = (site: Site): void => {
  const timers = timersOf(site);
  for (const timer of timers.values()) clearTimeout(timer);
  timers.clear();
};

/** Apps whose deploy nobody has asked about yet: the first answer is always PROCESSING. */
const unreportedDeploys = (site: Site): Set<number> => {
  const known = site.volatile.get("deployUnasked");
  // The key is ours: nobody else puts anything there.
  if (known) return known as Set<number>;
  const created = new Set<number>();
  site.volatile.set("deployUnasked", created);
  return created;
};

/** Recorded: kintone-labs/kintone-js-sdk. */
const duplicateApp = {
  ja: "アプリIDが重複しています。",
  en: "App ID is duplicated.",
};

const requireEachOnce = (
  ids: readonly number[],
  pathOf: (index: number) => string,
) => {
  const again = ids.findIndex((appId, i) => ids.indexOf(appId) !== i);
  if (again < 0) return;
  throw invalidInput({ [pathOf(again)]: { messages: [duplicateApp] } });
};

/**
 * Accepts a deploy; it is carried out a moment later.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/deploy-app-settings/
 */
export const postDeploy = (context: ApiContext): JsonObject => {
  const shape = object({
    apps: list(object({ app: id(), revision: revisionShape }), { min: 1 }),
    revert: withDefault(boolean(), false),
  });
  const params = parseShape(shape, context.params);
  if (params.apps.length > MAX_APPS) throw tooManyParameters("apps", MAX_APPS);
  requireEachOnce(
    params.apps.map(({ app }) => app),
    (index) => `apps[${index}].app`,
  );
  const { site } = context;
  const apps = params.apps.map(({ app: appId, revision = -1 }) => {
    const app = findApp(context, appId);
    requireAppAdmin(context, app);
    if (app.deploy === "PROCESSING") throw deployRunning();
    if (revision !== -1 && revision !== app.preview.revision)
      throw staleRevision(appId);
    return app;
  });
  if (!params.revert) checkDeployable(site, apps);
  const ids = apps.map((app) => app.id);
  const job: DeployJob = {
    id: site.store.nextId("deploy"),
    apps: ids,
    revert: params.revert,
    by: context.caller.user.code,
  };
  site.store.saveDeployJob(job);
  for (const app of apps) site.store.saveApp({ ...app, deploy: "PROCESSING" });
  for (const appId of ids) unreportedDeploys(site).add(appId);
  schedule(site, job);
  return {};
};

/** Recorded by kintone-labs/kintone-js-sdk: a fault of one id is reported of the list. */
const appIds: Shape<number[]> = {
  read: (value, path, notes) =>
    list(id(), { max: MAX_APPS }).read(value, path, {
      add: (_at, text) => notes.add(path, text),
    }),
};

/**
 * Refuses an app that is asked for twice, as seen by
 * https://github.com/kintone-labs/kintone-java-sdk (AppTest.java); its text is unverified.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/get-app-deploy-status/
 */
export const getDeploy = (context: ApiContext): JsonObject => {
  const shape = object({ apps: appIds });
  const params = parseShape(shape, dropBlank(context.params));
  requireEachOnce(params.apps, () => "apps");
  const unasked = unreportedDeploys(context.site);
  const apps = params.apps.map((appId): JsonObject => {
    const app = findApp(context, appId);
    requireAppAdmin(context, app);
    const isFirst = unasked.delete(appId);
    // Never deployed: nothing documented fits; FAIL keeps a script from going on.
    const settled = app.deploy === "NONE" ? "FAIL" : app.deploy;
    return { app: String(appId), status: isFirst ? "PROCESSING" : settled };
  });
  return { apps };
};

/**
 * Deploys one app within the request, as a live permission update does.
 *
 * @returns the new revision
 */
export const deployNow = (context: ApiContext, appId: number): number => {
  const { site } = context;
  checkDeployable(site, [requireApp(site, appId)]);
  try {
    return applyDeploy(site, appId, context.caller.user.code);
  } catch (error) {
    if (error instanceof DataConflict) throw conflictingData();
    throw error;
  }
};
