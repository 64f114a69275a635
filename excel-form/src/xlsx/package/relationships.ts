import type { XmlElement } from "../xml/element.ts";

export type Relationship = {
  readonly id: string;
  /** Last segment of the type's URI: `worksheet`, `vmlDrawing`; same in all dialects. */
  readonly type: string;
  /** Part name without a leading slash; null for external targets. */
  readonly target: string | null;
  readonly element: XmlElement;
};

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`; empty for the package itself. */
export const toRelationshipsName = (part: string): string => {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
};

export const decodePercent = (target: string): string => {
  try {
    return decodeURIComponent(target);
  } catch {
    // A stray % belongs to the name itself.
    return target;
  }
};

/** Absolute, relative, with `..`, backslashes or percent signs: all are met in practice. */
const resolveTarget = (source: string, target: string): string => {
  const path = decodePercent(target.replace(/#.*$/, "")).replaceAll("\\", "/");
  const base = path.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const segment of path.split("/")) {
    if (segment === "..") base.pop();
    else if (segment !== "" && segment !== ".") base.push(segment);
  }
  return base.join("/");
};

export const readRelationships = (
  source: string,
  root: XmlElement,
): Relationship[] =>
  root.childrenNamed("Relationship").map((element) => {
    const type = element.get("Type") ?? "";
    const isExternal = element.get("TargetMode") === "External";
    return {
      id: element.get("Id") ?? "",
      type: type.slice(type.lastIndexOf("/") + 1),
      target: isExternal
        ? null
        : resolveTarget(source, element.get("Target") ?? ""),
      element,
    };
  });
