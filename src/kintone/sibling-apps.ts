import type { AppKey } from "../apps/app-key.ts";
import { AppError } from "../errors/app-error.ts";
import type { FormField } from "./page-api.ts";

/** App ids as strings; an app is absent where nothing points to it. */
export type AppIds = Partial<Readonly<Record<AppKey, string>>>;

type Fields = Readonly<Record<string, FormField>>;

const lookupTarget = (fields: Fields, code: string): string | undefined =>
  fields[code]?.lookup?.relatedApp.app;

const relatedTarget = (fields: Fields, code: string): string | undefined =>
  fields[code]?.referenceTable?.relatedApp.app;

/** Fields that point from an app to its siblings. */
const pointers = {
  lookups: { edition: "editions", society: "societies" },
  // The editions app lists what belongs to an edition, and so knows the rest.
  related: {
    nominationList: "nominations",
    answerList: "answers",
    deliveryList: "deliveries",
  },
} as const satisfies Record<string, Record<string, AppKey>>;

/** The siblings that one app's fields name. */
export const readPointers = (fields: Fields): AppIds => {
  const found: Partial<Record<AppKey, string>> = {};
  for (const [code, key] of Object.entries(pointers.lookups)) {
    const target = lookupTarget(fields, code);
    if (target !== undefined) {
      found[key] = target;
    }
  }
  for (const [code, key] of Object.entries(pointers.related)) {
    const target = relatedTarget(fields, code);
    if (target !== undefined) {
      found[key] = target;
    }
  }
  return found;
};

/**
 * All apps of the set that `app` belongs to: what the settings override, else
 * what the lookups of this app and the related records of the editions app say.
 *
 * @param fetchFields - fields of another app; asked for the editions app only
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/form/get-form-fields/
 */
export const findSiblingApps = async (options: {
  app: AppKey;
  appId: string;
  fields: Fields;
  overrides: AppIds;
  fetchFields: (appId: string) => Promise<Fields>;
}): Promise<AppIds> => {
  const own = { ...readPointers(options.fields), [options.app]: options.appId };
  const editions = options.overrides.editions ?? own.editions;
  const viaEditions =
    editions === undefined || options.app === "editions"
      ? {}
      : readPointers(await options.fetchFields(editions));
  return { ...viaEditions, ...own, ...options.overrides };
};

/** @throws AppError `apps/not-found` naming the app that nothing points to */
export const requireApp = (ids: AppIds, key: AppKey): string => {
  const id = ids[key];
  if (id === undefined) {
    throw new AppError("apps/not-found", { app: key });
  }
  return id;
};
