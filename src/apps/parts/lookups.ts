import { lookup } from "../../app-kit/define-fields.ts";
import type { LookupField } from "../../app-kit/field.ts";

/** The picker offers open editions first; REST and CSV may name any. */
export const editionLookup = (copies: Record<string, string>): LookupField =>
  lookup(
    "募集回",
    {
      app: "editions",
      key: "name",
      copies,
      pickerFields: ["fiscalYear", "editionState"],
      sort: "fiscalYear desc",
    },
    { required: true },
  );

/** The picker offers active societies only; old records keep the others. */
export const societyLookup = (copies: Record<string, string>): LookupField =>
  lookup(
    "商工会",
    {
      app: "societies",
      key: "name",
      copies,
      pickerFields: ["code", "kana"],
      filterCond: 'active in ("有効")',
      sort: "sortOrder asc",
    },
    { required: true },
  );
