/** The rows drawn in advance; they differ in their numbers only. */
export const SAMPLE_LIST = { firstRow: 13, rows: 20 } as const;

const ROW = new RegExp(`<row r="${SAMPLE_LIST.firstRow}".*?</row>`);
const OWN_NUMBER = new RegExp(`(r="[A-Z]?)${SAMPLE_LIST.firstRow}"`, "g");

/** The sheet with all its rows, from the first one that the code holds. */
export const growRows = (xml: string): string =>
  xml.replace(ROW, (first) =>
    Array.from({ length: SAMPLE_LIST.rows }, (_row, index) =>
      first
        .replace(OWN_NUMBER, `$1${SAMPLE_LIST.firstRow + index}"`)
        .replace("<v>1</v>", `<v>${index + 1}</v>`),
    ).join(""),
  );

/** Leaves the first row alone; `growRows` brings the others back. */
export const shrinkRows = (xml: string): string => {
  const [first = ""] = ROW.exec(xml) ?? [];
  return xml.replace(growRows(first), first);
};
