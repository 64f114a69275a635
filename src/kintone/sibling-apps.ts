import { isLookup } from "../app-kit/field.ts";
import type { Field } from "../app-kit/field.ts";
import { appKeys, apps } from "../apps/index.ts";
import type { AppKey } from "../apps/index.ts";
import { AppError } from "../errors/app-error.ts";
import { hasErrorCode } from "../errors/user-error.ts";
import type { FormField } from "./page-api.ts";

/** App ids as strings; an app is absent where nothing points to it. */
export type AppIds = Partial<Readonly<Record<AppKey, string>>>;

type FormFields = Readonly<Record<string, FormField>>;

type Pointer = { readonly app: string; readonly kind: "lookup" | "related" };

/** Id of the app that a field points to; null where nobody can tell. */
type TargetOf = (code: string, kind: Pointer["kind"]) => string | null;

const pointerOf = (field: Field): Pointer | undefined => {
  if (isLookup(field)) {
    return { app: field.lookup.app, kind: "lookup" };
  }
  return field.type === "REFERENCE_TABLE"
    ? { app: field.related.app, kind: "related" }
    : undefined;
};

/**
 * The app that a field of the live form names; null for a user who may not see it.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/form/get-form-fields/
 */
const targetIn =
  (fields: FormFields): TargetOf =>
  (code) =>
    fields[code]?.lookup?.relatedApp.app ??
    fields[code]?.referenceTable?.relatedApp.app ??
    null;

/**
 * The siblings that an app's own form names: our declaration says which field
 * points to which app, the page or the live form says which id that is here.
 */
const readPointers = (app: AppKey, targetOf: TargetOf): AppIds => {
  const found: Partial<Record<AppKey, string>> = {};
  const declared: Readonly<Record<string, Field>> = apps[app].fields;
  for (const [code, field] of Object.entries(declared)) {
    const pointer = pointerOf(field);
    const key = appKeys.find((name) => name === pointer?.app);
    const target = pointer === undefined ? null : targetOf(code, pointer.kind);
    if (key !== undefined && target !== null) {
      found[key] ??= target;
    }
  }
  return found;
};

type Surroundings = {
  app: AppKey;
  appId: string;
  fields: FormFields;
  /** The fields of the page's own app. */
  targetApp: TargetOf;
  overrides: AppIds;
  /** Fields of another app; asked for one app at most. */
  fetchFields: (appId: string) => Promise<FormFields>;
};

const isComplete = (ids: AppIds): boolean =>
  appKeys.every((key) => ids[key] !== undefined);

/**
 * The app to ask for apps that this one does not point to: every app names the
 * editions, and these name all but the societies, whom the nominations name.
 */
const intermediateApp = (app: AppKey): AppKey =>
  app === "editions" ? "nominations" : "editions";

const isClosed = (error: unknown): boolean =>
  hasErrorCode(error, "kintone/no-right", "kintone/app-missing");

/** An unreadable app points nowhere; the error is thrown when another app is needed. */
const readFar = async (
  key: AppKey,
  fields: Promise<FormFields>,
): Promise<AppIds> => {
  try {
    return readPointers(key, targetIn(await fields));
  } catch (error) {
    if (isClosed(error)) {
      return {};
    }
    throw error;
  }
};

/**
 * All apps of the set that `app` belongs to: what the settings override, else
 * what this app's lookups and related records say, else what one of those apps
 * says in its turn.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/form/get-form-fields/
 */
export const findSiblingApps = async ({
  app,
  appId,
  fields,
  targetApp,
  overrides,
  fetchFields,
}: Surroundings): Promise<AppIds> => {
  const near: AppIds = {
    ...readPointers(app, targetIn(fields)),
    ...readPointers(app, targetApp),
    [app]: appId,
    ...overrides,
  };
  const other = intermediateApp(app);
  const otherId = near[other];
  if (isComplete(near) || otherId === undefined) {
    return near;
  }
  return { ...(await readFar(other, fetchFields(otherId))), ...near };
};

/**
 * kintone hides the ledger from users without the right, so a missing ledger
 * means a missing right.
 *
 * @throws AppError `apps/not-found` naming the app that nothing points to;
 *   `kintone/no-right` for the ledger
 */
export const requireApp = (ids: AppIds, key: AppKey): string => {
  const id = ids[key];
  if (id !== undefined) return id;
  throw key === "deliveries"
    ? new AppError("kintone/no-right", { id: "" })
    : new AppError("apps/not-found", { app: key });
};
