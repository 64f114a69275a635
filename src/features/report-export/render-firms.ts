import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { FirmState } from "../../domain/report-sheets.ts";
import { formatInstant } from "../../i18n/format-day.ts";
import type { DialogPage } from "./dialog-page.ts";
import type { ReadyReport } from "./dialog-state.ts";

const stateText = (
  { t, timeZone }: DialogPage,
  { latest, isChanged }: FirmState,
): string => {
  if (!latest) return t("notMade");
  const { deliveryState, sentAt, madeAt } = latest;
  const at = sentAt ?? madeAt;
  const day = at ? ` ${formatInstant(at, timeZone, t.language)}` : "";
  const state = t(deliveryState === "送付済" ? "firmMailed" : "firmMade");
  return `${state}${day}${isChanged ? t("firmChanged") : ""}`;
};

const renderChoice = (
  isChecked: boolean,
  onChange: (isChecked: boolean) => void,
  text: string | TemplateResult,
): TemplateResult =>
  html`<label
    ><input
      type="checkbox"
      .checked=${isChecked}
      @change=${() => onChange(!isChecked)}
    />
    ${text}</label
  >`;

/** Which firms get a sheet of their own now, and who has one already. */
export const renderFirms = (
  page: DialogPage,
  { sheets }: ReadyReport,
  firms: readonly FirmState[],
): TemplateResult => {
  const { t, onFirms } = page;
  const chosen = new Set(
    sheets.flatMap(({ entries }) => entries.map((one) => one.nomination.id)),
  );
  const toggle = (id: string, isChosen: boolean): void => {
    if (isChosen) chosen.add(id);
    else chosen.delete(id);
    onFirms(chosen);
  };
  return html`<fieldset class="suisen-report-kind">
    <legend>${t("firms")}</legend>
    ${renderChoice(
      chosen.size === firms.length,
      (isAll) => onFirms(new Set(isAll ? firms.map(({ id }) => id) : [])),
      t("allFirms"),
    )}
    <ul class="suisen-report-rows">
      ${firms.map(
        (firm) =>
          html`<li class="suisen-long-text">
            ${renderChoice(
              chosen.has(firm.id),
              (isChosen) => toggle(firm.id, isChosen),
              html`${firm.name}（${firm.society}）
                <span class="suisen-secondary">${stateText(page, firm)}</span>`,
            )}
          </li>`,
      )}
    </ul>
  </fieldset>`;
};
