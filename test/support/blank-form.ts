import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Path of a blank form that the form engine keeps for its own tests. */
export const blankFormPath = (file: string): string =>
  fileURLToPath(
    new URL(`../../excel-form/test/fixtures/forms/${file}`, import.meta.url),
  );

export const readBlankForm = (file: string): Uint8Array =>
  new Uint8Array(readFileSync(blankFormPath(file)));
