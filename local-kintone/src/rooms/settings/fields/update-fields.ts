import { invalidInput } from "../../../ground/api-error.ts";
import type { Localised } from "../../../ground/api-error.ts";
import type { ApiContext } from "../../../model/endpoint.ts";
import { fieldCodeNotFound } from "../../../ground/errors.ts";
import { own } from "../../../ground/own.ts";
import {
  boolean,
  dictionary,
  id,
  isObject,
  messages,
  noting,
  object,
  ourMessages,
  parseShape,
} from "../../../ground/shape.ts";
import type { Notes, Shape } from "../../../ground/shape.ts";
import type {
  AppSettings,
  FieldProperty,
  JsonObject,
} from "../../../model/model.ts";
import {
  openForWriting,
  revisionShape,
  savePreview,
} from "../../rights/open-app.ts";
import { appendColumns } from "../layout/append-field.ts";
import { noUniqueColumn, readNewColumn } from "./add-fields.ts";
import { duplicateCode, newFieldCode } from "./field-code.ts";
import { requireFieldEntities } from "./field-entities.ts";
import {
  CHOICE_TYPES,
  isAddable,
  SYSTEM_TYPES,
  TYPES_WITHOUT_PLACE,
} from "../../../model/field-types.ts";
import { allFields } from "../../../model/form-fields.ts";
import { originsOf, renameOptions, renameOrigins } from "./origins.ts";
import {
  checkProperty,
  readLabel,
  readMembers,
  ruleOf,
  settleProperty,
} from "./read-field.ts";
import { renameEverywhere } from "./rename-field.ts";
import { settleReferences } from "./settle-references.ts";
import { plainText } from "../../../ground/plain.ts";

type Given = Record<string, unknown>;
type Option = { label: string; index: string | number };

const fixed: Localised = {
  ja: "変更できません。",
  en: "This cannot be changed.",
};

const rawProperties: Shape<Record<string, Given>> = {
  read: (value, path, notes) => {
    const member: Shape<Given> = {
      read: (it, at) => {
        if (isObject(it)) return it;
        notes.add(at, ourMessages.wrongType);
        return {};
      },
    };
    const read = dictionary(member).read(value, path, notes) ?? {};
    if (Object.keys(read).length === 0) notes.add(path, messages.required);
    return read;
  },
};

/** Fields without rules of their own: name and visibility of the label only. */
const updateSystemField = (
  field: FieldProperty,
  given: Given,
  path: string,
  notes: Notes,
) => {
  if (
    given.enabled !== undefined &&
    plainText(given.enabled) !== plainText(field.enabled)
  )
    notes.add(`${path}.enabled`, fixed);
  if (given.noLabel === undefined || field.noLabel === undefined) return field;
  return {
    ...field,
    noLabel: boolean().read(given.noLabel, `${path}.noLabel`, notes),
  };
};

const isLabelled = (option: unknown, key: string): boolean =>
  isObject(option) && option.label === key;

/** Options given with an update replace the set; each key is a current name or a new one. */
const readOptions = (
  field: FieldProperty,
  given: Record<string, unknown>,
  path: string,
  notes: Notes,
): Record<string, Option> => {
  const current = (field.options ?? {}) as Record<string, Option>;
  const options = Object.entries(given).map(
    ([key, option]): [string, Given] => [
      key,
      isObject(option) ? { label: key, ...option } : {},
    ],
  );
  for (const [key] of options)
    if (!own(current, key) && !isLabelled(given[key], key))
      notes.add(`${path}.options[${key}].label`, {
        ja: "新しい選択肢のキーとラベルが一致していません。",
        en: "The key of a new option must be equal to its label.",
      });
  return Object.fromEntries(options) as unknown as Record<string, Option>;
};

const updateType = (
  field: FieldProperty,
  given: Given,
  path: string,
  notes: Notes,
) => {
  const isMissing = given.type === undefined || given.type === null;
  if (isMissing) notes.add(`${path}.type`, messages.required);
  else if (given.type !== field.type) notes.add(`${path}.type`, fixed);
};

/**
 * Default after its options were renamed. One whose option went away stays and is refused
 * with the rest of the field.
 *
 * @see https://github.com/kintone-labs/kintone-java-sdk/blob/master/src/test/java/com/cybozu/kintone/client/module/app/AppTest.java
 */
const followDefault = (
  value: unknown,
  labels: ReadonlyMap<string, string>,
): unknown => {
  if (Array.isArray(value))
    return value.map((it) => labels.get(plainText(it)) ?? plainText(it));
  return typeof value === "string" ? (labels.get(value) ?? value) : value;
};

const labelsOf = (options: unknown): Map<string, string> =>
  new Map(
    Object.entries((options ?? {}) as Record<string, Option>).map(
      ([key, { label }]) => [key, label],
    ),
  );

const isSame = (given: unknown, current: unknown) =>
  given === undefined || given === current;

const updateField = (
  field: FieldProperty,
  given: Given,
  path: string,
  notes: Notes,
): FieldProperty => {
  updateType(field, given, path, notes);
  const label =
    given.label === undefined || given.label === null
      ? field.label
      : readLabel(given, path, notes);
  if (SYSTEM_TYPES.has(field.type) || !isAddable(field.type))
    return { ...updateSystemField(field, given, path, notes), label };
  const isLookup = field.lookup !== undefined;
  if (!isLookup && isObject(given.lookup)) notes.add(`${path}.lookup`, fixed);
  const settled = isObject(given.options)
    ? { ...given, options: readOptions(field, given.options, path, notes) }
    : given;
  const noted = noting(notes);
  const members = readMembers(
    settled,
    ruleOf(field.type, isLookup),
    path,
    noted,
  );
  if (noted.failed) return field;
  if (field.type === "LINK" && !isSame(members.protocol, field.protocol))
    notes.add(`${path}.protocol`, fixed);
  const updated: FieldProperty = { ...field, ...members, label };
  const keepsDefault =
    given.defaultValue === undefined || given.defaultValue === null;
  if (members.options && keepsDefault)
    updated.defaultValue = followDefault(
      field.defaultValue,
      labelsOf(members.options),
    );
  checkProperty(updated, path, notes);
  return updated;
};

type Update = {
  settings: AppSettings;
  renames: Map<string, string>;
  /** Table code → columns that are new. */
  added: Map<string, FieldProperty[]>;
  optionLabels: Map<string, Map<string, string>>;
};

const readCodeChange = (
  field: FieldProperty,
  given: Given,
  path: string,
  notes: Notes,
  update: Update,
) => {
  const { code } = given;
  if (code === undefined || code === null || code === field.code) return;
  if (TYPES_WITHOUT_PLACE.has(field.type)) {
    notes.add(`${path}.code`, fixed);
    return;
  }
  const read = newFieldCode().read(code, `${path}.code`, notes);
  if (read !== undefined) update.renames.set(field.code, read);
};

const noteOptions = (
  before: FieldProperty,
  after: FieldProperty,
  update: Update,
) => {
  if (CHOICE_TYPES.has(before.type) && after.options !== before.options)
    update.optionLabels.set(before.code, labelsOf(after.options));
};

const applyTo = (
  fields: Record<string, FieldProperty>,
  given: Record<string, Given>,
  path: string,
  notes: Notes,
  update: Update,
): Record<string, FieldProperty> =>
  Object.fromEntries(
    Object.entries(fields).map(([code, field]) => {
      const change = own(given, code);
      if (!change) return [code, field];
      const at = `${path}[${code}]`;
      const updated = updateField(field, change, at, notes);
      readCodeChange(field, change, at, notes, update);
      noteOptions(field, updated, update);
      if (field.type !== "SUBTABLE" || !isObject(change.fields))
        return [code, updated];
      const columns = updateColumns(
        field,
        change.fields,
        `${at}.fields`,
        notes,
        update,
      );
      return [code, { ...updated, fields: columns }];
    }),
  );

/** Columns that are named are changed or, when unknown, added; the others stay. */
const updateColumns = (
  table: FieldProperty,
  given: Given,
  path: string,
  notes: Notes,
  update: Update,
): Record<string, FieldProperty> => {
  const columns = table.fields ?? {};
  const known = Object.entries(given).filter(
    (entry): entry is [string, Given] =>
      isObject(entry[1]) && Object.hasOwn(columns, entry[0]),
  );
  const fresh = Object.entries(given)
    .filter(([code]) => !Object.hasOwn(columns, code))
    .map(([code, column]) =>
      readNewColumn(column, code, `${path}[${code}]`, notes),
    )
    .filter((column) => column !== null);
  for (const [code, column] of known)
    if (column.unique === true || column.unique === "true")
      notes.add(`${path}[${code}].unique`, noUniqueColumn);
  update.added.set(table.code, fresh);
  const changed = applyTo(
    columns,
    Object.fromEntries(known),
    path,
    notes,
    update,
  );
  return {
    ...changed,
    ...Object.fromEntries(fresh.map((column) => [column.code, column])),
  };
};

/** The one that takes a code is at fault, not the one that has it. */
const requireUniqueCodes = (
  fields: Record<string, FieldProperty>,
  { renames }: Update,
) => {
  const codes = allFields(fields).map(({ field }) => field.code);
  const seen = new Set(codes.filter((code) => !renames.has(code)));
  for (const code of codes.filter((it) => renames.has(it))) {
    const next = renames.get(code) ?? code;
    if (seen.has(next))
      throw invalidInput({
        [`properties[${code}].code`]: { messages: [duplicateCode] },
      });
    seen.add(next);
  }
};

const settleAll = (
  fields: Record<string, FieldProperty>,
): Record<string, FieldProperty> =>
  Object.fromEntries(
    Object.entries(fields).map(([code, field]) => {
      const settled = settleProperty(field);
      const columns = field.fields && settleAll(field.fields);
      return [code, columns ? { ...settled, fields: columns } : settled];
    }),
  );

const moveOrigins = (settings: AppSettings, update: Update): AppSettings => {
  let origins = originsOf(settings);
  for (const [code, labels] of update.optionLabels)
    origins = renameOptions(origins, code, labels);
  return { ...settings, origins: renameOrigins(origins, update.renames) };
};

/**
 * Changes fields of the preview form: the key is the current code, `code` renames.
 * A new column of a table is added through its table.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/form/update-form-fields/
 */
export const updateFields = (context: ApiContext): JsonObject => {
  const shape = object({
    app: id(),
    properties: rawProperties,
    revision: revisionShape,
  });
  const params = parseShape(shape, context.params);
  const app = openForWriting(context, params);
  const { settings } = app.preview;
  for (const code of Object.keys(params.properties))
    if (!Object.hasOwn(settings.fields, code)) throw fieldCodeNotFound(code);

  const update: Update = {
    settings,
    renames: new Map(),
    added: new Map(),
    optionLabels: new Map(),
  };
  const reading: Shape<Record<string, FieldProperty>> = {
    read: (_value, path, notes) =>
      applyTo(settings.fields, params.properties, path, notes, update),
  };
  const changed = settleAll(parseShape(reading, null, "properties"));
  requireUniqueCodes(changed, update);
  const touched = Object.fromEntries(
    Object.entries(changed).filter(([code]) =>
      Object.hasOwn(params.properties, code),
    ),
  );
  requireFieldEntities(context.site, touched);
  const fields = settleReferences(context, changed, touched);
  const layout = appendColumns(settings.layout, update.added);
  const renamed = renameEverywhere(
    { ...settings, fields, layout },
    update.renames,
  );
  return savePreview(context, app, moveOrigins(renamed, update));
};
