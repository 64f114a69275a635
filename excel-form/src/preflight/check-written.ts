import type { CellValue } from "../xlsx/sheet/cell-value.ts";
import { block, NO_ISSUES, warn } from "./issues.ts";
import type { FormIssue } from "./issues.ts";
import { memo } from "../ground/memo.ts";
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

const KNOWN_DAYS = 1_000;

/** Most characters a cell holds. @see https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const MAX_CELL_CHARACTERS = 32_767;

/** A list repeats its days. */
const shownDay = memo((is1904: boolean) =>
  memo(
    (format: string) =>
      memo(
        (iso: string) => displayText(toSerial(iso, is1904), format, is1904),
        KNOWN_DAYS,
      ),
    KNOWN_DAYS,
  ),
);

/** As Excel will show it, in the cell's own number format where it has one. */
const shownText = ({ place, is1904 }: Writing, written: CellValue): string => {
  const own = place.cell?.style.numberFormat ?? "General";
  if (written.kind === "text") return written.text;
  if (written.kind === "number") {
    return displayText(written.number, own, is1904);
  }
  if (written.kind !== "date") return "";
  const format = isDateFormat(own) ? own : (written.format ?? own);
  return shownDay(is1904)(format)(written.iso);
};

/** Checks the text or number that the cell will hold. */
export const checkWritten = (
  vocabulary: Vocabulary,
  writing: Writing,
  written: CellValue,
): readonly FormIssue[] => {
  const { place } = writing;
  const isText = written.kind === "text";
  const length = isText ? written.text.length : 0;
  const rule = findBrokenRule(place, written, writing.is1904);
  const misfit = findOverflow(place, shownText(writing, written), !isText);
  if (!rule && !misfit && length <= MAX_CELL_CHARACTERS) return NO_ISSUES;
  const [key = ""] = writing.keys;
  const at = placeOf(writing, place.placement.key);
  const value = isText ? written.text : toWords(writing.values[key]);
  const label = labelOf(vocabulary, key);
  const about = { label, value };
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
    const message = wordLater(messages.tooTall, { label, value, room, lines });
    issues.push(warn("too-tall", message, at));
  } else if (misfit) {
    const { room, needed } = misfit;
    const message = wordLater(messages.tooWide, { label, value, room, needed });
    issues.push(warn(`too-${misfit.kind}`, message, at));
  }
  return issues;
};
