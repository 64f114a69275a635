import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { toMessage } from "../../errors/to-message.ts";
import { keyInfo } from "excel-form";
import type { Compared, ReturnPage } from "./return-page.ts";
import { choiceOf } from "./view-model.ts";
import type { FieldChange, ReturnedEntry } from "./view-model.ts";
import type { WriteResult } from "./write-returned.ts";
import { catalogueOf } from "../../domain/value-catalogue.ts";

const KINDS = {
  new: "kindNew",
  changed: "kindChanged",
  same: "kindSame",
} as const;

const PROBLEMS = {
  noName: "noName",
  noSociety: "societyMissing",
  twice: "twice",
} as const;

const nameOf = ({ t }: ReturnPage, { name, index }: ReturnedEntry): string =>
  name === "" ? t("unnamed", { row: index + 1 }) : name;

const labelOf = ({ programme, t }: ReturnPage, key: string): string =>
  keyInfo(catalogueOf(programme), key).label[t.language];

const namesOf = ({ index, changes }: ReturnedEntry): string[] =>
  changes.map(({ field }) => choiceOf(index, field));

const renderBox = (options: {
  label: string;
  isChosen: boolean;
  isDisabled: boolean;
  onToggle: () => void;
}): TemplateResult =>
  html`<input
    type="checkbox"
    aria-label=${options.label}
    .checked=${live(options.isChosen)}
    ?disabled=${options.isDisabled}
    @change=${options.onToggle}
  />`;

const renderResult = (
  page: ReturnPage,
  result: WriteResult | undefined,
): TemplateResult | typeof nothing => {
  if (!result) return nothing;
  return result.kind === "written"
    ? html`<span class="suisen-return-written"
        >✓ ${page.t("written")}
        <a href=${page.hrefOf(result.id)} target="_blank"
          >${page.t("openRecord")}</a
        ></span
      >`
    : html`<span class="suisen-return-failed" role="alert"
        >${toMessage(result.error, page.t.language)}</span
      >`;
};

const renderHead = (
  page: ReturnPage,
  { choice, results, progress }: Compared,
  entry: ReturnedEntry,
): TemplateResult => {
  const { t } = page;
  const { kind, problem, nomination, unreadable, society } = entry;
  const names = namesOf(entry);
  const result = results.get(entry.index);
  const isClosed =
    problem !== null || progress !== null || result?.kind === "written";
  const name = nameOf(page, entry);
  return html`<tr class="suisen-return-head">
    <td>
      ${
        kind === "new"
          ? renderBox({
              label: t("chooseEntry", { name }),
              isChosen: names.every((one) => choice.has(one)) && !isClosed,
              isDisabled: isClosed,
              onToggle: () => page.onToggle(...names),
            })
          : nothing
      }
    </td>
    <th scope="rowgroup" colspan="3">
      <span class="suisen-return-kind suisen-return-${kind}"
        >${t(KINDS[kind])}</span
      >
      ${
        nomination === null
          ? name
          : html`<a href=${page.hrefOf(nomination.id)} target="_blank"
              >${name}</a
            >`
      }
      ${society === null ? nothing : html`（${society}）`}
      ${renderResult(page, result)}
      ${
        problem === null
          ? nothing
          : html`<span class="suisen-return-failed"
              >${t(PROBLEMS[problem])}</span
            >`
      }
      ${unreadable.map(
        ({ key, text }) =>
          html`<span class="suisen-return-failed"
            >${t("unreadable", {
              label: labelOf(page, key),
              text,
            })}</span
          >`,
      )}
    </th>
  </tr>`;
};

const renderChange = (
  page: ReturnPage,
  { choice, results, progress }: Compared,
  entry: ReturnedEntry,
  { key, field, before, value }: FieldChange,
): TemplateResult => {
  const { t } = page;
  const label = labelOf(page, key);
  const own = choiceOf(entry.index, field);
  const isWritten = results.get(entry.index)?.kind === "written";
  return html`<tr>
    <td>
      ${
        entry.kind === "changed"
          ? renderBox({
              label: t("chooseField", {
                name: nameOf(page, entry),
                field: label,
              }),
              isChosen: choice.has(own),
              isDisabled:
                isWritten || progress !== null || entry.problem !== null,
              onToggle: () => page.onToggle(own),
            })
          : nothing
      }
    </td>
    <th scope="row">${label}</th>
    <td class="suisen-long-text">${before}</td>
    <td class="suisen-long-text suisen-return-after">${value}</td>
  </tr>`;
};

/** Form and records side by side, with a box for everything that may be written. */
export const renderTable = (
  page: ReturnPage,
  state: Compared,
): TemplateResult => {
  const { t } = page;
  return html`<div class="suisen-return-table suisen-scroll" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">${t("columnChoose")}</th>
          <th scope="col">${t("columnItem")}</th>
          <th scope="col">${t("columnBefore")}</th>
          <th scope="col">${t("columnAfter")}</th>
        </tr>
      </thead>
      ${state.entries.map(
        (entry) =>
          html`<tbody>
            ${renderHead(page, state, entry)}
            ${entry.changes.map((change) =>
              renderChange(page, state, entry, change),
            )}
          </tbody>`,
      )}
    </table>
  </div>`;
};
