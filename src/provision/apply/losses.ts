import type { FieldProperty } from "../../app-kit/field-properties.ts";
import type { AppKey } from "../../apps/index.ts";
import type { SiteClient } from "../connect/site-client.ts";
import type { Plan } from "../plan/step.ts";
import type { ActualSite } from "../site/actual.ts";

/** A field that is to be deleted, and how much is in it. */
export type Loss = {
  readonly app: AppKey;
  readonly field: string;
  /** Records with a value that the user may see; null where nobody can tell. */
  readonly filled: number | null;
};

const UNSET_CHOICE = (code: string) => `${code} not in ("")`;
const UNSET_TEXT = (code: string) => `${code} != ""`;
const NOT_EMPTY = (code: string) => `${code} is not empty`;

/** @see https://cybozu.dev/ja/kintone/docs/overview/query/ */
const conditions: Readonly<Record<string, (code: string) => string>> = {
  SINGLE_LINE_TEXT: UNSET_TEXT,
  LINK: UNSET_TEXT,
  NUMBER: UNSET_TEXT,
  CALC: UNSET_TEXT,
  DATE: UNSET_TEXT,
  TIME: UNSET_TEXT,
  DATETIME: UNSET_TEXT,
  MULTI_LINE_TEXT: NOT_EMPTY,
  RICH_TEXT: NOT_EMPTY,
  FILE: NOT_EMPTY,
  CHECK_BOX: UNSET_CHOICE,
  MULTI_SELECT: UNSET_CHOICE,
  DROP_DOWN: UNSET_CHOICE,
  RADIO_BUTTON: UNSET_CHOICE,
  USER_SELECT: UNSET_CHOICE,
  ORGANIZATION_SELECT: UNSET_CHOICE,
  GROUP_SELECT: UNSET_CHOICE,
};

/** Parts of a form that keep nothing of their own. */
const HOLD_NOTHING = new Set(["GROUP", "REFERENCE_TABLE"]);

const countFilled = async (
  client: SiteClient,
  app: string,
  { code, type }: FieldProperty,
): Promise<number | null> => {
  if (HOLD_NOTHING.has(type)) return 0;
  const condition = conditions[type];
  if (condition === undefined) return null;
  const { totalCount } = await client.record.getRecords({
    app,
    query: `${condition(code)} limit 1`,
    totalCount: true,
  });
  return totalCount === null ? null : Number(totalCount);
};

/** Counts what the records would lose by the deletions of a plan. */
export const fetchLosses = async (
  client: SiteClient,
  { steps }: Plan,
  { apps }: ActualSite,
): Promise<Loss[]> => {
  const losses: Loss[] = [];
  for (const step of steps) {
    if (step.kind !== "delete-fields") continue;
    const present = apps[step.app];
    for (const field of step.codes) {
      const property = present?.settings.fields[field];
      const isUnknown = present?.isLive !== true || property === undefined;
      losses.push({
        app: step.app,
        field,
        filled: isUnknown
          ? null
          : await countFilled(client, present.id, property),
      });
    }
  }
  return losses;
};
