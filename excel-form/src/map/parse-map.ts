import * as v from "valibot";
import { FormError } from "../words/form-error.ts";
import { MAP_VERSION, reportMapSchema } from "./schema.ts";
import type { ReportMap } from "./schema.ts";
import { toKeys } from "./key-list.ts";
import type { Vocabulary } from "./vocabulary.ts";

const versionOf = (input: unknown): unknown =>
  typeof input === "object" && input !== null && "version" in input
    ? input.version
    : undefined;

/** Places of the map with their key lists, as the schema names them. */
const keyListsOf = ({
  cells,
  lists,
  open = [],
}: ReportMap): ReadonlyArray<readonly [string, string | undefined]> => [
  ...cells.map(({ key }, i) => [`cells.${i}.key`, key] as const),
  ...lists.flatMap(({ columns }, i) =>
    columns.map(({ key }, j) => [`lists.${i}.columns.${j}.key`, key] as const),
  ),
  ...open.map(({ key }, i) => [`open.${i}.key`, key] as const),
];

const refuseUnknownKeys = (vocabulary: Vocabulary, map: ReportMap): void => {
  for (const [path, key] of keyListsOf(map)) {
    if (key !== undefined && toKeys(vocabulary, key) === null) {
      throw new FormError("report/map-invalid", {
        path,
        problem: "a value key, or several joined by +",
      });
    }
  }
};

/** @throws FormError `report/map-invalid`, `report/map-version` */
export const parseMap = (vocabulary: Vocabulary, input: unknown): ReportMap => {
  const version = versionOf(input);
  if (typeof version === "number" && version > MAP_VERSION) {
    throw new FormError("report/map-version", { version });
  }
  const result = v.safeParse(reportMapSchema, input);
  if (result.success) {
    refuseUnknownKeys(vocabulary, result.output);
    return result.output;
  }
  const [issue] = result.issues;
  throw new FormError("report/map-invalid", {
    path: v.getDotPath(issue) ?? "",
    problem: issue.message,
  });
};

/** @throws FormError `report/map-invalid`, `report/map-version` */
export const parseMapText = (
  vocabulary: Vocabulary,
  json: string,
): ReportMap => {
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch (cause) {
    throw new FormError(
      "report/map-invalid",
      { path: "", problem: "JSON" },
      { cause },
    );
  }
  return parseMap(vocabulary, input);
};
