import { holds } from "../rights/entities.ts";
import type { Match } from "../rights/entities.ts";
import {
  filesOf,
  readValue,
  rowsOf,
  textOf,
  textsOf,
} from "../../language/query/values.ts";
import { own, putOwn } from "../../ground/own.ts";
import type { FieldValue, StoredRecord } from "../../model/model.ts";
import { formOf, isEnabled } from "../../model/form.ts";
import type { FormField } from "../../model/form.ts";
import type { Scope } from "../rights/scope.ts";
import { emptyValue } from "./values.ts";

type RenderedField = { type: string; value: unknown };
export type RenderedRecord = Record<string, RenderedField>;

type RenderValue = (record: StoredRecord) => unknown;
type Part = { code: string; visible: Match; type: string; value: RenderValue };

type Named = ReadonlyMap<string, { name: string }>;

/** People and groups that are gone keep their code as their name. */
const named = (codes: string[], names: Named) =>
  codes.map((code) => ({ code, name: names.get(code)?.name ?? code }));

const namesByType = (scope: Scope): Record<string, Named> => ({
  USER_SELECT: scope.site.store.users,
  ORGANIZATION_SELECT: scope.site.store.organizations,
  GROUP_SELECT: scope.site.store.groups,
});

/** The read value of a stored value that is no table. */
const renderer = (
  scope: Scope,
  type: string,
): ((value: FieldValue | undefined) => unknown) => {
  const names = namesByType(scope)[type];
  if (names) return (value) => named(textsOf(value), names);
  if (type === "FILE")
    return (value) =>
      filesOf(value).map(({ contentType, fileKey, name, size }) => ({
        contentType,
        fileKey,
        name,
        size,
      }));
  const empty = emptyValue(type);
  return (value) => value ?? empty;
};

const tablePart = (scope: Scope, field: FormField): RenderValue => {
  const columns = (formOf(scope.settings).columns.get(field.code) ?? []).map(
    (column) => ({
      code: column.code,
      type: column.type,
      visible: scope.access.visibility(column.code),
      render: renderer(scope, column.type),
    }),
  );
  return (record) =>
    rowsOf(own(record.values, field.code)).map((row) => ({
      id: row.id,
      value: Object.fromEntries(
        columns
          .filter(({ visible }) => holds(visible, record))
          .map(({ code, type, render }) => [
            code,
            { type, value: render(own(row.value, code)) },
          ]),
      ),
    }));
};

const systemPart = (scope: Scope, field: FormField): RenderValue => {
  const { app, settings } = scope;
  const { users } = scope.site.store;
  const read = readValue(field, settings);
  switch (field.type) {
    case "RECORD_NUMBER":
      return ({ id }) => (app.code === "" ? String(id) : `${app.code}-${id}`);
    case "CREATOR":
    case "MODIFIER":
      return (record) => named([textOf(read(record))], users)[0];
    case "STATUS_ASSIGNEE":
      return (record) => named(record.assignees, users);
    default:
      return (record) => read(record) ?? "";
  }
};

const valuePart = (scope: Scope, field: FormField): RenderValue => {
  if (field.type === "SUBTABLE") return tablePart(scope, field);
  const render = renderer(scope, field.type);
  const { code } = field;
  return (record) => render(own(record.values, code));
};

const ID: Part = {
  code: "$id",
  visible: true,
  type: "__ID__",
  value: ({ id }) => String(id),
};
const REVISION: Part = {
  code: "$revision",
  visible: true,
  type: "__REVISION__",
  value: ({ revision }) => String(revision),
};

/** Fields of an app that a caller may see, each with how its value is read. */
const partsOf = (scope: Scope, fields?: readonly string[]): Part[] => {
  const { settings, access } = scope;
  const form = formOf(settings);
  const toPart =
    (toValue: (scope: Scope, field: FormField) => RenderValue) =>
    (field: FormField): Part => ({
      code: field.code,
      visible: access.visibility(field.code),
      type: field.type,
      value: toValue(scope, field),
    });
  const system = [...form.system.values()].filter((field) =>
    isEnabled(settings, field),
  );
  const stored = form.stored.filter((field) => isEnabled(settings, field));
  const wanted = fields && new Set(fields);
  return [
    ...system.map(toPart(systemPart)),
    ...stored.map(toPart(valuePart)),
    REVISION,
    ID,
  ].filter(
    ({ code, visible }) => visible !== false && (wanted?.has(code) ?? true),
  );
};

/**
 * Records as REST reads them: what the caller may not see is left out.
 *
 * @param fields - codes to answer; without them everything
 * @see https://cybozu.dev/ja/kintone/docs/overview/field-types/
 */
export const createRenderer = (
  scope: Scope,
  fields?: readonly string[],
): ((record: StoredRecord) => RenderedRecord) => {
  const parts = partsOf(scope, fields);
  return (record) => {
    const rendered: RenderedRecord = {};
    for (const { code, visible, type, value } of parts)
      if (holds(visible, record))
        putOwn(rendered, code, { type, value: value(record) });
    return rendered;
  };
};

/**
 * The same as a list in JSON, each record encoded by itself: a page of 500 records is some
 * 20,000 values, and joining them to one text before it is encoded takes as long as finding them.
 */
export const createJsonRenderer = (
  scope: Scope,
  fields?: readonly string[],
): ((records: readonly StoredRecord[], isFirst: boolean) => Uint8Array[]) => {
  const parts = partsOf(scope, fields).map((part) => ({
    ...part,
    head: `${JSON.stringify(part.code)}:{"type":${JSON.stringify(part.type)},"value":`,
  }));
  const toText = (record: StoredRecord): string => {
    let text = "";
    for (const { visible, head, value } of parts)
      if (holds(visible, record))
        text += `${text === "" ? "" : ","}${head}${JSON.stringify(value(record))}}`;
    return `{${text}}`;
  };
  return (records, isFirst) =>
    records.map((record, index) =>
      Buffer.from(`${isFirst && index === 0 ? "" : ","}${toText(record)}`),
    );
};
