import path from "node:path";
import { pathToFileURL } from "node:url";
import { UsageError } from "../command-line/usage-error.ts";

const looksLikeProgramme = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "milestones" in value;

const isChecklist = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "items" in value;

/**
 * The definition that a module exports, under whatever name, with the items of
 * the checklist that the module may export beside it.
 *
 * @throws UsageError for a file that exports none, several, or does not load
 */
export const loadProgramme = async (file: string): Promise<unknown> => {
  const { href } = pathToFileURL(path.resolve(file));
  // Only a definition needs the compiler; the command itself starts from its bundle.
  const { tsImport } = await import("tsx/esm/api");
  const module: Record<string, unknown> = await tsImport(href, href).catch(
    (cause: unknown) => {
      throw new UsageError(
        `“${file}” does not load: ${cause instanceof Error ? cause.message : String(cause)}`,
        { cause },
      );
    },
  );
  const values = [...new Set(Object.values(module))];
  const [found, other] = values.filter(looksLikeProgramme);
  if (found === undefined) {
    throw new UsageError(`“${file}” exports no programme.`);
  }
  if (other !== undefined) {
    throw new UsageError(`“${file}” exports several programmes: one a file.`);
  }
  const checklist = values.find(isChecklist);
  return checklist === undefined ? found : { ...Object(found), checklist };
};
