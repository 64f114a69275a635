import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { toMessage } from "../../errors/to-message.ts";
import type { Translator } from "../../i18n/translate.ts";
import { keyInfo } from "../../report/index.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderProgress } from "../../ui/progress.ts";
import type { ReturnMessages } from "./messages.ts";
import { choiceOf, countKinds, planWrites } from "./view-model.ts";
import type { Choice, FieldChange, ReturnedEntry } from "./view-model.ts";
import type { WriteResult } from "./write-returned.ts";

export type ReturnState =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly error: unknown }
  /** The map must be settled first. */
  | { readonly kind: "missing" | "stale" }
  | { readonly kind: "waiting"; readonly error: unknown }
  | {
      readonly kind: "compared";
      readonly fileName: string;
      readonly entries: readonly ReturnedEntry[];
      readonly choice: Choice;
      readonly results: ReadonlyMap<number, WriteResult>;
      /** Records to write and those dealt with, while it is going on. */
      readonly progress: {
        readonly done: number;
        readonly total: number;
      } | null;
    };

type Compared = Extract<ReturnState, { kind: "compared" }>;

export type ReturnPage = {
  readonly t: Translator<ReturnMessages>;
  readonly state: ReturnState;
  readonly societies: readonly string[];
  readonly society: string | null;
  hrefOf(recordId: string): string;
  onFile(file: File): void;
  onSociety(name: string | null): void;
  onToggle(...names: string[]): void;
  onOtherFile(): void;
  onReload(): void;
  onWrite(): void;
  onClose(): void;
};

const renderDrop = (page: ReturnPage, error: unknown): TemplateResult =>
  html`${
      error === null
        ? nothing
        : renderNotice(
            "error",
            `${toMessage(error, page.t.language)} ${page.t("refused")}`,
          )
    }
    <div
      class="suisen-return-drop"
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        const file = event.dataTransfer?.files[0];
        if (file) page.onFile(file);
      }}
    >
      <p>${page.t("drop")}</p>
      <label class="suisen-button suisen-return-choose"
        >${page.t("choose")}
        <input
          class="suisen-visually-hidden"
          type="file"
          accept=".xlsx,.xlsm"
          @change=${(event: Event) => {
            if (!(event.target instanceof HTMLInputElement)) return;
            const file = event.target.files?.[0];
            // The same file may be chosen again after it was mended.
            event.target.value = "";
            if (file) page.onFile(file);
          }}
        />
      </label>
      <p class="suisen-secondary">${page.t("nothingYet")}</p>
    </div>`;

const renderSociety = ({
  t,
  societies,
  society,
  onSociety,
}: ReturnPage): TemplateResult =>
  html`<label class="suisen-return-society"
    >${t("society")}
    <select
      class="suisen-input"
      @change=${(event: Event) => {
        if (event.target instanceof HTMLSelectElement) {
          const { value } = event.target;
          onSociety(value === "" ? null : value);
        }
      }}
    >
      <option value="" ?selected=${society === null}>${t("noSociety")}</option>
      ${societies.map(
        (name) =>
          html`<option value=${name} ?selected=${name === society}>
            ${name}
          </option>`,
      )}
    </select></label
  >`;

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
              label: keyInfo(key).label[t.language],
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
  const label = keyInfo(key).label[t.language];
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

const renderTable = (page: ReturnPage, state: Compared): TemplateResult => {
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

const renderOutcome = (
  { t }: ReturnPage,
  { results, progress }: Compared,
): TemplateResult | typeof nothing => {
  if (progress !== null) {
    return renderProgress({ label: t("writing", progress), ...progress });
  }
  if (results.size === 0) return nothing;
  const written = [...results.values()].filter(
    ({ kind }) => kind === "written",
  ).length;
  return written === results.size
    ? renderNotice("info", t("allWritten", { count: written }))
    : renderNotice(
        "warning",
        t("partlyWritten", { written, total: results.size }),
      );
};

const renderCompared = (page: ReturnPage, state: Compared): TemplateResult => {
  const { t } = page;
  const { entries, choice, results, progress } = state;
  const isDone = results.size > 0 && progress === null;
  const count = planWrites(entries, choice).length;
  return html`<p class="suisen-long-text">
      ${t("file", { name: state.fileName })}
      <strong>${t("counts", countKinds(entries))}</strong>
    </p>
    ${renderSociety(page)} ${renderOutcome(page, state)}
    ${
      entries.length === 0
        ? renderNotice("info", t("empty"))
        : renderTable(page, state)
    }
    <div class="suisen-return-actions">
      ${
        count === 0 && !isDone && entries.length > 0
          ? html`<span class="suisen-secondary">${t("nothingChosen")}</span>`
          : nothing
      }
      <button type="button" class="suisen-button" @click=${page.onOtherFile}>
        ${t("otherFile")}
      </button>
      <button type="button" class="suisen-button" @click=${page.onClose}>
        ${t("close")}
      </button>
      ${
        isDone
          ? html`<button
              type="button"
              class="suisen-button"
              @click=${page.onReload}
            >
              ${t("retry")}
            </button>`
          : html`<button
              type="button"
              class="suisen-button suisen-button-primary"
              ?disabled=${count === 0 || progress !== null}
              @click=${page.onWrite}
            >
              ${t("write", { count })}
            </button>`
      }
    </div>`;
};

const renderState = (page: ReturnPage): TemplateResult => {
  const { t, state } = page;
  switch (state.kind) {
    case "loading":
      return renderProgress({ label: t("loading"), done: 0, total: null });
    case "failed":
      return html`${renderNotice("error", toMessage(state.error, t.language))}
        <div class="suisen-return-actions">
          <button type="button" class="suisen-button" @click=${page.onReload}>
            ${t("retry")}
          </button>
        </div>`;
    case "missing":
      return renderNotice("warning", t("needsMap"));
    case "stale":
      return renderNotice("warning", t("staleMap"));
    case "waiting":
      return renderDrop(page, state.error);
    case "compared":
      return renderCompared(page, state);
    default:
      return state satisfies never;
  }
};

/** From the file to what is written, one thing after the other. */
export const renderReturn = (page: ReturnPage): TemplateResult =>
  html`<div class="suisen-return">${renderState(page)}</div>`;
