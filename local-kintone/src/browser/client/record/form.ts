import type { FieldProperty } from "../../../model/model.ts";
import { isCalculated, lookupOf, shapeTypes, systemTypes } from "./kinds.ts";
import type {
  Cell,
  CellValue,
  Cells,
  Field,
  FieldRecord,
  FieldRights,
  Row,
  RowValue,
  Table,
} from "./types.ts";
import { toCellValue } from "./values.ts";

type Properties = Record<string, FieldProperty>;
export type InitialValue = (property: FieldProperty) => CellValue;

const copyTargetsOf = (properties: Properties): Set<string> => {
  const mappings = Object.values(properties).flatMap(
    (property) => lookupOf(property)?.fieldMappings ?? [],
  );
  return new Set(mappings.map(({ field }) => field));
};

let rowKeys = 0;
const nextRowKey = (): number => {
  rowKeys += 1;
  return rowKeys;
};

/** Position of a cell: its table and row, or neither. */
export type Place = { code: string; table: Table | null; row: Row | null };

/** Everything a record page holds while it is open: values, errors, what is switched off. */
export class RecordForm {
  readonly cells: Cells = {};
  readonly tables: Record<string, Table> = {};
  /** System fields of a saved record, as REST gave them. */
  readonly system: FieldRecord = {};
  readonly properties: Properties;
  readonly rights: FieldRights;
  /** Shown at the top of the page. */
  message: string | null = null;

  readonly #initial: InitialValue;

  constructor(
    properties: Properties,
    rights: FieldRights,
    initial: InitialValue,
  ) {
    this.properties = properties;
    this.rights = rights;
    this.#initial = initial;
    const targets = copyTargetsOf(properties);
    for (const property of Object.values(properties))
      this.#place(property, targets);
  }

  /** Fills in what REST says; what it leaves out is not the user's to see. */
  load(record: FieldRecord): void {
    for (const [code, field] of Object.entries(record)) {
      const table = this.tables[code];
      const cell = this.cells[code];
      if (table) table.rows = this.#rowsOf(table, field);
      else if (cell) loadCell(cell, field.value);
      else if (systemTypes.has(field.type)) this.system[code] = field;
    }
    this.#dropInvisible(record);
  }

  newRow(table: Table, id: string | null = null): Row {
    const properties = table.property.fields ?? {};
    const targets = copyTargetsOf(properties);
    const cells: Cells = {};
    const visible = Object.values(properties).filter(
      ({ code }) => this.rights[code]?.viewable !== false,
    );
    for (const property of visible)
      cells[property.code] = this.#cell(property, targets);
    return { key: nextRowKey(), id, cells };
  }

  /** Every cell with its place, table rows included. */
  *places(): Generator<Place & { cell: Cell }> {
    for (const [code, cell] of Object.entries(this.cells))
      yield { code, table: null, row: null, cell };
    for (const table of Object.values(this.tables))
      for (const row of table.rows)
        for (const [code, cell] of Object.entries(row.cells))
          yield { code, table, row, cell };
  }

  clearErrors(): void {
    this.message = null;
    for (const { cell } of this.places()) cell.error = null;
    for (const table of Object.values(this.tables)) table.error = null;
  }

  #place(property: FieldProperty, targets: Set<string>): void {
    const { type, code } = property;
    if (shapeTypes.has(type) || systemTypes.has(type)) return;
    if (this.rights[code]?.viewable === false) return;
    if (type !== "SUBTABLE") {
      this.cells[code] = this.#cell(property, targets);
      return;
    }
    // Rights name the columns of a table, not the table.
    const columns = Object.keys(property.fields ?? {});
    const isOpen = (column: string) => this.rights[column]?.editable ?? true;
    const editable = columns.some(isOpen);
    const table: Table = {
      property,
      editable,
      disabled: false,
      error: null,
      rows: [],
    };
    table.rows = [this.newRow(table)];
    this.tables[code] = table;
  }

  #cell(property: FieldProperty, targets: Set<string>): Cell {
    const right = this.rights[property.code]?.editable ?? true;
    return {
      property,
      value: this.#initial(property),
      disabled: false,
      error: null,
      editable: right && !isCalculated(property),
      isCopyTarget: targets.has(property.code),
      confirmed: true,
      sourceId: null,
    };
  }

  #rowsOf(table: Table, field: Field): Row[] {
    // A SUBTABLE's value is a list of rows (rest-api: record value formats).
    return (field.value as RowValue[]).map((given) => {
      const row = this.newRow(table, given.id ?? null);
      for (const [code, cell] of Object.entries(row.cells))
        loadCell(cell, given.value[code]?.value);
      return row;
    });
  }

  #dropInvisible(record: FieldRecord): void {
    for (const code of Object.keys(this.cells))
      if (!(code in record)) delete this.cells[code];
    for (const code of Object.keys(this.tables))
      if (!(code in record)) delete this.tables[code];
  }
}

const loadCell = (cell: Cell, value: unknown): void => {
  cell.value = toCellValue(cell.property, value);
};
