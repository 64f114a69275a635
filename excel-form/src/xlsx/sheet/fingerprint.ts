import { sha256 } from "../package/sha256.ts";
import type { FormCell, FormSheet } from "./form-model.ts";
import { toRangeText } from "../formula/address.ts";
import { encodeUtf8 } from "../xml/encoding.ts";

const cellLine = (cell: FormCell): string | null => {
  if (cell.isFormula) return `${cell.address}=`;
  return cell.value === null ? null : `${cell.address}:${String(cell.value)}`;
};

/**
 * One value for what makes a form this form: names of the sheets, labels and
 * other fixed content, merges, places of formulas. Saving again in another
 * program, other fonts or another compression do not change it.
 */
export const fingerprintOf = (sheets: readonly FormSheet[]): string => {
  const lines: string[] = [];
  for (const sheet of sheets) {
    lines.push(`# ${sheet.name}`);
    for (const cell of sheet.cells.values()) {
      const line = cellLine(cell);
      if (line !== null) lines.push(line);
    }
    lines.push(...sheet.merges.map(toRangeText).sort());
  }
  return sha256(encodeUtf8(lines.join("\n")));
};
