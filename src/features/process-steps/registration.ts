import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { REGISTRARS } from "../../apps/nominations/outcome-fields.ts";
import { hasSupporter, listIf } from "../../apps/parts/programme-parts.ts";
import { parseAppRecord } from "../../apps/records.ts";
import type { AppRecord, AppRecordPart } from "../../apps/records.ts";
import { milestoneOf } from "../../domain/cycle.ts";
import { doneOf } from "../../domain/milestone-dates.ts";
import { recordFindings } from "../../domain/record-findings.ts";
import { toMessage } from "../../errors/to-message.ts";
import type { Answer, FeatureContext } from "../../feature-kit/feature.ts";
import { fetchEdition } from "../../feature-kit/record-edition.ts";
import type { PageEvent } from "../../kintone/page-api.ts";
import { where } from "../../kintone/query.ts";
import type { Programme } from "../../programmes/index.ts";
import { createDialogBody } from "../../ui/dialog-body.ts";
import { recordFindingSentence } from "../../words/record-words.ts";
import type { StepMessages } from "./messages.ts";

type Context = FeatureContext<StepMessages>;
type NominationRecord = AppRecord<"nominations">;
type Supporter = AppRecordPart<"societies", "supporters">["supporters"][number];

const fetchSupporters = async (
  { gateway }: Context,
  society: string,
): Promise<readonly Supporter[]> => {
  const [found] = await gateway.listRecords("societies", {
    fields: ["supporters"],
    condition: where("name", "=", society),
  });
  return found?.supporters ?? [];
};

/** Sentences that keep the nomination from being registered. */
const listBlocks = async (
  context: Context,
  nomination: NominationRecord,
): Promise<string[]> => {
  const { programme, clock, t } = context;
  const edition = await fetchEdition(context, nomination.edition);
  return edition === null
    ? []
    : recordFindings(programme, nomination, edition, clock.today())
        .filter(({ severity }) => severity === "block")
        .map((finding) => recordFindingSentence(finding)[t.language]);
};

/** Names of the form's controls; all but the day are also field codes. */
const OF_SUPPORTER = [
  "supporterName",
  "supporterAffiliation",
  "supporterContact",
] as const;
const CONTROLS = [
  "registeredBy",
  "registeredOn",
  "receiptNumber",
  ...OF_SUPPORTER,
] as const;
type Control = (typeof CONTROLS)[number];
type Registration = Readonly<Record<Control, string>>;

/** The sheet lists these; contact and affiliation are for the federation alone. */
const neededFor = (programme: Programme): Control[] => [
  "registeredBy",
  "registeredOn",
  "receiptNumber",
  ...listIf<Control>(hasSupporter(programme), "supporterName"),
];

/** Field code that keeps the day of the registration. */
const dayCode = (programme: Programme): string =>
  `${milestoneOf(programme, "registration")?.id ?? ""}Done`;

/** The register of the society, to choose from; nothing when it is empty. */
const renderMembers = (
  t: Context["t"],
  supporters: readonly Supporter[],
): TemplateResult | string =>
  supporters.length === 0
    ? ""
    : html`<label class="suisen-field"
        >${t("supporterChoice")}
        <select class="suisen-input" name="supporter">
          <option value="">${t("supporterTyped")}</option>
          ${supporters.map(
            ({ memberName, memberAffiliation }, index) =>
              html`<option value=${String(index)}>
                ${[memberName, memberAffiliation].filter(Boolean).join(" ")}
              </option>`,
          )}
        </select>
      </label>`;

const renderForm = (
  { programme, t, clock }: Context,
  nomination: NominationRecord,
  supporters: readonly Supporter[],
): TemplateResult => {
  const text = (name: Exclude<Control, "registeredOn">) =>
    html`<label class="suisen-field"
      >${t(name)}
      <input
        class="suisen-input"
        name=${name}
        maxlength="200"
        .value=${nomination[name] ?? ""}
      />
    </label>`;
  return html`<p>${t("registerEffect")}</p>
    <label class="suisen-field"
      >${t("registeredBy")}
      <select class="suisen-input" name="registeredBy">
        ${["", ...REGISTRARS].map(
          (one) =>
            html`<option
              value=${one}
              ?selected=${one === (nomination.registeredBy ?? "")}
            >
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
        name=${dayCode(programme)}
        max=${clock.today()}
        .value=${
          doneOf(nomination, milestoneOf(programme, "registration")) ??
          clock.today()
        }
      />
    </label>
    ${text("receiptNumber")}
    ${hasSupporter(programme) ? [renderMembers(t, supporters), ...OF_SUPPORTER.map(text)] : ""}
    <p class="suisen-complaint" role="alert"></p>`;
};

const controlOf = (
  body: HTMLElement,
  name: string,
): HTMLInputElement | HTMLSelectElement | null =>
  body.querySelector(`[name=${name}]`);

/** A member of the register fills the three fields, which stay open to typing. */
const followChoice = (
  body: HTMLElement,
  supporters: readonly Supporter[],
): void => {
  const choice = controlOf(body, "supporter");
  choice?.addEventListener("change", () => {
    const member = supporters[Number(choice.value)];
    if (choice.value === "" || member === undefined) return;
    const values = {
      supporterName: member.memberName,
      supporterAffiliation: member.memberAffiliation,
      supporterContact: member.memberContact,
    };
    for (const [name, value] of Object.entries(values)) {
      const control = controlOf(body, name);
      if (control !== null) control.value = value;
    }
  });
};

const codeOf = (programme: Programme, name: Control): string =>
  name === "registeredOn" ? dayCode(programme) : name;

const readForm = (programme: Programme, body: HTMLElement): Registration =>
  // Each name of the list becomes a key.
  Object.fromEntries(
    CONTROLS.map((name) => [
      name,
      controlOf(body, codeOf(programme, name))?.value.trim() ?? "",
    ]),
  ) as Registration;

const askRegistration = async (
  context: Context,
  nomination: NominationRecord,
  supporters: readonly Supporter[],
): Promise<Registration | null> => {
  const { programme, page, t, clock } = context;
  const body = createDialogBody(renderForm(context, nomination, supporters));
  followChoice(body, supporters);
  const dialog = await page.openDialog({
    title: t("registerTitle"),
    body,
    okButtonText: t("registerGo"),
    showCancelButton: true,
    cancelButtonText: t("cancel"),
    beforeClose: (action) => {
      if (action !== "OK") return true;
      const values = readForm(programme, body);
      const missing = neededFor(programme).find((name) => values[name] === "");
      const isLater = values.registeredOn > clock.today();
      if (missing === undefined && !isLater) return true;
      const sentence = isLater
        ? t("registerLater")
        : t("registerNeeds", { name: t(missing ?? "registeredOn") });
      body.querySelector("[role=alert]")?.replaceChildren(sentence);
      controlOf(body, codeOf(programme, missing ?? "registeredOn"))?.focus();
      return false;
    },
  });
  return (await dialog.show()) === "OK" ? readForm(programme, body) : null;
};

/** The registration: refuses what differs from the confirmed values, and asks for what the sheet lists. */
export const registerNomination = async (
  context: Context,
  event: PageEvent,
): Promise<Answer> => {
  const { t } = context;
  const { record = {} } = event;
  const nomination = parseAppRecord("nominations", record);
  try {
    const [blocks, supporters] = await Promise.all([
      listBlocks(context, nomination),
      fetchSupporters(context, nomination.society),
    ]);
    if (blocks.length > 0)
      return t("registerBlocked", { reasons: blocks.join(" ") });
    const values = await askRegistration(context, nomination, supporters);
    if (values === null) return false;
    for (const name of CONTROLS) {
      const field = record[codeOf(context.programme, name)];
      if (field !== undefined) field.value = values[name];
    }
    return undefined;
  } catch (error) {
    console.error("suisen: registration", error);
    return t("registerFailed", { sentence: toMessage(error, t.language) });
  }
};
