import fc from "fast-check";

/*
 * Random permissions of an app, and what they mean: decided here a second time, from
 * the words of the documentation and without a line of the server's code.
 */

export type Person = {
  code: string;
  organizations: string[];
  groups: string[];
};
export const people: Person[] = [
  { code: "u1", organizations: ["north"], groups: ["g1"] },
  { code: "u2", organizations: ["child"], groups: [] },
  { code: "u3", organizations: [], groups: ["g1", "g2"] },
  { code: "u4", organizations: ["grandchild", "south"], groups: ["g2"] },
];
export const organizations: Record<string, string | null> = {
  north: null,
  child: "north",
  grandchild: "child",
  south: null,
};

export type Entity = { type: string; code: string; includeSubs: boolean };
export type Rights = {
  viewable: boolean;
  editable: boolean;
  deletable: boolean;
};
export type Accessibility = "READ" | "WRITE" | "NONE";
/** A record, as far as permissions ask about it. */
export type Row = {
  kind: string;
  creator: string;
  owner: string;
  team: string;
  crew: string;
  state: string;
  title: string;
};
export type Condition =
  | { by: "kind" | "state"; values: string[] }
  | { by: "me" };
type AppRow = Rights & { entity: Entity; addable: boolean };
export type Plan = {
  app: AppRow[];
  blocks: Array<{
    condition: Condition;
    rows: Array<{ entity: Entity; rights: Rights }>;
  }>;
  fields: Record<string, Array<{ entity: Entity; access: Accessibility }>>;
  records: Row[];
};

export const STATES = ["open", "done"];

/* ---- the second opinion ---- */

const withParents = (code: string): string[] => {
  const parent = organizations[code];
  return parent ? [code, ...withParents(parent)] : [code];
};
const organizationsOf = (person: Person, includeSubs: boolean) =>
  includeSubs
    ? person.organizations.flatMap(withParents)
    : person.organizations;

const meansInRecord = (
  { code, includeSubs }: Entity,
  person: Person,
  row: Row,
): boolean => {
  const groups = ["everyone", ...person.groups];
  const asked: Record<string, () => boolean> = {
    作成者: () => row.creator === person.code,
    owner: () => row.owner === person.code,
    team: () => organizationsOf(person, includeSubs).includes(row.team),
    crew: () => groups.includes(row.crew),
  };
  return asked[code]?.() ?? false;
};

const means = (entity: Entity, person: Person, row: Row | null): boolean => {
  switch (entity.type) {
    case "USER":
      return entity.code === person.code;
    case "GROUP":
      return entity.code === "everyone" || person.groups.includes(entity.code);
    case "ORGANIZATION":
      return organizationsOf(person, entity.includeSubs).includes(entity.code);
    case "CREATOR":
      // The administrator is the app's creator.
      return false;
    default:
      return row !== null && meansInRecord(entity, person, row);
  }
};

const applies = (condition: Condition, person: Person, row: Row): boolean => {
  if (condition.by === "me") return row.owner === person.code;
  if (condition.values.length === 0) return true;
  return condition.values.includes(
    condition.by === "kind" ? row.kind : row.state,
  );
};

const NOTHING = { viewable: false, editable: false, deletable: false };
const EVERYTHING = { viewable: true, editable: true, deletable: true };

/** Rights that a plan grants to a person. */
export const judge = (plan: Plan, person: Person) => {
  const app = plan.app.find(({ entity }) => means(entity, person, null)) ?? {
    ...NOTHING,
    addable: false,
  };
  const record = (row: Row): Rights => {
    const block = plan.blocks.find(({ condition }) =>
      applies(condition, person, row),
    );
    const mine = block?.rows.find(({ entity }) => means(entity, person, row));
    const rights = block ? (mine?.rights ?? NOTHING) : EVERYTHING;
    const viewable = app.viewable && rights.viewable;
    return {
      viewable,
      editable: viewable && app.editable && rights.editable,
      deletable: viewable && app.deletable && rights.deletable,
    };
  };
  const field = (row: Row, code: string): Accessibility => {
    const rows = plan.fields[code];
    if (!rows) return "WRITE";
    return (
      rows.find(({ entity }) => means(entity, person, row))?.access ?? "NONE"
    );
  };
  const may = (row: Row) => record(row).viewable;
  return {
    app,
    record,
    field,
    may,
    sees: (row: Row, ...codes: string[]) =>
      may(row) && codes.every((code) => field(row, code) !== "NONE"),
    writes: (row: Row, code: string) =>
      record(row).editable && field(row, code) === "WRITE",
  };
};

/* ---- random plans ---- */

const CLOSED = [
  ["USER", "u1"],
  ["USER", "u2"],
  ["GROUP", "g1"],
  ["GROUP", "g2"],
  ["GROUP", "everyone"],
  ["ORGANIZATION", "north"],
  ["ORGANIZATION", "child"],
  ["ORGANIZATION", "south"],
] as const;
const BY_RECORD = [
  ["FIELD_ENTITY", "作成者"],
  ["FIELD_ENTITY", "owner"],
  ["FIELD_ENTITY", "team"],
  ["FIELD_ENTITY", "crew"],
] as const;

const entity = (
  choices: ReadonlyArray<readonly [string, string]>,
): fc.Arbitrary<Entity> =>
  fc
    .tuple(fc.constantFrom(...choices), fc.boolean())
    .map(([[type, code], includeSubs]) => ({ type, code, includeSubs }));
const anybody = entity([...CLOSED, ...BY_RECORD]);

const rights = fc.record({
  viewable: fc.boolean(),
  editable: fc.boolean(),
  deletable: fc.boolean(),
});
const fieldRows = fc.array(
  fc.record({
    entity: anybody,
    access: fc.constantFrom<Accessibility>("READ", "WRITE", "NONE"),
  }),
  { maxLength: 3 },
);

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    by: fc.constant("kind" as const),
    values: fc.subarray(["a", "b", "c"]),
  }),
  fc.record({
    by: fc.constant("state" as const),
    values: fc.subarray(STATES),
  }),
  fc.constant({ by: "me" as const }),
);

export const plans: fc.Arbitrary<Plan> = fc.record({
  app: fc.array(
    fc
      .tuple(entity([...CLOSED, ["CREATOR", ""]]), rights, fc.boolean())
      .map(([it, own, addable]) => ({ ...own, entity: it, addable })),
    { minLength: 1, maxLength: 4 },
  ),
  blocks: fc.array(
    fc.record({
      condition,
      rows: fc.array(fc.record({ entity: anybody, rights }), { maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
  fields: fc.record(
    { key: fieldRows, title: fieldRows, secret: fieldRows, paper: fieldRows },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Plan["fields"]>,
  records: fc.array(
    fc.record({
      kind: fc.constantFrom("a", "b", "c"),
      creator: fc.constantFrom("u1", "u2", "u3", "u4"),
      owner: fc.constantFrom("u1", "u2", "u3", "u4"),
      team: fc.constantFrom("north", "child", "grandchild"),
      crew: fc.constantFrom("g1", "g2", "everyone"),
      state: fc.constantFrom(...STATES),
      title: fc.constantFrom("alpha", "beta"),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});
