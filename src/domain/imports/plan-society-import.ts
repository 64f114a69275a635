import type { AppRecordInput } from "../../apps/records.ts";
import { looseNameKey } from "../loose-name.ts";
import type { Entity, Society } from "../model.ts";
import {
  createOrganizationFinder,
  createUserFinder,
  splitNames,
} from "./find-entity.ts";
import type { Directory, Finding } from "./find-entity.ts";
import type { ReadSocieties, SocietyRow } from "./read-society-rows.ts";
import type { RowProblem, RowProblemCode } from "./row-problem.ts";
import type { SocietyColumn } from "./society-columns.ts";

/** A society of the app, with everything that an import may change. */
export type KnownSociety = Pick<
  Society,
  | "id"
  | "revision"
  | "name"
  | "code"
  | "kana"
  | "sortOrder"
  | "organization"
  | "contactUsers"
  | "active"
>;

type SocietyValues = Pick<
  AppRecordInput<"societies">,
  Extract<SocietyColumn, keyof AppRecordInput<"societies">>
>;

type SocietyChange = {
  readonly field: SocietyColumn;
  readonly from: string;
  readonly to: string;
};

type SocietyAddition = {
  readonly kind: "add";
  readonly row: number;
  readonly name: string;
  readonly values: SocietyValues;
};

export type SocietyUpdate = {
  readonly kind: "update";
  readonly row: number;
  readonly name: string;
  readonly id: string;
  readonly revision: string;
  readonly changes: readonly SocietyChange[];
  readonly values: SocietyValues;
};

export type SocietyImportPlan = {
  readonly steps: ReadonlyArray<SocietyAddition | SocietyUpdate>;
  /** Count of societies that are as the list says already. */
  readonly same: number;
  /** Rows that are left out. */
  readonly problems: readonly RowProblem[];
  /** Values that are left out, while the row is taken. */
  readonly notes: readonly RowProblem[];
  /** Societies of the app that the list does not name; they stay as they are. */
  readonly unnamed: readonly string[];
};

type Refuse = (
  code: RowProblemCode,
  field: SocietyColumn,
  about: { text: string; other?: string },
) => void;

type Finders = {
  readonly organization: (text: string) => Finding<Entity>;
  readonly user: (text: string) => Finding<Entity>;
};

/** Null where the row says nothing, or nothing that is found. */
const findOrganizations = (
  { name, organization }: SocietyRow,
  known: KnownSociety | null,
  { organization: find }: Finders,
  refuse: Refuse,
): readonly Entity[] | null => {
  if (organization === null) {
    if (known !== null && known.organization.length > 0) return null;
    const found = find(name);
    if (found.kind === "found") return [found.entity];
    const isUnknown = found.kind === "none";
    refuse(
      isUnknown ? "organizationNone" : "organizationAmbiguous",
      "organization",
      { text: name },
    );
    return null;
  }
  const found = splitNames(organization).map((text) => {
    const one = find(text);
    if (one.kind === "found") return one.entity;
    const isUnknown = one.kind === "none";
    refuse(
      isUnknown ? "organizationMissing" : "organizationAmbiguous",
      "organization",
      { text },
    );
    return null;
  });
  return found.filter((one) => one !== null);
};

const findUsers = (
  { contactUsers }: SocietyRow,
  { user: find }: Finders,
  note: Refuse,
): readonly Entity[] | null => {
  if (contactUsers === null) return null;
  const found = splitNames(contactUsers).flatMap((text) => {
    const one = find(text);
    if (one.kind === "found") return [one.entity];
    note(
      one.kind === "none" ? "userMissing" : "userAmbiguous",
      "contactUsers",
      { text },
    );
    return [];
  });
  return found.length === 0 ? null : found;
};

const joinEntities = (entities: readonly Entity[]): string =>
  entities.map(({ name }) => name).join("、");

const codesOf = (entities: readonly Entity[]): string =>
  entities
    .map(({ code }) => code)
    .toSorted()
    .join("\n");

type Desired = {
  readonly name: string;
  readonly code: string | null;
  readonly kana: string | null;
  readonly sortOrder: number | null;
  readonly organization: readonly Entity[] | null;
  readonly contactUsers: readonly Entity[] | null;
  readonly active: SocietyRow["active"];
};

const textOfOrder = (order: number | null): string =>
  order === null ? "" : String(order);

/** The differences that the list speaks of; a blank cell changes nothing. */
const listChanges = (
  known: KnownSociety,
  desired: Desired,
): readonly SocietyChange[] => {
  const texts = [
    { field: "name", from: known.name, to: desired.name },
    { field: "code", from: known.code, to: desired.code },
    { field: "kana", from: known.kana, to: desired.kana },
    {
      field: "sortOrder",
      from: textOfOrder(known.sortOrder),
      to: desired.sortOrder === null ? null : textOfOrder(desired.sortOrder),
    },
    { field: "active", from: known.active ?? "", to: desired.active },
  ] as const;
  const entities = (["organization", "contactUsers"] as const).flatMap(
    (field) => {
      const to = desired[field];
      return to === null || codesOf(known[field]) === codesOf(to)
        ? []
        : [{ field, from: joinEntities(known[field]), to: joinEntities(to) }];
    },
  );
  return [
    ...texts.flatMap(({ field, from, to }) =>
      to === null || to === from ? [] : [{ field, from, to }],
    ),
    ...entities,
  ];
};

const toCodes = (entities: readonly Entity[]) =>
  entities.map(({ code }) => ({ code }));

/** Only what the list says is written. */
const toValues = (desired: Desired): SocietyValues => ({
  name: desired.name,
  ...(desired.code !== null && { code: desired.code }),
  ...(desired.kana !== null && { kana: desired.kana }),
  ...(desired.sortOrder !== null && { sortOrder: desired.sortOrder }),
  ...(desired.organization !== null && {
    organization: toCodes(desired.organization),
  }),
  ...(desired.contactUsers !== null && {
    contactUsers: toCodes(desired.contactUsers),
  }),
  ...(desired.active !== null && { active: desired.active }),
});

const pickValues = (
  values: SocietyValues,
  changes: readonly SocietyChange[],
): SocietyValues =>
  Object.fromEntries(
    changes.map(({ field }) => [field, values[field]]),
  ) as SocietyValues; // The fields are keys of `values`.

type Index = {
  readonly byCode: ReadonlyMap<string, KnownSociety>;
  readonly byName: ReadonlyMap<string, KnownSociety>;
};

const createIndex = (known: readonly KnownSociety[]): Index => ({
  byCode: new Map(known.map((one) => [one.code, one])),
  byName: new Map(known.map((one) => [looseNameKey(one.name), one])),
});

/** The society that a row is about; a code is surer than a name. */
const findKnown = (
  { code, name }: SocietyRow,
  { byCode, byName }: Index,
): KnownSociety | null =>
  (code === null ? undefined : byCode.get(code)) ??
  byName.get(looseNameKey(name)) ??
  null;

/** A code or a name can be given to one society only. */
const checkTaken = (
  { code, name }: SocietyRow,
  known: KnownSociety | null,
  { byCode, byName }: Index,
  refuse: Refuse,
): void => {
  const codeOwner = code === null ? undefined : byCode.get(code);
  const nameOwner = byName.get(looseNameKey(name));
  if (codeOwner === undefined || nameOwner === undefined) return;
  if (codeOwner.id !== nameOwner.id && known !== null)
    refuse("codeTaken", "code", { text: code ?? "", other: codeOwner.name });
};

/** The organisation's code serves where the list has none: it stays the same. */
const codeFor = (
  { code }: SocietyRow,
  known: KnownSociety | null,
  organization: readonly Entity[] | null,
): string | null =>
  code ?? (known === null ? (organization?.[0]?.code ?? null) : null);

/** A loosely same name is the same society and keeps the name it has. */
const nameFor = ({ name }: SocietyRow, known: KnownSociety | null): string =>
  known !== null && looseNameKey(known.name) === looseNameKey(name)
    ? known.name
    : name;

type Step = SocietyAddition | SocietyUpdate;

type Surroundings = {
  readonly index: Index;
  readonly finders: Finders;
  /** The society that has the code already; notes the code for this one otherwise. */
  ownerOf(code: string, name: string): string | null;
  /** The next order for a society that the list gives none. */
  nextOrder(): number;
  /** Tells whether an earlier row was about this society; notes it otherwise. */
  isNamedBefore(society: KnownSociety): boolean;
};

type RowOutcome = {
  readonly problems: readonly RowProblem[];
  readonly notes: readonly RowProblem[];
  /** Null where nothing is to be done. */
  readonly step: Step | null;
};

const reportInto =
  (list: RowProblem[], row: number): Refuse =>
  (code, field, about) => {
    list.push({ row, code, field, ...about });
  };

const toStep = (
  row: SocietyRow,
  known: KnownSociety | null,
  desired: Desired,
): Step | null => {
  const values = toValues(desired);
  if (known === null)
    return { kind: "add", row: row.row, name: desired.name, values };
  const changes = listChanges(known, desired);
  return changes.length === 0
    ? null
    : {
        kind: "update",
        row: row.row,
        name: known.name,
        id: known.id,
        revision: known.revision,
        changes,
        values: pickValues(values, changes),
      };
};

const planRow = (row: SocietyRow, around: Surroundings): RowOutcome => {
  const problems: RowProblem[] = [];
  const notes: RowProblem[] = [];
  const refuse = reportInto(problems, row.row);
  const known = findKnown(row, around.index);
  if (known !== null && around.isNamedBefore(known))
    refuse("twice", "name", { text: row.name });
  checkTaken(row, known, around.index, refuse);
  const organization = findOrganizations(row, known, around.finders, refuse);
  const code = codeFor(row, known, organization);
  const owner =
    known === null && code !== null ? around.ownerOf(code, row.name) : null;
  if (owner !== null)
    refuse("codeTaken", "code", { text: code ?? "", other: owner });
  if (problems.length > 0) return { problems, notes, step: null };
  const step = toStep(row, known, {
    ...row,
    name: nameFor(row, known),
    code,
    sortOrder: row.sortOrder ?? (known === null ? around.nextOrder() : null),
    organization,
    contactUsers: findUsers(row, around.finders, reportInto(notes, row.row)),
  });
  return { problems, notes, step };
};

/**
 * Plans an import: additions, changes from which value to which, and the rows
 * that are left out with the reason. A plan made after the first was applied is
 * empty, so that an interrupted import is simply started again.
 */
export const planSocietyImport = (
  { rows, problems: unread }: ReadSocieties,
  known: readonly KnownSociety[],
  directory: Directory,
): SocietyImportPlan => {
  const named = new Set<string>();
  const owners = new Map(known.map(({ code, name }) => [code, name]));
  let lastOrder = Math.max(0, ...known.map(({ sortOrder }) => sortOrder ?? 0));
  const around: Surroundings = {
    index: createIndex(known),
    finders: {
      organization: createOrganizationFinder(directory.organizations),
      user: createUserFinder(directory.users),
    },
    ownerOf: (code, name) => {
      const owner = owners.get(code);
      if (owner === undefined) owners.set(code, name);
      return owner ?? null;
    },
    nextOrder: () => (lastOrder += 1),
    isNamedBefore: ({ id }) => {
      const isNamed = named.has(id);
      named.add(id);
      return isNamed;
    },
  };
  const outcomes = rows.map((row) => planRow(row, around));
  return {
    steps: outcomes.flatMap(({ step }) => step ?? []),
    same: outcomes.filter(
      ({ step, problems }) => step === null && problems.length === 0,
    ).length,
    problems: [
      ...unread,
      ...outcomes.flatMap(({ problems }) => problems),
    ].toSorted((a, b) => a.row - b.row),
    notes: outcomes.flatMap(({ notes }) => notes),
    unnamed: known.filter(({ id }) => !named.has(id)).map(({ name }) => name),
  };
};
