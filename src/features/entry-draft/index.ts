import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import type { PageEvent } from "../../kintone/page-api.ts";
import { renderButton } from "../../ui/button.ts";
import { createKeeper } from "./keeper.ts";
import type { Keeper, Offer } from "./keeper.ts";
import { messages } from "./messages.ts";
import type { DraftMessages } from "./messages.ts";

type Context = FeatureContext<DraftMessages>;

const whenOf = ({ t, clock }: Context, at: number): string =>
  new Intl.DateTimeFormat(t.language === "ja" ? "ja-JP" : "en-GB", {
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: clock.timeZone,
  }).format(at);

const sentenceOf = (context: Context, offer: Offer): string => {
  const { t } = context;
  if (offer.kind !== "offered")
    return offer.kind === "none" ? "" : t(offer.kind);
  const { draft, state } = offer;
  const when = whenOf(context, draft.at);
  if (state === "foreign") return t("foreign");
  if (state !== "fits") return t("older", { when });
  const { fields, answers } = draft.typed;
  const count = Object.keys(fields).length + Object.keys(answers).length;
  return t("offer", { when, count });
};

const renderOffer = (
  context: Context,
  keeper: Keeper,
): TemplateResult | typeof nothing => {
  const { t } = context;
  const offer = keeper.offer();
  if (offer.kind === "none") return nothing;
  return html`<section class="suisen-line" aria-label=${t("title")}>
    <h2 class="suisen-line-title">${t("title")}</h2>
    <div class="suisen-draft">
      <p role="status">${sentenceOf(context, offer)}</p>
      ${
        offer.kind === "offered" && offer.state === "fits"
          ? renderButton(t("restore"), keeper.restore, { isPrimary: true })
          : nothing
      }
      ${
        offer.kind === "offered"
          ? renderButton(t("discard"), keeper.discard)
          : nothing
      }
    </div>
  </section>`;
};

const KEY = "entry-draft";

const show = (context: Context, { reuse }: PageEvent): void => {
  const keeper = context.visit.keep(KEY, () =>
    createKeeper(context, reuse === true),
  );
  const root = showPanel(
    context,
    "suisenTop",
    KEY,
    () => html`${renderOffer(context, keeper)}`,
  );
  if (root !== null) keeper.watch(root);
};

const forget = (context: Context, { reuse }: PageEvent): void =>
  context.visit.keep(KEY, () => createKeeper(context, reuse === true)).forget();

/** Typed values survive a reload, a lost session and a dead zone on this device. */
export const entryDraft = defineFeature({
  id: "entry-draft",
  apps: ["nominations"],
  messages,
  on: {
    "record.create": show,
    "record.edit": show,
    "record.saved": forget,
  },
});
