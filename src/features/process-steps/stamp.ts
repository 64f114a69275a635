import { cycleOf } from "../../domain/cycle.ts";
import type { Programme } from "../../programmes/index.ts";
import type { PageEvent } from "../../kintone/page-api.ts";

/**
 * Notes the day of a step, unless somebody has entered one: a registration may
 * have been made on the day before the button was pressed, and a second contact
 * after 差戻し does not make the first one late.
 */
export const stampDone = (
  programme: Programme,
  event: PageEvent,
  today: string,
): void => {
  const step = cycleOf(programme).steps.find(
    ({ action }) => action === event.action?.value,
  );
  const field =
    step === undefined ? undefined : event.record?.[`${step.milestone}Done`];
  if (field !== undefined && (field.value ?? "") === "") {
    field.value = today;
  }
};
