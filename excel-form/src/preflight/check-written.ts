import type { CellValue } from "../xlsx/sheet/cell-value.ts";
import { block, warn } from "./issues.ts";
import type { FormIssue } from "./issues.ts";
import { wordLater } from "../words/message.ts";
import { displayText } from "../xlsx/sheet/display-text.ts";
import { isDateFormat } from "../xlsx/sheet/number-formats.ts";
import { toSerial } from "../xlsx/sheet/serial-date.ts";
import { findOverflow } from "./fit.ts";
import { preflightMessages as messages } from "./messages.ts";
import { findBrokenRule } from "./rules.ts";
import { labelOf, placeOf, toWords } from "./writings.ts";
import type { Writing } from "./writings.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** Most characters a cell holds. @see https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const MAX_CELL_CHARACTERS = 32_767;

/** As Excel will show it, in the cell's own number format where it has one. */
const shownText = ({ place, is1904 }: Writing, written: CellValue): string => {
  const own = place.cell?.style.numberFormat ?? "General";
  if (written.kind === "text") return written.text;
  if (written.kind === "number") {
    return displayText(written.number, own, is1904);
  }
  if (written.kind !== "date") return "";
  const format = isDateFormat(own) ? own : (written.format ?? own);
  return displayText(toSerial(written.iso, is1904), format, is1904);
};

/** Checks the text or number that the cell will hold. */
export const checkWritten = (
  vocabulary: Vocabulary,
  writing: Writing,
  written: CellValue,
): FormIssue[] => {
  const { place } = writing;
  const isText = written.kind === "text";
  const length = isText ? written.text.length : 0;
  const rule = findBrokenRule(place, written, writing.is1904);
  const misfit = findOverflow(place, shownText(writing, written), !isText);
  if (!rule && !misfit && length <= MAX_CELL_CHARACTERS) return [];
  const [key = ""] = writing.keys;
  const at = placeOf(writing, place.placement.key);
  const value = isText ? written.text : toWords(writing.values[key]);
  const about = { label: labelOf(vocabulary, key), value };
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
  if (length > MAX_CELL_CHARACTERS) {
    return [block("too-long", messages.tooLong({ ...about, length }), at)];
  }
  if (misfit?.kind === "tall") {
    const { room, lines } = misfit;
    const message = wordLater(() =>
      messages.tooTall({ ...about, room, lines }),
    );
    issues.push(warn("too-tall", message, at));
  } else if (misfit) {
    const { room, needed } = misfit;
    const message = wordLater(() =>
      messages.tooWide({ ...about, room, needed }),
    );
    issues.push(warn(`too-${misfit.kind}`, message, at));
  }
  return issues;
};
