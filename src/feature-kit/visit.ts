import { parseAppRecord } from "../apps/records.ts";
import type { AppRecord } from "../apps/records.ts";
import type { AppKey } from "../apps/index.ts";
import type { PageRecord } from "../kintone/page-api.ts";
import type { Page } from "../kintone/page.ts";

export type VisitKind = "list" | "create" | "edit" | "detail";

/**
 * The state that the features of one page share from one show event to the next: detail
 * and edit are one document to the browser, and two visits to us.
 */
export type Visit = {
  readonly kind: VisitKind;
  /** The record on screen, with changes that are not yet in kintone's form. */
  record(): PageRecord;
  /** The same, parsed; once per change, however many panels ask. */
  read<K extends AppKey>(key: K): AppRecord<K>;
  /** Another state of the record: everything that follows it is drawn again. */
  replace(record: PageRecord): void;
  /** Lays something over every state of the record, such as what is still being typed. */
  overlay(lay: (record: PageRecord) => PageRecord): void;
  /** Draws now and after every change, until the visit ends. */
  follow(draw: () => void): void;
  /**
   * Changes kintone's own form, as soon as no event handler is running: inside
   * one, kintone does not take `record.set`. Nothing happens after the visit.
   *
   * @see https://cybozu.dev/ja/kintone/docs/js-api/record/set-record-value/
   */
  changeForm(change: (record: PageRecord) => void): void;
  /**
   * kintone's form as it is being typed; null while an event handler is running, when kintone
   * does not hand it out, and after the visit.
   *
   * @see https://cybozu.dev/ja/kintone/docs/js-api/record/get-record-value/
   */
  readForm(): PageRecord | null;
  /** A value of this visit alone, made when first asked for. */
  keep<T>(key: string, make: () => T): T;
};

/** The members that mounting needs and features do not see. */
export type OpenVisit = Visit & {
  /** Brackets a handler; the result ends the bracket. */
  enterHandler(): () => void;
  end(): void;
};

type FormPage = Pick<Page, "currentRecord" | "changeRecord">;

/** Time for kintone to take up what a handler returned. */
const SETTLE_MS = 20;

export const openVisit = (
  kind: VisitKind,
  page: FormPage,
  first: PageRecord,
): OpenVisit => {
  let record = first;
  let isOver = false;
  let running = 0;
  const overlays: Array<(record: PageRecord) => PageRecord> = [];
  const drawings: Array<() => void> = [];
  const waiting: Array<(record: PageRecord) => void> = [];
  const kept = new Map<string, unknown>();
  const parsed = new Map<AppKey, unknown>();

  const replace = (next: PageRecord): void => {
    record = overlays.reduce((state, lay) => lay(state), next);
    parsed.clear();
    if (!isOver) {
      drawings.forEach((draw) => draw());
    }
  };

  const writeWaiting = (): void => {
    if (isOver || running > 0 || waiting.length === 0) {
      return;
    }
    const form = page.currentRecord();
    if (form === null) {
      return;
    }
    waiting.splice(0).forEach((change) => change(form));
    page.changeRecord(form);
    replace(form);
  };

  return {
    kind,
    record: () => record,
    read: <K extends AppKey>(key: K) => {
      const known = parsed.get(key) ?? parseAppRecord(key, record);
      parsed.set(key, known);
      // The map forgets which record belongs to which app; the key says it.
      return known as AppRecord<K>;
    },
    replace,
    overlay: (lay) => {
      overlays.push(lay);
    },
    follow: (draw) => {
      if (!isOver) {
        drawings.push(draw);
        draw();
      }
    },
    changeForm: (change) => {
      waiting.push(change);
      writeWaiting();
    },
    readForm: () => (isOver || running > 0 ? null : page.currentRecord()),
    keep: <T>(key: string, make: () => T) => {
      if (!kept.has(key)) {
        kept.set(key, make());
      }
      // Each key is used by one caller, with one type.
      return kept.get(key) as T;
    },
    enterHandler: () => {
      running += 1;
      return () => {
        running -= 1;
        setTimeout(writeWaiting, SETTLE_MS);
      };
    },
    end: () => {
      isOver = true;
    },
  };
};
