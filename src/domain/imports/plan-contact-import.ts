import { looseNameKey } from "../loose-name.ts";
import type { Entity } from "../model.ts";
import { createUserFinder, splitNames } from "./find-entity.ts";
import type { Directory, DirectoryUser, Finding } from "./find-entity.ts";
import { cellAt } from "./list-table.ts";
import type { ListRow } from "./list-table.ts";
import type { KnownSociety, SocietyUpdate } from "./plan-society-import.ts";
import type { ColumnChoice, ColumnSpec } from "./propose-columns.ts";
import type { RowProblem, RowProblemCode } from "./row-problem.ts";

export type ContactColumn = "name" | "code" | "contactUsers";

/** In the order in which a person confirms them. */
export const contactColumns: ReadonlyArray<ColumnSpec<ContactColumn>> = [
  {
    field: "contactUsers",
    words: ["ログイン名", "担当者", "職員", "経営指導員", "氏名", "contact"],
    wholeWords: ["E-mail", "メールアドレス", "メール", "名前", "ユーザー"],
  },
  {
    field: "name",
    words: ["商工会名", "商工会名称", "商工会", "団体名", "所属", "society"],
    looksLike: (text) => /商工会$/u.test(text),
  },
  {
    field: "code",
    words: ["商工会コード", "団体コード", "コード", "code"],
    wholeWords: ["番号"],
  },
];

export type ContactUpdate = Omit<SocietyUpdate, "changes"> & {
  readonly changes: ReadonlyArray<{
    readonly field: "contactUsers";
    readonly from: string;
    readonly to: string;
  }>;
};

type ContactImportPlan = {
  readonly steps: readonly ContactUpdate[];
  readonly same: number;
  readonly problems: readonly RowProblem[];
  readonly notes: readonly RowProblem[];
  readonly unnamed: readonly string[];
};

type Finder = (text: string) => Finding<DirectoryUser>;

/** People whom the list names for a society, with the first row that does. */
type Named = { readonly row: number; readonly people: Map<string, Entity> };

/** Finds by code, then by the loosely same name. */
export const createSocietyFinder = <
  S extends Pick<KnownSociety, "code" | "name">,
>(
  known: readonly S[],
) => {
  const byCode = new Map(known.map((one) => [one.code, one]));
  const byName = new Map(known.map((one) => [looseNameKey(one.name), one]));
  return (code: string, name: string): S | null =>
    (code === "" ? undefined : byCode.get(code)) ??
    byName.get(looseNameKey(name)) ??
    null;
};

const findPeople = (
  text: string,
  find: Finder,
  refuse: (code: RowProblemCode, text: string) => void,
): Entity[] => {
  const names = splitNames(text);
  if (names.length === 0) refuse("userBlank", text);
  return names.flatMap((name) => {
    const found = find(name);
    if (found.kind === "found") return [found.entity];
    refuse(found.kind === "none" ? "userMissing" : "userAmbiguous", name);
    return [];
  });
};

const namesOf = (people: readonly Entity[]): string =>
  people.map(({ name }) => name).join("、");

/** Keeps the present contacts: the list may be of the new ones only. */
const toUpdate = (
  society: KnownSociety,
  { row, people }: Named,
): ContactUpdate | null => {
  const present = new Set(society.contactUsers.map(({ code }) => code));
  const added = [...people.values()].filter(({ code }) => !present.has(code));
  if (added.length === 0) return null;
  const all = [...society.contactUsers, ...added];
  return {
    kind: "update",
    row,
    name: society.name,
    id: society.id,
    revision: society.revision,
    changes: [
      {
        field: "contactUsers",
        from: namesOf(society.contactUsers),
        to: namesOf(all),
      },
    ],
    values: { contactUsers: all.map(({ code }) => ({ code })) },
  };
};

/**
 * Plans which users become contacts of which society. A society may have several
 * rows, one for each of its people. A plan made after it was applied is empty.
 */
export const planContactImport = (
  rows: readonly ListRow[],
  columns: ColumnChoice<ContactColumn>,
  known: readonly KnownSociety[],
  directory: Directory,
): ContactImportPlan => {
  const findSociety = createSocietyFinder(known);
  const findUser = createUserFinder(directory.users);
  const named = new Map<KnownSociety, Named>();
  const problems: RowProblem[] = [];
  for (const row of rows) {
    const at = (field: ContactColumn): string => {
      const column = columns[field];
      return column === undefined ? "" : cellAt(row, column);
    };
    const refuse =
      (field: ContactColumn) =>
      (code: RowProblemCode, text: string): void => {
        problems.push({ row: row.number, code, field, text });
      };
    const society = findSociety(at("code").normalize("NFKC"), at("name"));
    if (society === null) {
      refuse("name")("societyMissing", at("name") || at("code"));
      continue;
    }
    const people = findPeople(
      at("contactUsers"),
      findUser,
      refuse("contactUsers"),
    );
    const own = named.get(society) ?? { row: row.number, people: new Map() };
    for (const one of people) own.people.set(one.code, one);
    named.set(society, own);
  }
  const steps = [...named].flatMap(([one, own]) => toUpdate(one, own) ?? []);
  return {
    steps,
    same: named.size - steps.length,
    problems,
    notes: [],
    unnamed: [],
  };
};
