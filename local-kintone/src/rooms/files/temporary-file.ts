import { randomBytes } from "node:crypto";
import { fileNotFound } from "../../ground/errors.ts";
import type { StoredFile } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";

/** An upload that nothing took is thrown away. @see https://kintone.dev/en/docs/kintone/rest-api/files/upload-file/ */
const TEMPORARY_FILE_DAYS = 3;

/**
 * Takes an uploaded file by its temporary key, which is used up by that (unverified).
 *
 * @throws ApiError GAIA_BL01 when the key is unknown, used or three days old
 */
export const takeTemporaryFile = (site: Site, fileKey: string): StoredFile => {
  const file = site.store.files.get(fileKey);
  if (file?.kind !== "temporary") throw fileNotFound(fileKey);
  const age = site.clock.now() - Date.parse(file.uploadedAt);
  site.store.removeFile(fileKey);
  if (age > TEMPORARY_FILE_DAYS * 86_400_000) throw fileNotFound(fileKey);
  return file;
};

/** Keeps an uploaded file for the settings of an app, under a key of its own. */
export const storeSettingsFile = (
  site: Site,
  appId: number,
  fileKey: string,
): StoredFile => {
  const file = takeTemporaryFile(site, fileKey);
  const time = new Date(site.clock.now())
    .toISOString()
    .replaceAll(/\D/g, "")
    .slice(0, 14);
  const random = randomBytes(16).toString("hex").toUpperCase();
  const app = appId.toString(16).toUpperCase().padStart(8, "0");
  const kept: StoredFile = {
    ...file,
    key: `${time}${random}${app}0000000000`,
    kind: "attached",
  };
  site.store.saveFile(kept);
  return kept;
};

/** As settings show a file. */
export const toFileAnswer = ({
  key,
  name,
  contentType,
  bytes,
}: StoredFile) => ({
  fileKey: key,
  name,
  contentType,
  size: String(bytes.byteLength),
});
