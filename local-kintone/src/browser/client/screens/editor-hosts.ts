import type { Place, RecordForm } from "../record/form.ts";
import { lookupOf } from "../record/kinds.ts";
import { copySource, listCandidates } from "../record/lookup.ts";
import type { FormRunner } from "../record/runner.ts";
import type { Cell, CellValue, Entity, FileInfo } from "../record/types.ts";
import { sameValue } from "../record/values.ts";
import { uploadFile } from "../rest.ts";
import type { EditorHost } from "../ui/editors/context.ts";
import { listEntities, pickEntities } from "../ui/entity-picker.ts";
import { pickLookup } from "../ui/lookup-picker.ts";
import { t } from "../words.ts";

const allowed = (cell: Cell, all: Entity[]): Entity[] => {
  const limits = (cell.property.entities ?? []) as Array<{
    type: string;
    code: string;
  }>;
  const codes = limits
    .filter(({ type }) => type === "USER")
    .map(({ code }) => code);
  // Limits by group or organisation are left to the server.
  const isPlain = codes.length > 0 && codes.length === limits.length;
  return isPlain ? all.filter(({ code }) => codes.includes(code)) : all;
};

const toFileInfo = async (file: File): Promise<FileInfo> => ({
  fileKey: await uploadFile(file),
  name: file.name,
  contentType: file.type === "" ? "application/octet-stream" : file.type,
  size: String(file.size),
});

/** Connects the controls of a form with its runner. */
export const createHosts = (
  form: RecordForm,
  runner: FormRunner,
): ((place: Place, cell: Cell) => EditorHost) => {
  const reportFailure = (work: Promise<void>): void => {
    work.catch((error: unknown) => window.reportError(error));
  };
  /** Value of the field before typing began. */
  const committed = new WeakMap<Cell, CellValue>();

  return (place, cell) => {
    const type = (value: CellValue): void => {
      if (!committed.has(cell)) committed.set(cell, cell.value);
      cell.value = value;
      if (lookupOf(cell.property)) cell.confirmed = value === "";
    };
    const commit = (value: CellValue): void => {
      const before = committed.get(cell) ?? cell.value;
      committed.delete(cell);
      type(value);
      committed.delete(cell);
      if (!sameValue(before, value)) runner.changed([place]);
    };
    const pick = async (): Promise<void> => {
      const everybody = await listEntities(cell.property.type);
      const chosen = await pickEntities(
        `${cell.property.label} ${t("choose")}`,
        allowed(cell, everybody),
        cell.value as Entity[],
      );
      if (chosen) commit(chosen);
    };
    const add = async (files: File[]): Promise<void> => {
      const uploaded = await Promise.all(files.map(toFileInfo));
      commit([...(cell.value as FileInfo[]), ...uploaded]);
    };
    const fetchSource = async (): Promise<void> => {
      const setting = lookupOf(cell.property);
      if (!setting) return;
      const word = String(cell.value);
      const { records } = await listCandidates(setting, word, 0);
      const [only] = records;
      const isExact =
        records.length === 1 &&
        String(only?.[setting.relatedKeyField]?.value) === word;
      const source = isExact
        ? (only ?? null)
        : await pickLookup(cell.property.label, setting, word);
      if (source) runner.changed(copySource(form, place, source));
    };
    return {
      type,
      commit,
      pickEntities: () => reportFailure(pick()),
      addFiles: (files) => reportFailure(add(files)),
      fetchLookup: () => reportFailure(fetchSource()),
      clearLookup: () => runner.changed(copySource(form, place, null)),
    };
  };
};
