import { block, warn } from "../issues.ts";
import type { FormIssue } from "../issues.ts";
import { keysOf } from "../map/key-list.ts";
import type { CellValue } from "../plan.ts";
import { findMisfit } from "./fit.ts";
import { preflightMessages as messages } from "./messages.ts";
import { findBrokenRule } from "./rules.ts";
import { labelOf, placeOf, wordsOf } from "./writings.ts";
import type { Writing } from "./writings.ts";

/** Most characters a cell holds. @see https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const MAX_CELL_CHARACTERS = 32_767;

/** What is wrong with the text or number that will stand in the cell. */
export const checkWritten = (
  writing: Writing,
  written: CellValue,
): FormIssue[] => {
  const { place } = writing;
  const [key = "remarks"] = keysOf(place.placement);
  const at = placeOf(writing, place.placement.key);
  const value =
    written.kind === "text" ? written.text : wordsOf(writing.values[key]);
  const about = { label: labelOf(key), value };
  const rule = findBrokenRule(place, written);
  const issues: FormIssue[] = [];
  if (rule?.kind === "list")
    issues.push(warn("not-offered", messages.notOffered(about), at));
  if (rule?.kind === "other") {
    issues.push(
      warn(
        "outside-rule",
        messages.outsideRule({ ...about, prompt: rule.prompt }),
        at,
      ),
    );
  }
  if (written.kind !== "text") return issues;
  const { length } = written.text;
  if (length > MAX_CELL_CHARACTERS) {
    return [block("too-long", messages.tooLong({ ...about, length }), at)];
  }
  const misfit = findMisfit(place, written.text);
  if (misfit?.kind === "wide")
    issues.push(
      warn("too-wide", messages.tooWide({ ...about, ...misfit }), at),
    );
  if (misfit?.kind === "tall")
    issues.push(
      warn("too-tall", messages.tooTall({ ...about, ...misfit }), at),
    );
  return issues;
};
