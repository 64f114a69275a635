import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { milestoneOf } from "../../domain/cycle.ts";
import { doneOf } from "../../domain/milestone-dates.ts";
import { isPreparing, isReturned } from "../../domain/nomination-step.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { viewEdition } from "../../feature-kit/record-edition.ts";
import { formatDay } from "../../i18n/format-day.ts";
import type { StepMessages } from "./messages.ts";
import { toRecipients } from "./recipients.ts";

type Context = FeatureContext<StepMessages>;

const SPACE = "suisenContact";

const sentence = (context: Context): string => {
  const { programme, t, visit } = context;
  const nomination = visit.read("nominations");
  const edition = viewEdition(context, nomination.edition);
  if (!isReturned(nomination) && !isPreparing(programme, nomination)) {
    const done = doneOf(nomination, milestoneOf(programme, "answer"));
    return done === null
      ? ""
      : t("contactedOn", { day: formatDay(done, t.language) });
  }
  if (edition.kind !== "found") {
    return "";
  }
  const { contactUsers, contactGroups } = edition.edition;
  const { names } = toRecipients(contactUsers, contactGroups);
  return names.length === 0
    ? t("nobodyToContact")
    : t("howToContact", {
        names: names.join(t.language === "ja" ? "、" : ", "),
      });
};

const renderPanel = (context: Context): TemplateResult => {
  const text = sentence(context);
  return html`${
    text === ""
      ? nothing
      : html`<section class="suisen-contact">
          <h2>${context.t("panelTitle")}</h2>
          <p class="suisen-long-text">${text}</p>
        </section>`
  }`;
};

/** Only the detail page has the action, so only there is something to say about it. */
export const showContactPanel = (context: Context): void => {
  const { page, programme, visit } = context;
  const isShown =
    visit.kind === "detail" &&
    milestoneOf(programme, "answer")?.step !== undefined;
  if (isShown) {
    showPanel(context, SPACE, "contact", () => renderPanel(context));
  }
  page.setFieldShown(SPACE, isShown);
};
