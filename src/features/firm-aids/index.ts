import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { hasScore } from "../../apps/parts/programme-parts.ts";
import { isRequired, milestoneAsking } from "../../domain/cycle.ts";
import { dateOf } from "../../domain/milestone-dates.ts";
import { securityActionWay } from "../../domain/security-action-way.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { jumpTo } from "../../feature-kit/jump.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { viewEdition } from "../../feature-kit/record-edition.ts";
import type { RecordEdition } from "../../feature-kit/record-edition.ts";
import { renderButton } from "../../ui/button.ts";
import { renderWebLink } from "../../ui/web-link.ts";
import { messages } from "./messages.ts";
import type { AidMessages } from "./messages.ts";
import { renderPrior } from "./prior-view.ts";
import type { HrefOf } from "./prior-view.ts";

type Context = FeatureContext<AidMessages>;

const editionOf = (context: Context): RecordEdition | null => {
  const { edition } = context.visit.read("nominations");
  const view = viewEdition(context, edition);
  return view.kind === "found" ? view.edition : null;
};

const renderRegister = (context: Context): TemplateResult =>
  html`<p class="suisen-aid">
    ${renderWebLink(
      editionOf(context)?.publicRegisterUrl ?? "",
      context.t("publicRegister"),
    )}
  </p>`;

const renderSecurity = (context: Context): TemplateResult => {
  const { programme, t } = context;
  const edition = editionOf(context);
  if (edition === null || !isRequired(programme, "securityAction"))
    return html`<p class="suisen-aid"></p>`;
  const { securityActionNote: note } = edition;
  const due = dateOf(edition, milestoneAsking(programme, "securityAction"));
  return html`<p class="suisen-aid suisen-long-text">
    ${note === "" ? t(securityActionWay(due)) : note}
    ${renderWebLink(edition.securityActionUrl, t("securityAction"))}
  </p>`;
};

/** After the name: what was declared before, and the way past the details of the firm. */
const renderAfterName = (context: Context, hrefOf: HrefOf): TemplateResult => {
  const { t, page, programme, visit } = context;
  return html`<div class="suisen-aid suisen-prior">
    ${
      visit.kind === "detail" || !hasScore(programme)
        ? nothing
        : renderButton(t("toChecklist"), () => jumpTo(page, visit, "checklist"))
    }
    <section class="suisen-line" aria-label=${t("priorTitle")}>
      <h2 class="suisen-line-title">${t("priorTitle")}</h2>
      ${renderPrior(context, hrefOf)}
    </section>
  </div>`;
};

const show = (context: Context): void => {
  const { page, visit } = context;
  let hrefOf: HrefOf = null;
  showPanel(context, "suisenFirm", "public-register", () =>
    renderRegister(context),
  );
  showPanel(context, "suisenPrior", "prior-declaration", () =>
    renderAfterName(context, hrefOf),
  );
  showPanel(context, "suisenSecurity", "security-action", () =>
    renderSecurity(context),
  );
  void page.fetchRecordHref(page.appId).then((built) => {
    hrefOf = built;
    visit.replace(visit.record());
  });
};

/** Links and facts at the fields that they are about. */
export const firmAids = defineFeature({
  id: "firm-aids",
  apps: ["nominations"],
  messages,
  on: {
    "record.create": show,
    "record.edit": show,
    "record.detail": show,
    "record.change": {
      fields: [
        "registeredName",
        "corporateNumber",
        "address",
        "priorDeclaration",
      ],
    },
  },
});
