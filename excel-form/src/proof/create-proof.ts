import type { Change } from "../xlsx/sheet/change.ts";
import { CellError } from "../xlsx/sheet/scalar.ts";
import type { Scalar } from "../xlsx/sheet/scalar.ts";
import { CONTENT_TYPES } from "../xlsx/package/content-types.ts";
import type { ChangedCell, PartReason, Proof } from "./proof.ts";
import { sha256 } from "../xlsx/package/sha256.ts";
import { toAddress } from "../xlsx/formula/address.ts";
import type { Workbook } from "../xlsx/sheet/workbook.ts";

/** Cells of a sheet that were written, and how many. */
export type SheetChanges = {
  readonly sheet: string;
  readonly count: number;
  readonly list: () => readonly Change[];
};

/** Work on a workbook that is to be proved. */
export type WorkDone = {
  readonly workbook: Workbook;
  readonly insertions: ReadonlyArray<{
    readonly sheet: string;
    readonly top: number;
    readonly count: number;
  }>;
  readonly written: readonly SheetChanges[];
};

/** Parts that change for these reasons hold places as well. */
const MOVES_TOO: readonly PartReason[] = ["chart-points", "calculation"];

const listReasons = (
  part: string,
  work: WorkDone,
  written: ReadonlySet<string>,
): PartReason[] => {
  const { workbook, insertions } = work;
  const reasons: PartReason[] = [];
  const sheet = workbook.sheets.find((entry) => entry.part === part);
  if (sheet && written.has(sheet.name)) reasons.push("cells");
  const fixed = fixedReason(part, workbook);
  if (fixed) reasons.push(fixed);
  const namesMoved = workbook.root.child("definedNames")?.isChanged === true;
  const isMoved =
    part === workbook.part ? namesMoved : !fixed || MOVES_TOO.includes(fixed);
  if (insertions.length > 0 && isMoved) reasons.push("rows-moved");
  // Shapes show results.
  return reasons.length > 0 ? reasons : ["calculation"];
};

const fixedReason = (part: string, workbook: Workbook): PartReason | null => {
  if (part === workbook.part) {
    const order = workbook.root.child("calcPr");
    return order?.isChanged ? "calculation" : null;
  }
  if (part === workbook.relatedPart("sharedStrings")) return "strings-added";
  if (part === workbook.relatedPart("styles")) return "formats-added";
  if (part === CONTENT_TYPES && workbook.kind === "xltx") {
    return "template-to-workbook";
  }
  if (part === CONTENT_TYPES || part.endsWith(".rels")) return "package-list";
  const type = workbook.pack.contentType(part);
  if (type.endsWith("pivotCacheDefinition+xml")) return "calculation";
  return type.endsWith("chart+xml") ? "chart-points" : null;
};

const plain = (value: Scalar) =>
  value instanceof CellError ? value.code : value;

const toChangedCell = (cell: Change): ChangedCell => ({
  sheet: cell.sheet,
  address: toAddress(cell.row, cell.column),
  before: plain(cell.before),
  after: plain(cell.after),
});

/** Call after everything is written into the package. */
export const createProof = (
  work: WorkDone,
  computed: readonly Change[],
  form: Uint8Array,
  result: Uint8Array,
): Proof => {
  const { pack } = work.workbook;
  const { changed, removed } = pack.listChanges();
  const recalculated = computed.map(toChangedCell);
  const written = new Set<string>();
  for (const { sheet, count } of work.written) {
    if (count > 0) written.add(sheet);
  }
  for (const { sheet } of recalculated) written.add(sheet);
  let cells: ChangedCell[] | undefined;
  const notUntouched = new Set(changed);
  return {
    version: 1,
    formHash: sha256(form),
    resultHash: sha256(result),
    get cells() {
      cells ??= work.written.flatMap(({ list }) => list().map(toChangedCell));
      return cells;
    },
    cellCount: work.written.reduce((sum, { count }) => sum + count, 0),
    computed: recalculated,
    insertedRows: work.insertions.map(({ sheet, top, count }) => ({
      sheet,
      firstRow: top,
      count,
    })),
    changedParts: changed.map((name) => ({
      name,
      reasons: listReasons(name, work, written),
    })),
    removedParts: removed,
    untouchedParts: pack.names
      .filter((name) => !notUntouched.has(name))
      .map((name) => ({ name, hash: sha256(pack.bytes(name)) })),
  };
};
