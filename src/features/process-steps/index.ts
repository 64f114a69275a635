import { milestoneOf } from "../../domain/cycle.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { Answer, FeatureContext } from "../../feature-kit/feature.ts";
import type { PageEvent } from "../../kintone/page-api.ts";
import type { Programme } from "../../programmes/index.ts";
import { contactFederation } from "./contact.ts";
import { showContactPanel } from "./contact-panel.ts";
import { messages } from "./messages.ts";
import type { StepMessages } from "./messages.ts";
import { registerNomination } from "./registration.ts";
import { stampDone } from "./stamp.ts";
import { sendBack, withdraw } from "./ways-back.ts";

type Context = FeatureContext<StepMessages>;
type Action = (context: Context, event: PageEvent) => Promise<Answer>;

/** Actions that every programme has. */
const waysBack: Readonly<Record<string, Action>> = {
  差し戻す: sendBack,
  取り下げる: withdraw,
};

const conversationOf = (
  programme: Programme,
  action: string,
): Action | undefined => {
  if (action === milestoneOf(programme, "answer")?.step?.action)
    return contactFederation;
  return action === milestoneOf(programme, "registration")?.step?.action
    ? registerNomination
    : waysBack[action];
};

const proceed = async (context: Context, event: PageEvent): Promise<Answer> => {
  const { programme } = context;
  const talk = conversationOf(programme, event.action?.value ?? "");
  const answer = await talk?.(context, event);
  if (answer === undefined) {
    stampDone(programme, event, context.clock.today());
  }
  return answer;
};

/** The checks and comments around the process actions of a nomination. */
export const processSteps = defineFeature({
  id: "process-steps",
  apps: ["nominations"],
  messages,
  on: {
    "record.create": showContactPanel,
    "record.edit": showContactPanel,
    "record.detail": showContactPanel,
    "process.proceed": proceed,
  },
});
