import type { AppKey } from "../../apps/index.ts";
import { toRestRecord } from "../../app-kit/to-rest-record.ts";
import { editions } from "../../apps/index.ts";
import type { LayoutRow } from "../../app-kit/layout-rows.ts";
import type { FieldProperties } from "../../app-kit/field-properties.ts";
import { AppError } from "../../errors/app-error.ts";
import { SiteError } from "../connect/site-error.ts";
import { mergeLayout } from "../plan/merge-layout.ts";
import type { Step } from "../plan/step.ts";
import { markLine, pluginMarkerOf } from "../site/marker.ts";
import { renameReferences } from "../site/references.ts";
import { idOf, type ApplyContext } from "./context.ts";
import { deployApps } from "./deploy.ts";
import { inSiteCodes } from "./site-codes.ts";
import { findRival } from "../site/find-unlisted.ts";
import { writers, writeViews, type RefusedPart } from "./write-setting.ts";

const FORBIDDEN = 403;

type StepOf<K extends Step["kind"]> = Extract<Step, { kind: K }>;

/** Groups take an administrator of cybozu.com, whom few offices have at hand. */
const createGroup = async (
  { connection: { directory } }: ApplyContext,
  { code, name }: StepOf<"create-group">,
): Promise<void> => {
  try {
    await directory.addGroup(code, name);
  } catch (cause) {
    if (cause instanceof SiteError && cause.status === FORBIDDEN)
      throw new AppError(
        "provision/no-group-right",
        { code, name, detail: cause.message, id: cause.id },
        { cause },
      );
    throw cause;
  }
};

/**
 * Ends the later of two runs that begin at the same moment; its next run goes on
 * with the other's app.
 *
 * @throws AppError `provision/held-elsewhere`
 */
const stopForRival = async (
  { connection: { client }, memory }: ApplyContext,
  key: AppKey,
  own: { readonly app: string; readonly description: string },
): Promise<void> => {
  const rival = await findRival(client, own);
  if (rival === null) return;
  await memory.remember(key, rival);
  throw new AppError("provision/held-elsewhere", { app: rival, own: own.app });
};

const createApp = async (
  context: ApplyContext,
  { app: key, name }: StepOf<"create-app">,
): Promise<void> => {
  const { client, findSpace } = context.connection;
  // 募集回 is made first; 商工会 may be another set's.
  const isFirst = key === "editions";
  const { app } = await client.app.addApp({ name, ...(await findSpace?.()) });
  // At once: kintone does not list the app before it is published.
  await context.memory.remember(key, app);
  context.ids.set(key, app);
  const description = String(context.desired.apps[key].general.description);
  await client.app.updateAppSettings({ app, description });
  if (isFirst) await stopForRival(context, key, { app, description });
};

const withIds = (
  context: ApplyContext,
  properties: FieldProperties,
): FieldProperties =>
  renameReferences(
    properties,
    (app) => [...context.ids].find(([key]) => key === app)?.[1] ?? app,
  );

type FormProperties = Parameters<
  ApplyContext["connection"]["client"]["app"]["addFormFields"]
>[0]["properties"];

const writeFields = async (
  context: ApplyContext,
  { kind, app: key, properties }: StepOf<"add-fields" | "update-fields">,
): Promise<void> => {
  const { app } = context.connection.client;
  const params = {
    app: idOf(context, key),
    // The declarations produce kintone's own property shapes.
    properties: withIds(context, properties) as FormProperties,
  };
  await (kind === "add-fields"
    ? app.addFormFields(params)
    : app.updateFormFields(params));
};

/** Reads the form again: fields added since are at its end. */
const writeLayout = async (
  context: ApplyContext,
  { app: key }: StepOf<"layout">,
): Promise<void> => {
  const { client } = context.connection;
  const app = idOf(context, key);
  const { layout: present } = await client.app.getFormLayout({
    app,
    preview: true,
  });
  const layout = mergeLayout(
    context.desired.apps[key].layout,
    // The client's layout is a union per field type; only codes and ids are read.
    present as unknown as readonly LayoutRow[],
  );
  await client.app.updateFormLayout({
    app,
    layout: layout as unknown as Parameters<
      typeof client.app.updateFormLayout
    >[0]["layout"],
  });
};

const sendPlugin = async (
  { connection: { client, upload }, pluginZip }: ApplyContext,
  { kind, id }: StepOf<"install-plugin" | "update-plugin">,
): Promise<void> => {
  if (pluginZip === null) throw new Error("A plugin was planned without a zip");
  const fileKey = await upload({ name: "plugin.zip", bytes: pluginZip });
  await (kind === "install-plugin"
    ? client.plugin.installPlugin({ fileKey })
    : client.plugin.updatePlugin({ id, fileKey }));
};

const recordPlugin = async (
  context: ApplyContext,
  { app, hash }: StepOf<"record-plugin">,
): Promise<void> => {
  const { description } = context.desired.apps[app].general;
  await context.connection.client.app.updateAppSettings({
    app: idOf(context, app),
    description: `${String(description)}${markLine(pluginMarkerOf(hash))}`,
  });
};

const NOTHING_REFUSED: readonly RefusedPart[] = [];

/**
 * Does one step of a plan. Steps before it must have been done.
 *
 * @returns what kintone refused of it, while it took the rest
 */
export const applyStep = async (
  context: ApplyContext,
  step: Step,
): Promise<readonly RefusedPart[]> => {
  const { client } = context.connection;
  switch (step.kind) {
    case "create-group":
      await createGroup(context, step);
      return NOTHING_REFUSED;
    case "create-app":
      await createApp(context, step);
      return NOTHING_REFUSED;
    case "add-fields":
    case "update-fields":
      await writeFields(context, step);
      return NOTHING_REFUSED;
    case "delete-fields":
      await client.app.deleteFormFields({
        app: idOf(context, step.app),
        fields: [...step.codes],
      });
      return NOTHING_REFUSED;
    case "layout":
      await writeLayout(context, step);
      return NOTHING_REFUSED;
    case "setting":
      return (
        (await writers[step.setting](
          client,
          idOf(context, step.app),
          await inSiteCodes(context, step.app),
        )) ?? NOTHING_REFUSED
      );
    case "delete-views":
      return writeViews(
        client,
        idOf(context, step.app),
        (await inSiteCodes(context, step.app)).views,
        step.names,
      );
    case "install-plugin":
    case "update-plugin":
      await sendPlugin(context, step);
      return NOTHING_REFUSED;
    case "record-plugin":
      await recordPlugin(context, step);
      return NOTHING_REFUSED;
    case "remove-plugin":
      await client.plugin.uninstallPlugin({ id: step.id });
      return NOTHING_REFUSED;
    case "add-plugin":
      await client.app.addPlugins({
        app: idOf(context, step.app),
        ids: [step.id],
      });
      return NOTHING_REFUSED;
    case "add-edition":
      await client.record.addRecord({
        app: idOf(context, step.app),
        record: toRestRecord(editions, step.edition),
      });
      return NOTHING_REFUSED;
    default:
      await deployApps(context, step.apps);
      return NOTHING_REFUSED;
  }
};
