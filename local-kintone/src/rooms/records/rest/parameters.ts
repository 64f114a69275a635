import { notJson } from "../../../ground/errors.ts";
import { own } from "../../../ground/own.ts";
import {
  dropBlank,
  id,
  integer,
  isObject,
  object,
  optional,
  parseShape,
} from "../../../ground/shape.ts";
import type { Shape } from "../../../ground/shape.ts";
import type { ApiContext } from "../../../model/endpoint.ts";
import type { SentRecord } from "../build-values.ts";
import type { Scope } from "../../rights/scope.ts";
import { openScope } from "../../rights/scope.ts";

/** Reads the parameters of a request; a blank one in a query string counts as absent. */
export const readParams = <T>(context: ApiContext, shape: Shape<T>): T =>
  parseShape(shape, dropBlank(context.params));

/** The app that a request names, opened for its caller. */
export const openApp = (context: ApiContext): Scope =>
  openScope(context, readParams(context, object({ app: id() })).app);

/** `revision`: -1 or nothing means unchecked. */
export const revision = (): Shape<number | undefined> =>
  optional(integer({ min: -1 }));

const said = { ja: "真偽値でなければなりません。", en: "must be boolean." };

/** `true`, `false` or the same as text, refused in kintone's words. */
export const flag = (): Shape<boolean> => ({
  read: (value, path, notes) => {
    if (value === true || value === "true") return true;
    if (value === false || value === "false") return false;
    notes.add(path, said);
    return false;
  },
});

/** A record as sent. What is no object is answered like broken JSON. */
export const sentRecord = (holder: unknown): SentRecord => {
  if (!isObject(holder)) throw notJson();
  const record = own(holder, "record") ?? {};
  if (!isObject(record)) throw notJson();
  return record;
};
