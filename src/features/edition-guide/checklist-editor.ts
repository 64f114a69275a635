import type { AppRecord } from "../../apps/records.ts";
import { toMessage } from "../../errors/to-message.ts";
import type { ChecklistRow } from "../../domain/imports/read-checklist.ts";
import type { RowProblem } from "../../domain/imports/row-problem.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { Programme } from "../../programmes/index.ts";
import {
  chooseSheet,
  listFromFile,
  listFromText,
} from "../../feature-kit/list-import/chosen-list.ts";
import { itemLists, readItems } from "./checklist-list.ts";
import type { ItemList } from "./checklist-list.ts";
import type { ChecklistPart } from "./checklist-part.ts";
import { toRows } from "./guide-form.ts";
import type { GuideMessages } from "./messages.ts";

type Edition = AppRecord<"editions">;

/** The checklist as it is put together. */
export type Items = {
  rows: readonly ChecklistRow[];
  isOfficial: boolean;
};

type Options = {
  readonly t: Translator<GuideMessages>;
  readonly id: string;
  readonly programme: Programme;
  /** Changed in place. */
  readonly items: Items;
  readonly editions: readonly Edition[];
  readonly threshold: () => string;
  readonly onChange: () => void;
};

/** Holds what was read and changes `items`; @returns the part as it is to be drawn now. */
export const createChecklistEditor = ({
  t,
  id,
  programme,
  items,
  editions,
  threshold,
  onChange,
}: Options): (() => ChecklistPart) => {
  let list: ItemList | null = null;
  let problems: readonly RowProblem[] = [];
  let error: string | null = null;

  const take = (next: ItemList | null): void => {
    list = next;
    const read = next === null ? null : readItems(next, programme);
    error = next === null ? t("empty") : null;
    problems = read?.problems ?? [];
    items.rows = read?.rows ?? [];
    onChange();
  };

  const read = async (
    toList: () => Promise<ItemList | null> | ItemList | null,
  ): Promise<void> => {
    try {
      take(await toList());
    } catch (cause) {
      console.error("suisen: checklist", cause);
      take(null);
      error = toMessage(cause, t.language);
      onChange();
    }
  };

  const copy = (name: string): void => {
    const edition = editions.find((one) => one.name === name);
    if (edition === undefined) return;
    list = null;
    problems = [];
    error = null;
    items.rows = toRows(edition);
    items.isOfficial = edition.checklistStatus === "公式";
    onChange();
  };

  return () => ({
    t,
    id,
    list,
    rows: items.rows,
    problems,
    error,
    threshold: threshold(),
    isOfficial: items.isOfficial,
    others: editions
      .filter(({ checklist }) => checklist.length > 0)
      .map(({ name }) => name),
    onFile: (file) => void read(() => listFromFile(itemLists, file)),
    onPaste: (text) => void read(() => listFromText(itemLists, "", text)),
    onCopy: copy,
    onList: take,
    onSheet: (sheet) => {
      if (list !== null) take(chooseSheet(itemLists, list, sheet));
    },
    onOfficial: (isOfficial) => {
      items.isOfficial = isOfficial;
      onChange();
    },
  });
};
