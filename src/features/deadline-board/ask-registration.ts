import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { REGISTRARS } from "../../apps/nominations/outcome-fields.ts";
import { hasSupporter } from "../../apps/parts/programme-parts.ts";
import type { AppRecordPart } from "../../apps/records.ts";
import type { BoardNomination } from "../../domain/board-lines.ts";
import { firstRegistrationGap } from "../../domain/bulk-registration.ts";
import type { BulkRegistration } from "../../domain/bulk-registration.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import type { BoardPage } from "./board-page.ts";
import type { messages } from "./messages.ts";

type Context = Pick<
  FeatureContext<typeof messages>,
  "t" | "clock" | "programme"
>;

export type Supporter = AppRecordPart<
  "societies",
  "supporters"
>["supporters"][number];

/** The members in the registers of all societies. */
export const supportersOf = ({ loaded }: BoardPage): Supporter[] =>
  [...loaded.societies.values()]
    .flatMap(({ supporters }) => supporters)
    .filter(({ memberName }) => memberName !== "");

/** The board is the federation's, which mostly registers itself. */
const FEDERATION = REGISTRARS[1];

const receiptName = (id: string): string => `receipt-${id}`;

const renderReceipts = (
  { t }: Context,
  targets: readonly BoardNomination[],
): TemplateResult =>
  html`<fieldset class="suisen-board-receipts">
    <legend>${t("receiptNumber")}</legend>
    ${targets.map(
      ({ id, society, registeredName, receiptNumber }) =>
        html`<label class="suisen-field"
          >${society} ${registeredName || t("nameless")}
          <input
            class="suisen-input"
            name=${receiptName(id)}
            maxlength="200"
            .value=${receiptNumber}
          />
        </label>`,
    )}
  </fieldset>`;

const renderSupporter = (
  { t }: Context,
  supporters: readonly Supporter[],
): TemplateResult =>
  html`<label class="suisen-field"
    >${t("supporterName")}
    <input
      class="suisen-input"
      name="supporterName"
      maxlength="200"
      list="suisen-supporters"
    />
    <datalist id="suisen-supporters">
      ${supporters.map(
        ({ memberName, memberAffiliation }) =>
          html`<option value=${memberName}>${memberAffiliation}</option>`,
      )}
    </datalist>
  </label>`;

/** The same questions as in a record, asked once for all; the receipt number is each firm's own. */
export const renderRegistration = (
  context: Context,
  targets: readonly BoardNomination[],
  supporters: readonly Supporter[],
): TemplateResult => {
  const { t, clock, programme } = context;
  return html`<p>${t("bulkRegisterNote")}</p>
    <label class="suisen-field"
      >${t("registeredBy")}
      <select class="suisen-input" name="registeredBy">
        ${REGISTRARS.map(
          (one) =>
            html`<option value=${one} ?selected=${one === FEDERATION}>
              ${one}
            </option>`,
        )}
      </select>
    </label>
    <label class="suisen-field"
      >${t("registeredOn")}
      <input
        class="suisen-input"
        type="date"
        name="registeredOn"
        max=${clock.today()}
        .value=${clock.today()}
      />
    </label>
    ${hasSupporter(programme) ? renderSupporter(context, supporters) : nothing}
    ${renderReceipts(context, targets)}
    <p class="suisen-complaint" role="alert"></p>`;
};

const controlOf = (
  body: HTMLElement,
  name: string,
): HTMLInputElement | HTMLSelectElement | null =>
  body.querySelector(`[name="${name}"]`);

const valueOf = (body: HTMLElement, name: string): string =>
  controlOf(body, name)?.value.trim() ?? "";

const readReceipts = (body: HTMLElement): ReadonlyMap<string, string> =>
  new Map(
    [...body.querySelectorAll<HTMLInputElement>('[name^="receipt-"]')].map(
      ({ name, value }) => [name.slice(receiptName("").length), value.trim()],
    ),
  );

/** A member of a register brings affiliation and contact along. */
export const readRegistration = (
  { clock }: Context,
  body: HTMLElement,
  supporters: readonly Supporter[],
): BulkRegistration => {
  const supporterName = valueOf(body, "supporterName");
  const member = supporters.find(
    ({ memberName }) => memberName === supporterName,
  );
  return {
    registeredOn: valueOf(body, "registeredOn") || clock.today(),
    registeredBy:
      REGISTRARS.find((one) => one === valueOf(body, "registeredBy")) ??
      FEDERATION,
    supporterName,
    supporterAffiliation: member?.memberAffiliation ?? "",
    supporterContact: member?.memberContact ?? "",
    receiptNumbers: readReceipts(body),
  };
};

/** @returns true when nothing is missing; else it says what is, at its place */
export const complain = (
  { t, clock, programme }: Context,
  body: HTMLElement,
  targets: readonly BoardNomination[],
  registration: BulkRegistration,
): boolean => {
  const isLater = registration.registeredOn > clock.today();
  const gap = firstRegistrationGap(programme, targets, registration);
  if (!isLater && gap === null) return true;
  const sentence =
    isLater || gap === null
      ? t("registerLater")
      : t("registerNeeds", {
          name: t(gap.field),
          firm: gap.target.registeredName || t("nameless"),
        });
  const control =
    gap?.field === "receiptNumber"
      ? receiptName(gap.target.id)
      : (gap?.field ?? "registeredOn");
  body.querySelector("[role=alert]")?.replaceChildren(sentence);
  controlOf(body, isLater ? "registeredOn" : control)?.focus();
  return false;
};
