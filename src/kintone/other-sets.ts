import { hasErrorCode } from "../errors/user-error.ts";
import type { Programme } from "../programmes/index.ts";
import { identifyApp } from "./app-identity.ts";
import type { Gateway } from "./gateway.ts";
import type { FormField } from "./page-api.ts";
import { identifyProgramme } from "./programme-identity.ts";
import type { AppIds } from "./sibling-apps.ts";

/** Apps of another award on the same site, which the user may open. */
export type OtherSet = {
  readonly programme: Programme;
  readonly nominationsApp: string;
  readonly apps: AppIds;
};

type Reader = Pick<Gateway, "requireAppId" | "fetchFields">;

/**
 * 商工会 shows the nominations of every set, each in a field of its own whose code
 * begins with this.
 */
const POINTER = "societyNominations";

/** kintone names no app that the user may not see. */
const pointersIn = (fields: Readonly<Record<string, FormField>>): string[] =>
  Object.values(fields).flatMap(({ code, referenceTable }) =>
    code.startsWith(POINTER) ? (referenceTable?.relatedApp.app ?? []) : [],
  );

const openSet = async (
  { fetchFields }: Reader,
  app: string,
): Promise<OtherSet[]> => {
  try {
    const fields = await fetchFields(app);
    if (identifyApp(Object.keys(fields)) !== "nominations") return [];
    const editions = fields.edition?.lookup?.relatedApp.app;
    return [
      {
        programme: identifyProgramme({ saved: "", fields }),
        nominationsApp: app,
        apps: { nominations: app, ...(editions !== undefined && { editions }) },
      },
    ];
  } catch (error) {
    if (hasErrorCode(error, "kintone/no-right", "kintone/app-missing"))
      return [];
    throw error;
  }
};

const findOtherSets = async (reader: Reader): Promise<OtherSet[]> => {
  const [societies, own] = await Promise.all([
    reader.requireAppId("societies"),
    reader.requireAppId("nominations"),
  ]);
  const pointers = pointersIn(await reader.fetchFields(societies));
  const others = [...new Set(pointers)].filter((app) => app !== own);
  const sets = await Promise.all(others.map((app) => openSet(reader, app)));
  return sets.flat();
};

/** Apps come and go while no page is open. */
const known = new WeakMap<Reader, Promise<OtherSet[]>>();

/**
 * The sets of the other awards, in the order in which 商工会 names them. Their lists
 * and records are open to the user as far as kintone's own rights go.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/form/get-form-fields/
 */
export const listOtherSets = (reader: Reader): Promise<OtherSet[]> => {
  const sets = known.get(reader) ?? findOtherSets(reader);
  known.set(reader, sets);
  sets.catch(() => known.delete(reader));
  return sets;
};
