/** Writes the published schema of the report map. */
import { writeFile } from "node:fs/promises";
import { reportMapJsonSchemaText } from "excel-form";
import { VOCABULARY } from "../src/domain/vocabulary.ts";

await writeFile(
  new URL("../docs/report-map.schema.json", import.meta.url),
  reportMapJsonSchemaText(VOCABULARY),
);
