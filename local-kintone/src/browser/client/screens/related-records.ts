import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { FieldProperty } from "../../../model/model.ts";
import { c, root } from "../boot.ts";
import type { FieldRecord } from "../record/types.ts";
import { quote, rest } from "../rest.ts";
import { showValue } from "../ui/show-value.ts";
import { t } from "../words.ts";

type Setting = {
  relatedApp: { app: string };
  condition: { field: string; relatedField: string };
  filterCond: string;
  displayFields: string[];
  sort: string;
  size: string;
};
type Related = {
  app: string;
  properties: Record<string, FieldProperty>;
  records: FieldRecord[];
};

const load = async (setting: Setting, key: string): Promise<Related> => {
  const { app } = setting.relatedApp;
  const { properties } = await rest<Pick<Related, "properties">>(
    "GET",
    "/k/v1/app/form/fields",
    { app },
  );
  const filter =
    setting.filterCond === "" ? "" : ` and (${setting.filterCond})`;
  const order = setting.sort === "" ? "" : ` order by ${setting.sort}`;
  const condition = `${setting.condition.relatedField} = ${quote(key)}${filter}`;
  const { records } = await rest<Pick<Related, "records">>(
    "GET",
    "/k/v1/records",
    { app, query: `${condition}${order} limit ${setting.size}` },
  );
  return { app, properties, records };
};

const table = (
  { app, properties, records }: Related,
  setting: Setting,
  label: string,
): TemplateResult => {
  const columns = setting.displayFields.flatMap(
    (code) => properties[code] ?? [],
  );
  return html`<div class=${c("table-frame")}>
    <table class=${c("table")} aria-label=${label}>
      <thead>
        <tr>
          <th scope="col">${t("detail")}</th>
          ${columns.map((column) => html`<th scope="col">${column.label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${records.map(
          (record) =>
            html`<tr>
              <td>
                <a
                  href=${`${root}/${app}/show#record=${String(record.$id?.value)}`}
                  >${t("open")}</a
                >
              </td>
              ${columns.map(
                (column) =>
                  html`<td>
                    ${showValue(column, record[column.code]?.value)}
                  </td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
};

/** Lists of related records, fetched once per value they hang on. */
export const createRelatedRecords = (
  valueOf: (code: string) => string,
  redraw: () => void,
): ((property: FieldProperty) => TemplateResult) => {
  const known = new Map<string, Related | "loading" | "refused">();
  return (property) => {
    // A REFERENCE_TABLE has this setting (rest-api: form/fields).
    const setting = property.referenceTable as Setting | null;
    const key = setting ? valueOf(setting.condition.field) : "";
    if (!setting || key === "") return html`${nothing}`;
    const at = `${property.code}/${key}`;
    const found = known.get(at);
    if (found === undefined) {
      known.set(at, "loading");
      load(setting, key)
        .then((related) => known.set(at, related))
        .catch(() => known.set(at, "refused"))
        .finally(redraw);
    }
    if (found === undefined || found === "loading")
      return html`${t("loading")}`;
    return found === "refused"
      ? html`${t("refused")}`
      : table(found, setting, property.label);
  };
};
