import { DATE_CODES } from "../../apps/records.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import type { HandoutPlan } from "../../domain/plan-handout.ts";
import { milestoneOf } from "../../domain/cycle.ts";
import { dateOf } from "../../domain/milestone-dates.ts";
import { findWeekdayMismatches } from "../../domain/weekday-check.ts";
import type { WeekdayMismatch } from "../../domain/weekday-check.ts";
import { hasErrorCode } from "../../errors/user-error.ts";
import { draftNotice } from "../../words/notice-words.ts";
import { handOut } from "./apply-plan.ts";
import { loadPlan } from "./load-plan.ts";
import { messages } from "./messages.ts";
import type { HandoutMessages } from "./messages.ts";
import { renderDraft } from "./render-draft.ts";
import { renderHandout } from "./view.ts";
import type { HandoutStatus } from "./view.ts";

type Context = FeatureContext<HandoutMessages>;

const SPACE = "suisenHandout";

const mismatchesOf = ({ visit, clock }: Context): WeekdayMismatch[] => {
  const { noticeText, fiscalYear } = visit.read("editions");
  return findWeekdayMismatches(
    noticeText,
    fiscalYear ?? Number(clock.today().slice(0, 4)),
  );
};

const runPanel = (context: Context): void => {
  const { programme, gateway, settings, clock, visit, t } = context;
  const edition = visit.read("editions");
  let status: HandoutStatus = {
    kind: edition.editionState === "終了" ? "closed" : "notOpen",
  };
  const become = (next: HandoutStatus): void => {
    status = next;
    visit.replace(visit.record());
  };
  /** Reads a plan after the work; a failure of either is shown with a way on. */
  const load = async (
    kind: "loading" | "sending",
    work: () => Promise<void>,
  ): Promise<void> => {
    become({ kind });
    try {
      await work();
      const plan = await loadPlan(gateway, edition, {
        closedDays: settings.closedDays,
        today: clock.today(),
      });
      become({ kind: "ready", plan });
    } catch (error) {
      console.error("suisen: handout", error);
      become({ kind: "failed", error });
    }
  };
  const reload = (): Promise<void> => load("loading", () => Promise.resolve());
  const isBlank = edition.noticeText.trim() === "";
  const notice = isBlank ? draftNotice(programme, edition) : edition.noticeText;
  const send = async (plan: HandoutPlan): Promise<void> => {
    await handOut(gateway, edition, plan, isBlank ? notice : null);
    // The text is a field of the page now.
    if (isBlank) context.page.reload();
  };
  /** A plan of an edition that is no longer as shown would be refused again. */
  const readAgain = async (): Promise<void> => {
    const isOld =
      status.kind === "failed" &&
      hasErrorCode(status.error, "handout/edition-changed");
    if (isOld) context.page.reload();
    else await reload();
  };
  const root = showPanel(context, SPACE, "handout", () =>
    renderHandout({
      t,
      status,
      notice,
      isDraft: isBlank,
      mismatches: mismatchesOf(context),
      hasDate: dateOf(edition, milestoneOf(programme, "answer")) !== null,
      onAsk: (plan) => become({ kind: "asking", plan }),
      onCancel: (plan) => become({ kind: "ready", plan }),
      onSend: (plan) => void load("sending", () => send(plan)),
      onReload: () => void readAgain(),
    }),
  );
  if (root !== null && edition.editionState === "募集中") void reload();
};

const showHandout = async (context: Context): Promise<void> => {
  const { addRecord } = await context.page.fetchAppRights();
  context.page.setFieldShown(SPACE, addRecord);
  if (addRecord) runPanel(context);
};

/** A saved edition is handed out; while it is typed, the panel offers a draft of the notice. */
const showDraft = (context: Context): void => {
  const { t, visit } = context;
  showPanel(context, SPACE, "handout", () =>
    renderDraft({
      t,
      hasText: visit.read("editions").noticeText.trim() !== "",
      mismatches: mismatchesOf(context),
      onDraft: () =>
        visit.changeForm((record) => {
          const { noticeText } = record;
          if (noticeText !== undefined)
            noticeText.value = draftNotice(
              context.programme,
              visit.read("editions"),
            );
        }),
    }),
  );
};

/** 周知を始める: one answer record per active society, from the edition's page. */
export const handout = defineFeature({
  id: "handout",
  apps: ["editions"],
  devices: ["desktop"],
  messages,
  on: {
    "record.create": showDraft,
    "record.edit": showDraft,
    "record.detail": showHandout,
    "record.change": { fields: ["fiscalYear", ...DATE_CODES] },
  },
});
