import type { AppSettings } from "../../app-kit/app-settings.ts";
import { appKeys, type AppKey } from "../../apps/index.ts";
import type { ActualSite, InstalledPlugin } from "../site/actual.ts";
import { blankSettings } from "../site/blank-settings.ts";
import { findPluginHash } from "../site/marker.ts";
import type { DesiredPlugin, DesiredSite } from "./desired.ts";
import { isLaidOut } from "./merge-layout.ts";
import {
  planFields,
  stageOf,
  type FieldChanges,
  type FieldStage,
} from "./plan-fields.ts";
import { planSettings, undeclaredViews } from "./plan-settings.ts";
import { isGuestField, planSharedFields } from "./shared-app.ts";
import type { Obstacle, Plan, SettingKind, Step, Undeclared } from "./step.ts";

export type PlanOptions = {
  /** Delete what we did not make. */
  readonly prune?: boolean;
  /** Send the plugin although its contents are installed already. */
  readonly reinstallPlugin?: boolean;
  /** Remove the same plugin that is installed under another id. */
  readonly replacePlugin?: boolean;
};

type AppChanges = {
  readonly key: AppKey;
  readonly isNew: boolean;
  /** It was never published as ours: nobody has put anything into it. */
  readonly isHidden: boolean;
  /** Another set has made it and looks after the rest of it. */
  readonly isShared: boolean;
  readonly needsPublishing: boolean;
  readonly desired: AppSettings;
  readonly actual: AppSettings;
  readonly plugins: readonly string[];
  readonly fields: FieldChanges;
  readonly undeclaredViews: readonly string[];
};

const compareApp = (
  key: AppKey,
  desiredSite: DesiredSite,
  actualSite: ActualSite,
): AppChanges => {
  const desired = desiredSite.apps[key];
  const present = actualSite.apps[key];
  const actual = present?.settings ?? blankSettings;
  const isShared = present?.isShared === true;
  const fields = isShared
    ? planSharedFields(desired, actual, desiredSite.programme)
    : planFields(desired.fields, actual.fields);
  return {
    key,
    isNew: present === undefined,
    isShared,
    isHidden: present?.isLive !== true || present.isAdopted === true,
    needsPublishing:
      present !== undefined &&
      !isShared &&
      (!present.isLive || present.hasPending),
    desired,
    actual,
    plugins: present?.plugins ?? [],
    fields: {
      ...fields,
      undeclared: fields.undeclared.filter(
        (code) => !isGuestField(actual.fields[code], desired),
      ),
    },
    undeclaredViews: isShared ? [] : undeclaredViews(desired, actual),
  };
};

const addFields = (apps: readonly AppChanges[], stage: FieldStage): Step[] =>
  apps
    .filter(({ fields }) => Object.keys(fields.add[stage]).length > 0)
    .map(({ key, fields }) => ({
      kind: "add-fields",
      app: key,
      properties: fields.add[stage],
    }));

const updateFields = (
  { key, fields }: AppChanges,
  stage: FieldStage,
): Step[] => {
  const properties = Object.fromEntries(
    Object.entries(fields.update).filter(
      ([, property]) => stageOf(property) === stage,
    ),
  );
  return Object.keys(properties).length > 0
    ? [{ kind: "update-fields", app: key, properties }]
    : [];
};

const touchedBy = (steps: readonly Step[]): AppKey[] =>
  appKeys.filter((key) =>
    steps.some((step) => "app" in step && step.app === key),
  );

const deploy = (apps: readonly AppKey[]): Step[] =>
  apps.length === 0 ? [] : [{ kind: "deploy", apps }];

/** The rights, and the process whose states the rights of records may name. */
const closingKinds: readonly SettingKind[] = [
  "process",
  "appAcl",
  "recordAcl",
  "fieldAcl",
];

/**
 * The rights of apps that were never published: from its first publication until
 * its rights are set, kintone opens an app to everybody.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/permission/get-app-permissions/
 */
const closeHidden = (apps: readonly AppChanges[]): Step[] =>
  apps
    .filter(({ isHidden }) => isHidden)
    .flatMap(({ key, desired, actual }) =>
      planSettings(desired, actual)
        .filter((setting) => closingKinds.includes(setting))
        .map((setting): Step => ({ kind: "setting", app: key, setting })),
    );

/**
 * New fields, and new targets of those that are there, each kind after what it
 * refers to has been published: kintone lets a lookup or related-records field
 * refer to live apps and fields only.
 */
const planFieldAdditions = (apps: readonly AppChanges[]): Step[] => {
  const created: Step[] = apps
    .filter(({ isNew }) => isNew)
    .map(({ key, desired }) => ({
      kind: "create-app",
      app: key,
      name: String(desired.general.name),
    }));
  const changeFields = (stage: FieldStage): Step[] =>
    apps.flatMap((app) => updateFields(app, stage));
  const lookups = [...addFields(apps, "lookup"), ...changeFields("lookup")];
  const related = [...addFields(apps, "related"), ...changeFields("related")];
  const ground = [
    ...created,
    ...addFields(apps, "plain"),
    ...closeHidden(apps),
  ];
  const unpublished = apps
    .filter(({ needsPublishing }) => needsPublishing)
    .map(({ key }) => key);
  const grounded = appKeys.filter(
    (key) => touchedBy(ground).includes(key) || unpublished.includes(key),
  );
  const hasReferences = lookups.length + related.length > 0;
  return [
    ...ground,
    ...(hasReferences ? deploy(grounded) : []),
    ...lookups,
    ...(related.length > 0 ? deploy(touchedBy(lookups)) : []),
    ...related,
  ];
};

const hasAdditions = ({ add }: FieldChanges): boolean =>
  Object.values(add).some((fields) => Object.keys(fields).length > 0);

const settleApp = (app: AppChanges, prune: boolean): Step[] => {
  const { key, fields, desired, actual } = app;
  const updates = updateFields(app, "plain");
  if (app.isShared) return updates;
  const isDeleting = prune && fields.undeclared.length > 0;
  const needsLayout =
    hasAdditions(fields) || !isLaidOut(desired.layout, actual.layout);
  return [
    ...updates,
    ...(isDeleting
      ? [{ kind: "delete-fields", app: key, codes: fields.undeclared } as const]
      : []),
    ...(needsLayout ? [{ kind: "layout", app: key } as const] : []),
    ...planSettings(desired, actual)
      .filter((setting) => !app.isHidden || !closingKinds.includes(setting))
      .map((setting) => ({ kind: "setting", app: key, setting }) as const),
    ...(prune && app.undeclaredViews.length > 0
      ? [
          {
            kind: "delete-views",
            app: key,
            names: app.undeclaredViews,
          } as const,
        ]
      : []),
  ];
};

/** An update is found by what was sent last, then by the version that is there. */
const isCurrent = (
  { version, hash }: DesiredPlugin,
  installed: InstalledPlugin | undefined,
  { apps }: ActualSite,
): boolean => {
  const description = String(apps.editions?.settings.general.description ?? "");
  return installed?.version === version && findPluginHash(description) === hash;
};

const writesGeneralOf = (steps: readonly Step[], key: AppKey): boolean =>
  steps.some(
    (step) =>
      step.kind === "create-app" ||
      (step.kind === "setting" &&
        step.setting === "general" &&
        step.app === key),
  );

/** @param before - the steps that are done by then */
const planPlugin = (
  { plugin }: DesiredSite,
  actual: ActualSite,
  apps: readonly AppChanges[],
  isForced: boolean,
  before: readonly Step[],
): Step[] => {
  if (plugin === undefined) return [];
  const { id, version, hash } = plugin;
  const installed = actual.plugins.find((candidate) => candidate.id === id);
  const additions = apps
    .filter((app) => !app.plugins.includes(id))
    .map(({ key }) => ({ kind: "add-plugin", app: key, id }) as const);
  if (version === null) return additions;
  const isDone = isCurrent(plugin, installed, actual) && !isForced;
  const kind = installed === undefined ? "install-plugin" : "update-plugin";
  return [
    ...(isDone ? [] : [{ kind, id, version } as const]),
    ...additions,
    ...(isDone && !writesGeneralOf(before, "editions")
      ? []
      : [{ kind: "record-plugin", app: "editions", hash } as const]),
  ];
};

/** The same plugin, signed with another key. */
export const findTwinPlugins = (
  { plugin }: DesiredSite,
  { plugins }: ActualSite,
): InstalledPlugin[] =>
  plugin === undefined
    ? []
    : plugins.filter(
        ({ id, name }) => id !== plugin.id && plugin.names.includes(name),
      );

const findObstacles = (apps: readonly AppChanges[]): Obstacle[] =>
  apps.flatMap(({ key, fields }) =>
    fields.conflicts.map(({ code, actualType, desiredType }) => ({
      code: "provision/type-conflict" as const,
      app: key,
      field: code,
      actualType,
      desiredType,
    })),
  );

const listUndeclared = (apps: readonly AppChanges[]): Undeclared[] =>
  apps.flatMap(({ key, fields, undeclaredViews: views }) => [
    ...fields.undeclared.map(
      (name) => ({ app: key, what: "field", name }) as const,
    ),
    ...views.map((name) => ({ app: key, what: "view", name }) as const),
  ]);

/** Since the last publication among them. */
const unpublishedBy = (steps: readonly Step[]): AppKey[] =>
  appKeys.filter((key) => {
    const changed = steps.findLastIndex(
      (step) => "app" in step && step.app === key,
    );
    const published = steps.findLastIndex(
      (step) => step.kind === "deploy" && step.apps.includes(key),
    );
    return changed > published;
  });

/**
 * Plans the steps that make the site as wanted. Nothing that others
 * made is deleted without `prune`. A plan with obstacles must not be applied.
 */
export const planProvision = (
  desired: DesiredSite,
  actual: ActualSite,
  {
    prune = false,
    reinstallPlugin = false,
    replacePlugin = false,
  }: PlanOptions = {},
): Plan => {
  const apps = appKeys.map((key) => compareApp(key, desired, actual));
  const steps: Step[] = [
    ...desired.groups
      .filter(({ code }) => !actual.groups.includes(code))
      .map(({ code, name }) => ({ kind: "create-group", code, name }) as const),
    ...planFieldAdditions(apps),
    ...apps.flatMap((app) => settleApp(app, prune)),
  ];
  steps.push(...planPlugin(desired, actual, apps, reinstallPlugin, steps));
  const published = new Set(
    steps.flatMap((step) => (step.kind === "deploy" ? step.apps : [])),
  );
  const waiting = apps
    .filter(
      ({ key, needsPublishing }) => needsPublishing && !published.has(key),
    )
    .map(({ key }) => key);
  const toPublish = new Set([...unpublishedBy(steps), ...waiting]);
  const replaced = replacePlugin ? findTwinPlugins(desired, actual) : [];
  return {
    steps: [
      ...steps,
      ...deploy(appKeys.filter((key) => toPublish.has(key))),
      ...replaced.map(({ id, name }): Step => ({
        kind: "remove-plugin",
        id,
        name,
      })),
    ],
    obstacles: findObstacles(apps),
    undeclared: prune ? [] : listUndeclared(apps),
  };
};
