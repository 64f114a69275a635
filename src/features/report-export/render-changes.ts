import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { PreparedReport } from "../../domain/prepare-report.ts";
import { hasChanges } from "../../domain/report-changes.ts";
import { keyInfo } from "excel-form";
import type { DialogPage } from "./dialog-page.ts";
import type { ReadyReport } from "./dialog-state.ts";
import { catalogueOf } from "../../domain/value-catalogue.ts";

type NominationRecord = PreparedReport["changes"]["added"][number];
type Changed = "added" | "changed" | "withdrawn";

const renderChange = (
  { programme, t, hrefOf }: DialogPage,
  { cellChanges }: ReadyReport,
  kind: Changed,
  { id, name, society }: { id: string; name: string; society: string },
): TemplateResult =>
  html`<li class="suisen-long-text">
    ${t(kind)}
    <a href=${hrefOf(id)} target="_blank">${name}（${society}）</a>
    ${
      kind === "changed"
        ? cellChanges
            .get(id)
            ?.map(
              ({ key, cell, before, after }) =>
                html`<br />${keyInfo(catalogueOf(programme), key).label[t.language]}
                  ${cell ?? ""}：${before} → <strong>${after}</strong>`,
            )
        : nothing
    }
  </li>`;

const toSubject = ({
  id,
  registeredName: name,
  society,
}: NominationRecord) => ({
  id,
  name,
  society,
});

/** The changes for the national body, firm by firm. */
export const renderChanges = (page: DialogPage, ready: ReadyReport) => {
  const { t } = page;
  const { changes, mailedBefore } = ready.prepared;
  if (!mailedBefore || !hasChanges(changes)) return nothing;
  const { added, changed, withdrawn } = changes;
  const line = (kind: Changed) => (one: ReturnType<typeof toSubject>) =>
    renderChange(page, ready, kind, one);
  return html`<details class="suisen-notice suisen-notice-info" open>
    <summary>
      ${t("changesTitle")}：${t("changesLine", {
        added: added.length,
        changed: changed.length,
        withdrawn: withdrawn.length,
      })}
    </summary>
    <ul class="suisen-findings suisen-report-rows">
      ${added.map(toSubject).map(line("added"))}
      ${changed.map(toSubject).map(line("changed"))}
      ${withdrawn
        .map((row) => ({
          id: row.nominationId,
          name: row.nominationName,
          society: row.nominationSociety,
        }))
        .map(line("withdrawn"))}
    </ul>
  </details>`;
};
