import type { AppDeclaration } from "./app-declaration.ts";
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

export const toRecordAcl = ({ recordRights }: AppDeclaration): JsonObject[] =>
  recordRights.length === 0
    ? []
    : [
        {
          filterCond: "",
          entities: recordRights.map(({ entity, may }) => ({
            ...named(entity),
            ...flags(["viewable", "editable", "deletable"], may),
          })),
        },
      ];

export const toFieldAcl = ({ fieldRights }: AppDeclaration): JsonObject[] =>
  fieldRights.map(({ code, entities }) => ({
    code,
    entities: entities.map(({ entity, accessibility }) => ({
      accessibility,
      ...named(entity),
    })),
  }));
