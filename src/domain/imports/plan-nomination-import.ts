import type { AppRecordInput } from "../../apps/records.ts";
import type { Programme } from "../../programmes/index.ts";
import { sameFirmBasis } from "../firm-identity.ts";
import type { FirmFields } from "../firm-identity.ts";
import { toCorporateNumber } from "../corporate-number.ts";
import { looseNameKey } from "../loose-name.ts";
import type { Nomination, Society } from "../model.ts";
import { cellAt } from "./list-table.ts";
import type { ListRow } from "./list-table.ts";
import type {
  NominationColumn,
  NominationColumns,
} from "./nomination-columns.ts";
import { createEditionFinder } from "./past-edition.ts";
import type { KnownEdition, PastEdition } from "./past-edition.ts";
import { createSocietyFinder } from "./plan-contact-import.ts";
import { readPastFirm } from "./read-past-firm.ts";
import type { ReadCell } from "./read-past-firm.ts";
import type { RowProblem, RowProblemCode } from "./row-problem.ts";

export type KnownPast = {
  readonly programme: Programme;
  readonly editions: readonly KnownEdition[];
  readonly societies: ReadonlyArray<Pick<Society, "name" | "code">>;
  readonly nominations: ReadonlyArray<FirmFields & Pick<Nomination, "edition">>;
  /** The fiscal year of today. */
  readonly thisYear: number;
};

export type PastStep = {
  readonly kind: "add";
  readonly row: number;
  readonly name: string;
} & (
  | {
      readonly app: "editions";
      readonly isFirst: true;
      readonly values: AppRecordInput<"editions">;
    }
  | {
      readonly app: "nominations";
      readonly values: AppRecordInput<"nominations">;
    }
);

type PastPlan = {
  readonly steps: readonly PastStep[];
  readonly same: number;
  readonly problems: readonly RowProblem[];
  readonly notes: readonly RowProblem[];
  readonly unnamed: readonly string[];
};

/** A firm of an edition; `row` is null for a record of the app. */
type Entry = FirmFields & { readonly row: number | null };

/** Firms by edition and by number or name, as few of thousands have one in common. */
const createFirmIndex = () => {
  const buckets = new Map<string, Entry[]>();
  const bucketsOf = (edition: string, firm: FirmFields): Entry[][] =>
    [toCorporateNumber(firm.corporateNumber), looseNameKey(firm.registeredName)]
      .filter((key) => key !== "")
      .map((key) => {
        const place = JSON.stringify([edition, key]);
        const bucket = buckets.get(place) ?? [];
        buckets.set(place, bucket);
        return bucket;
      });
  return {
    add: (edition: string, entry: Entry): void =>
      bucketsOf(edition, entry).forEach((bucket) => bucket.push(entry)),
    find: (edition: string, firm: FirmFields): Entry | undefined =>
      bucketsOf(edition, firm)
        .flat()
        .find((entry) => sameFirmBasis(entry, firm) !== null),
  };
};

const editionStep = (
  programme: Programme,
  { name, addedFor }: PastEdition,
  row: number,
): PastStep => ({
  kind: "add",
  app: "editions",
  isFirst: true,
  row,
  name,
  values: {
    name,
    programme: programme.id,
    fiscalYear: addedFor,
    editionState: "終了",
  },
});

type Refuse = (
  code: RowProblemCode,
  field: NominationColumn,
  other?: string,
) => void;

type Finders = {
  readonly edition: ReturnType<typeof createEditionFinder>;
  readonly society: ReturnType<typeof createSocietyFinder>;
};

type Place = { readonly edition: PastEdition; readonly society: string };

/** The edition and the society of a row; null where one of them is refused. */
const placeOf = (at: ReadCell, find: Finders, refuse: Refuse): Place | null => {
  const edition = find.edition(at("edition"));
  const society = find.society(at("society").normalize("NFKC"), at("society"));
  if (at("registeredName") === "") refuse("firmMissing", "registeredName");
  else if (edition.kind === "unknown") refuse("editionUnknown", "edition");
  else if (edition.kind === "running") refuse("editionRunning", "edition");
  else if (society === null) refuse("societyMissing", "society");
  else return { edition: edition.edition, society: society.name };
  return null;
};

const createReader =
  (row: ListRow, columns: NominationColumns): ReadCell =>
  (field) => {
    const column = columns[field];
    return column === undefined ? "" : cellAt(row, column);
  };

const reportInto =
  (list: RowProblem[], { number: row }: ListRow, at: ReadCell): Refuse =>
  (code, field, other) => {
    const problem = { row, code, field, text: at(field) };
    list.push(other === undefined ? problem : { ...problem, other });
  };

/**
 * Plans the records of earlier years: only editions that are over, and a firm once in each.
 * Records that exist stay as they are, so a plan made after it was applied is empty.
 */
export const planNominationImport = (
  rows: readonly ListRow[],
  columns: NominationColumns,
  { programme, editions, societies, nominations, thisYear }: KnownPast,
): PastPlan => {
  const finders: Finders = {
    edition: createEditionFinder(programme, editions, thisYear),
    society: createSocietyFinder(societies),
  };
  const firms = createFirmIndex();
  for (const one of nominations) firms.add(one.edition, { ...one, row: null });
  const added = new Map<string, PastStep>();
  const steps: PastStep[] = [];
  const problems: RowProblem[] = [];
  const notes: RowProblem[] = [];
  let same = 0;
  for (const row of rows) {
    const at = createReader(row, columns);
    const refuse = reportInto(problems, row, at);
    const place = placeOf(at, finders, refuse);
    if (place === null) continue;
    const { name, addedFor } = place.edition;
    const ownNotes: RowProblem[] = [];
    const firm = readPastFirm(programme, at, reportInto(ownNotes, row, at));
    const twin = firms.find(name, firm);
    if (twin?.row === null) same += 1;
    if (typeof twin?.row === "number")
      refuse("twice", "registeredName", String(twin.row));
    if (twin !== undefined) continue;
    firms.add(name, { ...firm, row: row.number });
    notes.push(...ownNotes);
    if (addedFor !== null && !added.has(name))
      added.set(name, editionStep(programme, place.edition, row.number));
    steps.push({
      kind: "add",
      app: "nominations",
      row: row.number,
      name: firm.registeredName,
      values: { ...firm, edition: name, society: place.society },
    });
  }
  return {
    steps: [...added.values(), ...steps],
    same,
    problems,
    notes,
    unnamed: [],
  };
};
