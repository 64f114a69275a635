import { FormError } from "../words/form-error.ts";
import { MAP_VERSION, reportMapSchema } from "./schema.ts";
import type { ReportMap } from "./schema.ts";

const versionOf = (input: unknown): unknown =>
  typeof input === "object" && input !== null && "version" in input
    ? input.version
    : undefined;

/** @throws FormError `report/map-invalid`, `report/map-version` */
export const parseMap = (input: unknown): ReportMap => {
  const version = versionOf(input);
  if (typeof version === "number" && version > MAP_VERSION) {
    throw new FormError("report/map-version", { version });
  }
  const result = reportMapSchema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new FormError("report/map-invalid", {
    path: issue?.path.join(".") ?? "",
    problem: issue?.message ?? "",
  });
};

/** @throws FormError `report/map-invalid`, `report/map-version` */
export const parseMapText = (json: string): ReportMap => {
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
  return parseMap(input);
};
