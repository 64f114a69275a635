import { deflateEntry, encodeUtf8, writeZip } from "excel-form";

/** A package from the text of its parts; the same parts give the same bytes. */
export const zipParts = (parts: Readonly<Record<string, string>>): Uint8Array =>
  writeZip(
    Object.entries(parts).map(([name, xml]) =>
      deflateEntry(name, encodeUtf8(xml)),
    ),
  );
