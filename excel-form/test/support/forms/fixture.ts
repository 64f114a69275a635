import { readFileSync } from "node:fs";

/** A blank form of `test/fixtures/forms`, by its file name. */
export const readFormFixture = (file: string): Uint8Array =>
  new Uint8Array(
    readFileSync(new URL(`../../fixtures/forms/${file}`, import.meta.url)),
  );
