import type { RestError } from "../rest.ts";
import { t } from "../words.ts";
import type { RecordForm } from "./form.ts";
import type { Cell } from "./types.ts";

const inRow = /^record\.([^.[\]]+)\.value\[(\d+)\]\.value\.([^.[\]]+)/;
const atTop = /^record(?:\.([^.[\]]+)|\[([^\]]+)\])/;

const cellAt = (form: RecordForm, path: string): Cell | undefined => {
  const nested = inRow.exec(path);
  if (nested) {
    const [, table = "", row = "", code = ""] = nested;
    return form.tables[table]?.rows[Number(row)]?.cells[code];
  }
  const [, dotted, bracketed] = atTop.exec(path) ?? [];
  return form.cells[dotted ?? bracketed ?? ""];
};

/**
 * Puts what the server refused under the fields it means, and a summary at the top. The
 * keys are those of `CB_VA01` (rest-api: server-side record validation).
 */
export const showServerErrors = (form: RecordForm, error: RestError): void => {
  const rest: string[] = [];
  for (const [path, { messages }] of Object.entries(error.errors ?? {})) {
    const cell = cellAt(form, path);
    const text = messages.join("\n");
    if (!cell) rest.push(text);
    else cell.error = cell.error === null ? text : `${cell.error}\n${text}`;
  }
  const summary = error.errors ? t("invalid") : error.message;
  form.message = [summary, ...rest].join("\n");
};
