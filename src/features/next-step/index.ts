import { DONE_CODES, DUE_CODES } from "../../apps/records.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { isRegistered } from "../../domain/nomination-step.ts";
import { jumpTo } from "../../feature-kit/jump.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { readRecordNow } from "../../feature-kit/record-now.ts";
import { allOf, where } from "../../kintone/query.ts";
import { pinWhenScrolledAway } from "../../ui/pinned-line.ts";
import { messages } from "./messages.ts";
import type { NextStepMessages } from "./messages.ts";
import { toNextStepView } from "./view-model.ts";
import { renderNextStep } from "./view.ts";

type Context = FeatureContext<NextStepMessages>;

const renderLine = (context: Context, answerHref: string | null) => {
  const { nomination, clock } = readRecordNow(context);
  return renderNextStep(
    context.t("title"),
    toNextStepView(context.programme, nomination, clock, context.t),
    (target) => jumpTo(context.page, context.visit, target),
    answerHref,
  );
};

/** The society's answer takes what comes after the registration; null where there is none. */
const fetchAnswerHref = async ({
  gateway,
  page,
  visit,
}: Context): Promise<string | null> => {
  const { edition, society } = visit.read("nominations");
  const [answer] = await gateway.listRecords("answers", {
    fields: [],
    condition: allOf(
      where("edition", "=", edition),
      where("society", "=", society),
    ),
    limit: 1,
  });
  if (answer === undefined) return null;
  const hrefOf = await page.fetchRecordHref(
    await gateway.requireAppId("answers"),
  );
  return hrefOf(answer.id);
};

const show = (context: Context): void => {
  const { programme, visit } = context;
  let answerHref: string | null = null;
  const root = showPanel(context, "suisenTop", "next-step", () =>
    renderLine(context, answerHref),
  );
  if (isRegistered(programme, visit.read("nominations"))) {
    fetchAnswerHref(context).then(
      (href) => {
        answerHref = href;
        visit.replace(visit.record());
      },
      // The sentence says where it is without the link, too.
      (error: unknown) => console.error("suisen: answer", error),
    );
  }
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
