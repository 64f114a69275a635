import type { AppDeclaration, RecordRightBlock } from "./app-declaration.ts";
import { flags, named, type JsonObject } from "./setting-parts.ts";

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/permission/update-app-permissions/ */
export const toAppAcl = ({ appRights }: AppDeclaration): JsonObject[] =>
  appRights.map(({ entity, may }) => ({
    ...named(entity),
    ...flags(
      [
        "appEditable",
        "recordViewable",
        "recordAddable",
        "recordEditable",
        "recordDeletable",
        "recordImportable",
        "recordExportable",
      ],
      may,
    ),
  }));

const toRecordBlock = ({
  filterCond,
  rights,
}: RecordRightBlock): JsonObject => ({
  filterCond,
  entities: rights.map(({ entity, may }) => ({
    ...named(entity),
    ...flags(["viewable", "editable", "deletable"], may),
  })),
});

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/permission/update-record-permissions/ */
export const toRecordAcl = ({
  recordRights,
  recordRightsWhen = [],
}: AppDeclaration): JsonObject[] => [
  ...recordRightsWhen.map(toRecordBlock),
  ...(recordRights.length === 0
    ? []
    : [toRecordBlock({ filterCond: "", rights: recordRights })]),
];

export const toFieldAcl = ({ fieldRights }: AppDeclaration): JsonObject[] =>
  fieldRights.map(({ code, entities }) => ({
    code,
    entities: entities.map(({ entity, accessibility }) => ({
      accessibility,
      ...named(entity),
    })),
  }));
