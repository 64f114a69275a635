/** The rights that all five apps share. */
import type { AppRight, RecordRight } from "../../app-kit/app-declaration.ts";
import { appCreator, everyone, group, inField } from "../../app-kit/entity.ts";

export const FEDERATION_GROUP = "federation";

/** 県連: sees and does everything. */
export const federation = group(FEDERATION_GROUP);

/** The society that the record belongs to; a lookup fills the field, so it cannot be forged. */
export const ownSociety = inField("organization");

const allRecordRights = [
  "recordViewable",
  "recordAddable",
  "recordEditable",
  "recordDeletable",
  "recordImportable",
  "recordExportable",
] as const;

/**
 * The app's creator keeps its settings. Its row comes first and is the one
 * that counts for that user, so it must not take away what the federation may;
 * which records they see is said by the rights of records.
 */
export const creatorRight: AppRight = {
  entity: appCreator,
  may: ["appEditable", ...allRecordRights],
};

export const federationRight: AppRight = {
  entity: federation,
  may: allRecordRights,
};

export const everyoneMay = (...may: AppRight["may"]): AppRight => ({
  entity: everyone,
  may,
});

export const federationOnly: readonly RecordRight[] = [
  { entity: federation, may: ["viewable", "editable", "deletable"] },
  { entity: everyone, may: [] },
];

/**
 * A society sees its own records, the federation all, nobody else any: also not
 * an administrator, who has no part in what the societies confide.
 */
export const ownSocietyOnly = (
  societyMay: RecordRight["may"],
): readonly RecordRight[] => [
  { entity: ownSociety, may: societyMay },
  ...federationOnly,
];
