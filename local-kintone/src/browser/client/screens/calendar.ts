import { html } from "lit";
import type { TemplateResult } from "lit";
import { bootApp, c, root } from "../boot.ts";
import type { FieldRecord } from "../record/types.ts";
import { toLocalInput } from "../times.ts";
import { showValue } from "../ui/show-value.ts";
import { t } from "../words.ts";
import type { ListState } from "./list-state.ts";

const dayOf = (list: ListState, record: FieldRecord): string => {
  const code = String(list.view.date ?? "");
  const value = String(record[code]?.value ?? "");
  return bootApp().fields[code]?.type === "DATE"
    ? value
    : toLocalInput(value).slice(0, 10);
};

/** Records of the month by day, as index.show tells them. */
export const recordsByDay = (
  list: ListState,
): Record<string, FieldRecord[]> => {
  const days: Record<string, FieldRecord[]> = {};
  for (const record of list.records) {
    const day = dayOf(list, record);
    if (day !== "") days[day] = [...(days[day] ?? []), record];
  }
  return days;
};

/** `YYYY-MM` some months away. */
const shiftMonth = (month: string, by: number): string => {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
};

const weekdays = { ja: "日月火水木金土", en: "SMTWTFS" };

/** Days of the month in weeks from Sunday; null outside of it. */
const weeksOf = (month: string): Array<Array<string | null>> => {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const first = new Date(Date.UTC(year, number - 1, 1)).getUTCDay();
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const cells = Array.from(
    { length: Math.ceil((first + length) / 7) * 7 },
    (_, i) => {
      const day = i - first + 1;
      return day < 1 || day > length
        ? null
        : `${month}-${String(day).padStart(2, "0")}`;
    },
  );
  return Array.from({ length: cells.length / 7 }, (_, week) =>
    cells.slice(week * 7, week * 7 + 7),
  );
};

const titleOf = (list: ListState, record: FieldRecord) => {
  const code = String(list.view.title ?? "");
  const property = bootApp().fields[code];
  return property
    ? showValue(property, record[code]?.value)
    : String(record.$id?.value);
};

/** A month of records. */
export const calendar = (
  list: ListState,
  language: "ja" | "en",
  go: (month: string) => void,
): TemplateResult => {
  const days = recordsByDay(list);
  const entry = (record: FieldRecord) =>
    html`<a
      class=${c("calendar-entry")}
      href=${`${root}/${bootApp().id}/show#record=${String(record.$id?.value)}`}
      >${titleOf(list, record)}</a
    >`;
  const cell = (day: string | null) =>
    html`<td>
      ${
        day === null
          ? ""
          : html`<div class=${c("calendar-day")}>${Number(day.slice(8))}</div>
              ${(days[day] ?? []).map(entry)}`
      }
    </td>`;
  return html`<div class=${c("calendar-bar")}>
      <button
        type="button"
        class=${c("button")}
        @click=${() => go(shiftMonth(list.month, -1))}
      >
        ${t("previousMonth")}
      </button>
      <strong aria-live="polite">${list.month}</strong>
      <button
        type="button"
        class=${c("button")}
        @click=${() => go(shiftMonth(list.month, 1))}
      >
        ${t("nextMonth")}
      </button>
    </div>
    <table class=${c("table", "calendar")} aria-label=${list.month}>
      <thead>
        <tr>
          ${[...weekdays[language]].map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeksOf(list.month).map(
          (week) =>
            html`<tr>
              ${week.map(cell)}
            </tr>`,
        )}
      </tbody>
    </table>`;
};
