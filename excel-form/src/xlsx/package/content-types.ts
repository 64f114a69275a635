import { FormError } from "../../words/form-error.ts";
import type { XmlElement } from "../xml/element.ts";
import type { Signs } from "./sniff.ts";
import { readSigns } from "./sniff.ts";

export type FormKind = "xlsx" | "xlsm" | "xltx";

export const CONTENT_TYPES = "[Content_Types].xml";

const WORKBOOK =
  /^application\/vnd\.(?:openxmlformats-officedocument\.spreadsheetml|ms-excel)\.(sheet|template)(\.macroEnabled)?\.main\+xml$/;

const FOREIGN: Signs = [
  [/wordprocessingml|ms-word/, "report/file-is-word"],
  [/presentationml|ms-powerpoint/, "report/file-is-slides"],
  [/sheet\.binary/, "report/file-is-xlsb"],
  [/addin/, "report/file-is-addin"],
];

/**
 * Kind of workbook by the main part's content type, and the type it is saved
 * as: a template becomes the workbook that Excel makes of it.
 */
export const parseWorkbookType = (
  type: string,
): { kind: FormKind; becomes: string } => {
  const [known, word, hasMacros] = WORKBOOK.exec(type) ?? [];
  if (known === undefined)
    throw new FormError(readSigns(type, FOREIGN, "report/file-is-other-zip"));
  const kind = word === "sheet" ? "xlsx" : "xltx";
  return {
    kind: hasMacros ? "xlsm" : kind,
    becomes: type.replace(".template", ".sheet"),
  };
};

const isSame = (written: string | null, name: string): boolean =>
  written?.toLowerCase() === name.toLowerCase();

const findOverride = (types: XmlElement, part: string) =>
  types
    .childrenNamed("Override")
    .find((child) => isSame(child.get("PartName"), `/${part}`));

/** The `Override` of a part wins over the `Default` of its extension. */
export const findContentType = (types: XmlElement, part: string): string => {
  const extension = part.slice(part.lastIndexOf(".") + 1);
  const found =
    findOverride(types, part) ??
    types
      .childrenNamed("Default")
      .find((child) => isSame(child.get("Extension"), extension));
  return found?.get("ContentType") ?? "";
};

export const setContentType = (
  types: XmlElement,
  part: string,
  type: string,
): void => {
  const override = findOverride(types, part);
  if (override) override.set("ContentType", type);
  else {
    types.append(
      types.create("Override", { PartName: `/${part}`, ContentType: type }),
    );
  }
};

export const removeContentType = (types: XmlElement, part: string): void => {
  const override = findOverride(types, part);
  if (override) types.remove(override);
};
