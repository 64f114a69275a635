import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { bootApp, c } from "../boot.ts";
import type { Entity, RowValue } from "../record/types.ts";
import { pageRoute } from "../rest.ts";
import { showValue } from "../ui/show-value.ts";
import { showDateTime } from "../times.ts";
import { t } from "../words.ts";

type ChangedField = { code: string; before: unknown; after: unknown };
type Change = {
  revision: number;
  changedAt: string;
  changedBy: Entity;
  fields: ChangedField[];
};
type History = { created: { at: string; by: Entity }; changes: Change[] };

const tableText = (value: unknown): string => {
  // A SUBTABLE's value is a list of rows (rest-api: record value formats).
  const rows = (value ?? []) as RowValue[];
  return t("rowCount").replace("{n}", String(rows.length));
};

const shown = (code: string, value: unknown) => {
  const property = bootApp().fields[code];
  if (!property) return "";
  if (property.type === "SUBTABLE") return tableText(value);
  return showValue(property, value);
};

const fieldLine = ({ code, before, after }: ChangedField): TemplateResult =>
  html`<li>
    <strong>${bootApp().fields[code]?.label ?? code}</strong>:
    <del>${shown(code, before)}</del> → <ins>${shown(code, after)}</ins>
  </li>`;

const entry = (
  at: string,
  by: Entity,
  what: string,
  fields: ChangedField[],
): TemplateResult =>
  html`<li class=${c("comment")}>
    <div class=${c("comment-head")}>
      <strong>${by.name}</strong>
      <time datetime=${at}>${showDateTime(at)}</time>
      <span class=${c("muted")}>${what}</span>
    </div>
    <ul class=${c("changes")}>
      ${fields.map(fieldLine)}
    </ul>
  </li>`;

/** The history of a record, loaded when the user opens it. */
export class ChangeHistory {
  readonly #recordId: number;
  readonly #redraw: () => void;
  #history: History | null = null;
  #isAsked = false;

  constructor(recordId: number, redraw: () => void) {
    this.#recordId = recordId;
    this.#redraw = redraw;
  }

  template(): TemplateResult {
    if (!this.#isAsked) this.#load();
    return html`<section
      class=${c("comments")}
      aria-label=${t("changeHistory")}
    >
      <h2 class=${c("side-title")}>${t("changeHistory")}</h2>
      ${this.#history ? this.#list(this.#history) : nothing}
    </section>`;
  }

  #load(): void {
    this.#isAsked = true;
    pageRoute<History>("GET", "changes", {
      app: bootApp().id,
      record: this.#recordId,
    })
      .then((history) => {
        this.#history = history;
        this.#redraw();
      })
      .catch((error: unknown) => window.reportError(error));
  }

  #list({ created, changes }: History): TemplateResult {
    return html`<ol class=${c("comment-list")}>
      ${changes.map(({ changedAt, changedBy, revision, fields }) =>
        entry(changedAt, changedBy, `${t("changed")} #${revision}`, fields),
      )}
      ${entry(created.at, created.by, t("recordAdded"), [])}
    </ol>`;
  }
}
