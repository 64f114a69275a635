import { DONE_CODES, DUE_CODES } from "../../apps/records.ts";
import { html } from "lit/html.js";
import { isPastRecord } from "../../domain/nomination-step.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { jumpTo } from "../../feature-kit/jump.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { readRecordNow } from "../../feature-kit/record-now.ts";
import { messages } from "./messages.ts";
import type { ReadinessMessages } from "./messages.ts";
import { toReadinessView } from "./view-model.ts";
import { renderReadinessLine } from "./view.ts";

type Context = FeatureContext<ReadinessMessages>;

const renderLine = (context: Context) => {
  const { programme, t } = context;
  const { nomination, clock } = readRecordNow(context);
  if (isPastRecord(nomination)) return html``;
  return renderReadinessLine(toReadinessView(programme, nomination, clock, t), {
    title: t("title"),
    more: (count) => t("more", { count }),
    nothingToSay: t("nothingToSay"),
    isSteady: context.visit.kind !== "detail",
    onJump: (target) => jumpTo(context.page, context.visit, target),
  });
};

const show = (context: Context): void => {
  showPanel(context, "suisenTop", "readiness-line", () => renderLine(context));
};

/** The gaps before a nomination can be registered. */
export const readinessLine = defineFeature({
  id: "readiness-line",
  apps: ["nominations"],
  messages,
  on: {
    "record.create": show,
    "record.edit": show,
    "record.detail": show,
    "record.change": {
      fields: [
        "consentNominate",
        "consentShare",
        "consentMethod",
        "consentDate",
        "consentPerson",
        "consentStaff",
        "securityActionStars",
        "securityActionId",
        "nameCheck",
        "nominationKind",
        "registeredBy",
        ...DONE_CODES,
        ...DUE_CODES,
        "requiredScore",
      ],
    },
  },
});
