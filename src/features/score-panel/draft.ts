import type { Visit } from "../../feature-kit/visit.ts";
import type { PageRecord } from "../../kintone/page-api.ts";
import { withEdits } from "./row-edits.ts";
import type { RowEdit } from "./row-edits.ts";

/** Long enough to gather quick ticks, short enough to end before a save. */
const WRITE_AFTER_MS = 200;

/**
 * Answers on their way from the panel to kintone's form. They are on screen at
 * once and in the form a moment later, because telling kintone of every key
 * stroke would make the page stutter. Until then they are laid over whatever
 * kintone says, so none is lost.
 */
export type Draft = {
  edit(index: number, change: RowEdit): void;
  /** Writes what is waiting, for instance because the user leaves the panel. */
  flush(): void;
  /** Puts what is waiting into the record of an event. */
  mergeInto(record: PageRecord): void;
};

export const createDraft = (visit: Visit): Draft => {
  const edits = new Map<number, RowEdit>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  visit.overlay((record) => withEdits(record, edits));

  const mergeInto = (record: PageRecord): void => {
    Object.assign(record, withEdits(record, edits));
  };
  const flush = (): void => {
    clearTimeout(timer);
    if (edits.size > 0) {
      visit.changeForm((form) => {
        mergeInto(form);
        edits.clear();
      });
    }
  };
  return {
    edit: (index, change) => {
      edits.set(index, { ...edits.get(index), ...change });
      visit.replace(visit.record());
      clearTimeout(timer);
      timer = setTimeout(flush, WRITE_AFTER_MS);
    },
    flush,
    mergeInto,
  };
};
