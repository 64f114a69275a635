import { PROCESS_STEPS } from "../../domain/milestone-rules.ts";
import type { PageEvent } from "../../kintone/page-api.ts";

/** Which field keeps the day on which a process action was done. */
const doneFieldByAction: ReadonlyMap<string, string> = new Map(
  PROCESS_STEPS.map(({ action, milestone }) => [action, `${milestone}Done`]),
);

/**
 * Notes the day of a step, unless somebody has entered one: a registration may
 * have been made on the day before the button was pressed, and a second contact
 * after 差戻し does not make the first one late.
 */
export const stampDone = (event: PageEvent, today: string): void => {
  const code = doneFieldByAction.get(event.action?.value ?? "");
  const field = code === undefined ? undefined : event.record?.[code];
  if (field !== undefined && (field.value ?? "") === "") {
    field.value = today;
  }
};
