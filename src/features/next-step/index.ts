import { DONE_CODES, DUE_CODES } from "../../apps/records.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { jumpTo } from "../../feature-kit/jump.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { readRecordNow } from "../../feature-kit/record-now.ts";
import { pinWhenScrolledAway } from "../../ui/pinned-line.ts";
import { messages } from "./messages.ts";
import type { NextStepMessages } from "./messages.ts";
import { toNextStepView } from "./view-model.ts";
import { renderNextStep } from "./view.ts";

type Context = FeatureContext<NextStepMessages>;

const renderLine = (context: Context) => {
  const { nomination, clock } = readRecordNow(context);
  return renderNextStep(
    context.t("title"),
    toNextStepView(context.programme, nomination, clock, context.t),
    (target) => jumpTo(context.page, context.visit, target),
  );
};

const show = (context: Context): void => {
  const root = showPanel(context, "suisenTop", "next-step", () =>
    renderLine(context),
  );
  const slot = root?.querySelector<HTMLElement>(".suisen-next-slot");
  const bar = root?.querySelector<HTMLElement>(".suisen-next");
  if (slot && bar) {
    pinWhenScrolledAway(slot, bar);
  }
};

/** The next step with its actor and date; it stays visible while scrolling. */
export const nextStep = defineFeature({
  id: "next-step",
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
        "securityActionStars",
        "securityActionId",
        "nameCheck",
        "nominationKind",
        "contest",
        "registeredBy",
        "requiredScore",
        ...DUE_CODES,
        ...DONE_CODES,
      ],
    },
  },
});
