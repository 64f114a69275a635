import { parseMapText } from "excel-form";
import type { ReportMap } from "excel-form";
import { SAMPLE_MAP_JSON, SAMPLE_PARTS } from "./sample-assets.ts";
import { growRows } from "./list-rows.ts";
import { zipParts } from "./zip-parts.ts";
import { VOCABULARY } from "../../domain/vocabulary.ts";

export type SampleForm = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly map: ReportMap;
};

const SAMPLE_FORM_NAME =
  "自己宣言の登録（他薦）状況回答シート（サンプル）.xlsx";

/**
 * Our own form, for as long as the official one has not arrived; it says on
 * itself that it is a sample. Made by `scripts/sample-form.ts`.
 */
export const sampleForm = (): SampleForm => ({
  name: SAMPLE_FORM_NAME,
  bytes: zipParts(
    Object.fromEntries(
      Object.entries(SAMPLE_PARTS).map(([name, xml]) => [name, growRows(xml)]),
    ),
  ),
  map: parseMapText(VOCABULARY, SAMPLE_MAP_JSON),
});
