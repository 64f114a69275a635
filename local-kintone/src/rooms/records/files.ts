import { randomBytes } from "node:crypto";
import { accessOf } from "../rights/access.ts";
import { filesOf, rowsOf } from "../../language/query/values.ts";
import type { ApiContext, Caller } from "../../model/endpoint.ts";
import { fileNotFound, noPrivilege } from "../../ground/errors.ts";
import { own } from "../../ground/own.ts";
import type {
  App,
  AppSettings,
  FieldValue,
  FileValue,
  StoredFile,
  StoredRecord,
} from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { formOf } from "../../model/form.ts";

type Place = { app: number; record: number };

/*
 * A long key says where its file is, so that a download can be checked against the
 * rights on that record: 14 digits of time, 32 random ones, app and record in hex.
 */
const LONG_KEY = /^\d{14}[0-9A-F]{32}([0-9A-F]{8})([0-9A-F]{10})$/;

const hex = (value: number, length: number) =>
  value.toString(16).toUpperCase().padStart(length, "0");

const newLongKey = (site: Site, place: Place): string => {
  const time = new Date(site.clock.now())
    .toISOString()
    .replace(/\D/g, "")
    .slice(0, 14);
  const random = randomBytes(16).toString("hex").toUpperCase();
  return `${time}${random}${hex(place.app, 8)}${hex(place.record, 10)}`;
};

const placeOf = (key: string): Place | null => {
  const found = LONG_KEY.exec(key);
  if (!found) return null;
  const [, app = "", record = ""] = found;
  return { app: parseInt(app, 16), record: parseInt(record, 16) };
};

/** Every file in a record with the code of its field. */
const filesIn = (
  settings: AppSettings,
  values: Record<string, FieldValue>,
): Array<{ code: string; file: FileValue }> => {
  const { stored, columns } = formOf(settings);
  const take = (
    code: string,
    type: string,
    holder: Record<string, FieldValue>,
  ) =>
    type === "FILE"
      ? filesOf(own(holder, code)).map((file) => ({ code, file }))
      : [];
  return stored.flatMap((field) =>
    field.type === "SUBTABLE"
      ? rowsOf(own(values, field.code)).flatMap((row) =>
          (columns.get(field.code) ?? []).flatMap((column) =>
            take(column.code, column.type, row.value),
          ),
        )
      : take(field.code, field.type, values),
  );
};

const keysIn = (settings: AppSettings, values: Record<string, FieldValue>) =>
  new Set(filesIn(settings, values).map(({ file }) => file.fileKey));

/**
 * Gives a record's file field its files: a long key already on the record stays,
 * a temporary key from an upload is used up and becomes a long one.
 *
 * @throws ApiError GAIA_BL01 for any other key
 */
export const createFileTaker = (
  site: Site,
  place: Place,
  settings: AppSettings,
  before: StoredRecord | null,
): ((fileKey: string) => FileValue) => {
  const present = new Map(
    filesIn(settings, before?.values ?? {}).map(({ file }) => [
      file.fileKey,
      file,
    ]),
  );
  return (fileKey) => {
    const kept = present.get(fileKey);
    if (kept) return kept;
    const upload = site.store.files.get(fileKey);
    if (upload?.kind !== "temporary") throw fileNotFound(fileKey);
    const key = newLongKey(site, place);
    site.store.saveFile({ ...upload, key, kind: "attached" });
    site.store.removeFile(fileKey);
    return {
      fileKey: key,
      name: upload.name,
      contentType: upload.contentType,
      size: String(upload.bytes.byteLength),
    };
  };
};

/** Forgets the files that a record no longer holds. */
export const dropFiles = (
  site: Site,
  settings: AppSettings,
  before: Record<string, FieldValue>,
  after: Record<string, FieldValue>,
): void => {
  const kept = keysIn(settings, after);
  for (const key of keysIn(settings, before))
    if (!kept.has(key)) site.store.removeFile(key);
};

const isReadable = (
  site: Site,
  caller: Caller,
  app: App,
  record: StoredRecord,
  key: string,
): boolean => {
  const { settings } = app.live ?? app.preview;
  const access = accessOf(site, app, caller);
  if (!access.recordRights(record).viewable) return false;
  const place = filesIn(settings, record.values).find(
    ({ file }) => file.fileKey === key,
  );
  return place !== undefined && access.fieldRights(place.code, record).viewable;
};

/** Tells whether a caller may download a file: the right to see record and field. */
const canReadFile = (site: Site, caller: Caller, key: string): boolean => {
  const place = placeOf(key);
  const app = place && site.store.apps.get(place.app);
  const record = place && site.store.records(place.app).get(place.record);
  if (!app || !record) return false;
  return isReadable(site, caller, app, record, key);
};

/**
 * The file of a download. Temporary keys do not open (rest-api: the long key from a
 * record is needed).
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/files/download-file/
 */
export const findReadableFile = (
  context: Pick<ApiContext, "site" | "caller">,
  key: string,
): StoredFile => {
  const { site, caller } = context;
  const file = site.store.files.get(key);
  if (file?.kind !== "attached") throw fileNotFound(key);
  if (!canReadFile(site, caller, key)) throw noPrivilege();
  return file;
};
