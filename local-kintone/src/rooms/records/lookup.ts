import { format, parseDecimal } from "../../ground/decimal.ts";
import { readValue, textOf } from "../../language/query/values.ts";
import { isObject } from "../../ground/shape.ts";
import type {
  AppSettings,
  FieldValue,
  StoredRecord,
} from "../../model/model.ts";
import { lookupNotFound } from "./errors.ts";
import { formOf } from "../../model/form.ts";
import type { FormField } from "../../model/form.ts";
import { toScope } from "../rights/scope.ts";
import type { Scope } from "../rights/scope.ts";
import { findByValue } from "./value-index.ts";
import { emptyValue } from "./values.ts";

type LookupMapping = { field: string; relatedField: string };
export type Lookup = {
  key: FormField;
  app: number;
  relatedKeyField: string;
  mappings: LookupMapping[];
};

const text = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** The lookup of a field, or null. */
const lookupOf = (key: FormField): Lookup | null => {
  const { lookup } = key.property;
  if (!isObject(lookup) || !isObject(lookup.relatedApp)) return null;
  const mappings = Array.isArray(lookup.fieldMappings)
    ? lookup.fieldMappings.filter(isObject)
    : [];
  return {
    key,
    app: Number(text(lookup.relatedApp.app)),
    relatedKeyField: text(lookup.relatedKeyField),
    mappings: mappings.map((it) => ({
      field: text(it.field),
      relatedField: text(it.relatedField),
    })),
  };
};

const cache = new WeakMap<AppSettings, Lookup[]>();

export const lookupsOf = (settings: AppSettings): Lookup[] => {
  const known = cache.get(settings);
  if (known) return known;
  const lookups = [...formOf(settings).byCode.values()].flatMap(
    (field) => lookupOf(field) ?? [],
  );
  cache.set(settings, lookups);
  return lookups;
};

/** Codes that lookups fill; what is sent for them is ignored (SG:doc/kintone-behavior-notes.md §10). */
export const copyTargetsOf = (settings: AppSettings): ReadonlySet<string> =>
  new Set(
    lookupsOf(settings).flatMap(({ mappings }) =>
      mappings.map(({ field }) => field),
    ),
  );

const recordId = (value: string, appCode: string): number => {
  const prefix = `${appCode}-`;
  const digits =
    appCode !== "" && value.startsWith(prefix)
      ? value.slice(prefix.length)
      : value;
  return Number(digits);
};

const findSource = (
  source: Scope,
  keyField: FormField,
  value: string,
): StoredRecord | undefined => {
  const { site, app } = source;
  if (keyField.type === "RECORD_NUMBER")
    return site.store.records(app.id).get(recordId(value, app.code));
  const number = keyField.type === "NUMBER" ? parseDecimal(value) : null;
  const wanted = number ? format(number) : value;
  return findByValue(site, app, keyField.code, wanted)[0];
};

const copiedValue = (
  source: Scope,
  field: FormField,
  record: StoredRecord,
  target: FormField,
): FieldValue => {
  if (field.type === "RECORD_NUMBER") {
    const hasCode = source.app.code !== "" && target.type !== "NUMBER";
    return hasCode ? `${source.app.code}-${record.id}` : String(record.id);
  }
  const value = readValue(field, source.settings)(record);
  const isPerson = field.type === "CREATOR" || field.type === "MODIFIER";
  if (isPerson) return [{ code: textOf(value) }];
  const isBlank = value === undefined || value === null || value === "";
  return isBlank ? emptyValue(target.type) : value;
};

/** The other app as the caller may use it, or null. */
const openSource = (scope: Scope, app: number): Scope | null => {
  const related = scope.site.store.apps.get(app);
  if (!related?.live) return null;
  const source = toScope(scope.site, scope.caller, related);
  return source.access.app.recordViewable ? source : null;
};

const mayRead = (source: Scope, record: StoredRecord, codes: string[]) =>
  source.access.recordRights(record).viewable &&
  codes.every((code) => source.access.fieldRights(code, record).viewable);

/**
 * Resolves a lookup: values for its own and its target fields by key. The
 * caller must be allowed to see the other app, the record and the fields copied
 * (counting every one of them is the stricter reading of the error's wording).
 *
 * @throws ApiError GAIA_LO04
 */
export const resolveLookup = (
  scope: Scope,
  lookup: Lookup,
  key: string,
): Record<string, FieldValue> => {
  const { byCode } = formOf(scope.settings);
  const targets = lookup.mappings.flatMap(({ field, relatedField }) => {
    const target = byCode.get(field);
    return target ? [{ target, relatedField }] : [];
  });
  if (key === "")
    return Object.fromEntries(
      targets.map(({ target }) => [target.code, emptyValue(target.type)]),
    );
  const notFound = () => lookupNotFound(lookup.key.code, key);
  const source = openSource(scope, lookup.app);
  const fields = source && formOf(source.settings).byCode;
  const keyField = fields?.get(lookup.relatedKeyField);
  if (!source || !fields || !keyField) throw notFound();
  const record = findSource(source, keyField, key);
  const read = [keyField.code, ...targets.map((it) => it.relatedField)];
  if (!record || !mayRead(source, record, read)) throw notFound();
  return Object.fromEntries(
    targets.map(({ target, relatedField }) => {
      const field = fields.get(relatedField);
      return [
        target.code,
        field
          ? copiedValue(source, field, record, target)
          : emptyValue(target.type),
      ];
    }),
  );
};
