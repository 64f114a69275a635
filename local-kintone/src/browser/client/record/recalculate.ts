import { calculate } from "../../../language/formula/calculate.ts";
import type {
  AppSettings,
  FieldValue,
  TableRow,
} from "../../../model/model.ts";
import { boot, bootApp } from "../boot.ts";
import type { Place, RecordForm } from "./form.ts";
import { isCalculated } from "./kinds.ts";
import type { Cells, Entity, Field, Row } from "./types.ts";

/** The same arithmetic as the server's, which reads these members of the settings. */
const settings = (): AppSettings => {
  const { fields, general } = bootApp();
  // Formulas read the fields and the number precision, nothing else.
  return { fields, general } as AppSettings;
};
let known: AppSettings | null = null;
const formSettings = (): AppSettings => {
  known ??= settings();
  return known;
};

const cellValues = (cells: Cells): Record<string, FieldValue> =>
  Object.fromEntries(
    Object.entries(cells).map(([code, cell]) => [code, cell.value]),
  );

const toTableRow = (row: Row): TableRow => ({
  id: row.id ?? "",
  value: cellValues(row.cells),
});

const valuesOf = (form: RecordForm): Record<string, FieldValue> => ({
  ...cellValues(form.cells),
  ...Object.fromEntries(
    Object.entries(form.tables).map(([code, { rows }]) => [
      code,
      rows.map(toTableRow),
    ]),
  ),
});

const ofType = (form: RecordForm, type: string): Field | undefined =>
  Object.values(form.system).find((field) => field.type === type);

const personNameOf = (form: RecordForm, type: string): string => {
  const person = ofType(form, type)?.value as Entity | undefined;
  return person?.name ?? boot.user.name;
};
const timeOf = (form: RecordForm, type: string): string =>
  String(ofType(form, type)?.value ?? "");

const applyCalculated = (
  cells: Cells,
  values: Record<string, FieldValue>,
  at: Pick<Place, "table" | "row">,
): Place[] =>
  Object.entries(cells).flatMap(([code, cell]) => {
    if (!isCalculated(cell.property)) return [];
    const next = String(values[code] ?? "");
    if (cell.value === next) return [];
    cell.value = next;
    return [{ code, ...at }];
  });

/** Calculates what formulas decide; answers the fields that have another value now. */
export const recalculate = (form: RecordForm): Place[] => {
  const values = calculate(formSettings(), {
    values: valuesOf(form),
    createdAt: timeOf(form, "CREATED_TIME"),
    updatedAt: timeOf(form, "UPDATED_TIME"),
    creatorName: personNameOf(form, "CREATOR"),
    modifierName: personNameOf(form, "MODIFIER"),
  });
  const inTables = Object.values(form.tables).flatMap((table) => {
    // Rows go in and come out in the same order.
    const rows = (values[table.property.code] ?? []) as TableRow[];
    return table.rows.flatMap((row, i) =>
      applyCalculated(row.cells, rows[i]?.value ?? {}, { table, row }),
    );
  });
  return [
    ...inTables,
    ...applyCalculated(form.cells, values, { table: null, row: null }),
  ];
};
