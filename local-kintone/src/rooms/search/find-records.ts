import { holds } from "../rights/entities.ts";
import {
  filesOf,
  readValue,
  rowsOf,
  textOf,
} from "../../language/query/values.ts";
import { formOf } from "../../model/form.ts";
import type { FormField } from "../../model/form.ts";
import { toScope, viewableRecords } from "../rights/scope.ts";
import type { Scope } from "../rights/scope.ts";
import { recordTitle } from "../rights/title.ts";
import { own } from "../../ground/own.ts";
import { isGuestSpace } from "../rights/open-app.ts";
import { personOf } from "../settings/app-answer.ts";
import type {
  App,
  FileValue,
  JsonObject,
  StoredRecord,
} from "../../model/model.ts";
import { plainText } from "./found.ts";
import type { Found, Place } from "./found.ts";

/** Types whose words are looked through. */
const WORDS = new Set([
  "SINGLE_LINE_TEXT",
  "MULTI_LINE_TEXT",
  "RICH_TEXT",
  "LINK",
]);

type Cell = { field: FormField; text: string; files: FileValue[] };

/** Every value that the reader may see, those in rows of tables one by one. */
const cellsOf = (scope: Scope, record: StoredRecord): Cell[] => {
  const { settings, access } = scope;
  const form = formOf(settings);
  const cellOf = (field: FormField, value: Parameters<typeof textOf>[0]) => ({
    field,
    text: WORDS.has(field.type) ? plainText(textOf(value)) : "",
    files: field.type === "FILE" ? filesOf(value) : [],
  });
  const isVisible = ({ code }: FormField) =>
    holds(access.visibility(code), record);
  return form.stored.filter(isVisible).flatMap((field) => {
    const value = readValue(field, settings)(record);
    if (field.type !== "SUBTABLE") return [cellOf(field, value)];
    const columns = (form.columns.get(field.code) ?? []).filter(isVisible);
    return rowsOf(value).flatMap((row) =>
      columns.map((column) => cellOf(column, own(row.value, column.code))),
    );
  });
};

const findInRecord = (
  place: Place,
  scope: Scope,
  record: StoredRecord,
): Found[] => {
  const { site, app } = scope;
  const cells = cellsOf(scope, record);
  const space =
    app.spaceId === null ? undefined : site.store.spaces.get(app.spaceId);
  const base: JsonObject = {
    appId: String(app.id),
    appName: String(scope.settings.general.name ?? ""),
    recordId: String(record.id),
    recordTitle: recordTitle(app, record, scope.access),
  };
  const where: JsonObject = space
    ? { spaceId: String(space.id), spaceName: space.name }
    : {};
  const url = `${place.origin}${place.folder}/${app.id}/show#record=${record.id}`;
  const made = {
    createdAt: record.createdAt,
    creator: personOf(site, record.creator),
  };
  const recordHit = (matched: readonly FormField[]): JsonObject => ({
    ...base,
    ...made,
    matchedFields: matched.map(({ code, property }) => ({
      code,
      label: property.label,
    })),
    ...where,
  });
  const common = { scope: "APP" as const, scopeId: app.id };
  const fieldsWith = (matches: (text: string) => boolean) => [
    ...new Set(
      cells.filter(({ text }) => matches(text)).map(({ field }) => field),
    ),
  ];
  return [
    {
      ...common,
      type: "RECORD",
      texts: cells.map(({ text }) => text),
      creator: record.creator,
      createdAt: record.createdAt,
      url,
      toHit: (matches) => ({ record: recordHit(fieldsWith(matches)) }),
    },
    ...record.comments.map((comment): Found => ({
      ...common,
      type: "RECORD_COMMENT",
      texts: [comment.text],
      creator: comment.creator,
      createdAt: comment.createdAt,
      url: `${url}&comment=${comment.id}`,
      toHit: () => ({
        recordComment: {
          ...base,
          commentId: String(comment.id),
          createdAt: comment.createdAt,
          creator: personOf(site, comment.creator),
          ...where,
        },
      }),
    })),
    ...cells.flatMap(({ field, files }) =>
      files.map((file): Found => ({
        ...common,
        type: "ATTACHMENT",
        texts: [file.name],
        creator: record.creator,
        createdAt: record.createdAt,
        url,
        toHit: () => ({
          attachment: {
            attachedTo: "RECORD",
            fileKey: file.fileKey,
            name: file.name,
            ...made,
          },
          record: recordHit([field]),
        }),
      })),
    ),
  ];
};

/** Finds hits in the apps of a place: those of its guest space, or of none. */
export const findInApps = (place: Place): Found[] => {
  const { site, caller, guestSpaceId } = place;
  const isHere = (app: App) =>
    app.live !== null &&
    (guestSpaceId === null
      ? !isGuestSpace(site, app.spaceId)
      : app.spaceId === guestSpaceId);
  return [...site.store.apps.values()].filter(isHere).flatMap((app) => {
    const scope = toScope(site, caller, app);
    return [...viewableRecords(scope)].flatMap((record) =>
      findInRecord(place, scope, record),
    );
  });
};
