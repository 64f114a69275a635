import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { BoardFinding } from "../../domain/board-findings.ts";
import type { BoardLine } from "../../domain/board-lines.ts";
import { registrationOf } from "../../domain/bulk-registration.ts";
import type { BulkRegistration } from "../../domain/bulk-registration.ts";
import { planBulk } from "../../domain/plan-bulk.ts";
import type { BulkAction, BulkPlan, BulkSkip } from "../../domain/plan-bulk.ts";
import { toMessage } from "../../errors/to-message.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { applyBulk } from "../../kintone/bulk-moves.ts";
import { isIn } from "../../kintone/query.ts";
import { createDialogBody } from "../../ui/dialog-body.ts";
import { nextActionSentence } from "../../words/next-actions.ts";
import type { BoardPage } from "./board-page.ts";
import type { JobRoom } from "./job-room.ts";
import { listChecklists } from "./load-checklists.ts";
import type { messages } from "./messages.ts";
import { pickedLines } from "./picked.ts";
import {
  complain,
  readRegistration,
  renderRegistration,
  supportersOf,
} from "./ask-registration.ts";
import type { Supporter } from "./ask-registration.ts";

type Context = FeatureContext<typeof messages>;

const titles = {
  nameCheck: "bulkNameCheck",
  register: "bulkRegister",
} as const satisfies Record<BulkAction, string>;

type Named = { readonly society: string; readonly registeredName: string };

const nameOf = ({ t }: Context, { society, registeredName }: Named): string =>
  `${society} ${registeredName || t("nameless")}`;

const skipLine = (context: Context, { nomination, reason }: BulkSkip): string =>
  `${nameOf(context, nomination)}：${
    reason === "notContacted" || reason === "differs"
      ? context.t(reason)
      : nextActionSentence(context.programme, { reason })[context.t.language]
  }`;

const renderNames = (
  summary: string,
  lines: readonly string[],
): TemplateResult | typeof nothing =>
  lines.length === 0
    ? nothing
    : html`<p>${summary}</p>
        <ul class="suisen-bullets suisen-board-names suisen-long-text">
          ${lines.map((line) => html`<li>${line}</li>`)}
        </ul>`;

/** @param questions - come before the long list of those that stay as they are */
const renderPlan = (
  context: Context,
  plan: BulkPlan,
  questions: TemplateResult | typeof nothing,
): TemplateResult => {
  const { t } = context;
  return html`${
    plan.targets.length === 0
      ? html`<p>${t("bulkNone")}</p>`
      : renderNames(
          t("bulkTargets", { count: plan.targets.length }),
          plan.targets.map((one) => nameOf(context, one)),
        )
  }
  ${questions}
  ${renderNames(
    t("bulkSkipped", { count: plan.skipped.length }),
    plan.skipped.map((one) => skipLine(context, one)),
  )}`;
};

/** @returns null when the user cancels */
const ask = async (
  context: Context,
  plan: BulkPlan,
  supporters: readonly Supporter[],
): Promise<BulkRegistration | null> => {
  const { page, t } = context;
  const hasTargets = plan.targets.length > 0;
  const isRegistering = plan.action === "register" && hasTargets;
  const body = createDialogBody(
    renderPlan(
      context,
      plan,
      isRegistering
        ? renderRegistration(context, plan.targets, supporters)
        : nothing,
    ),
  );
  const read = (): BulkRegistration =>
    readRegistration(context, body, supporters);
  const dialog = await page.openDialog({
    title: t(titles[plan.action]),
    body,
    beforeClose: (action) =>
      action !== "OK" ||
      !isRegistering ||
      complain(context, body, plan.targets, read()),
    showOkButton: hasTargets,
    okButtonText: t(titles[plan.action]),
    showCancelButton: true,
    cancelButtonText: t(hasTargets ? "cancel" : "close"),
  });
  return (await dialog.show()) === "OK" && hasTargets ? read() : null;
};

const work = async (
  context: Context,
  plan: BulkPlan,
  registration: BulkRegistration,
  room: JobRoom,
): Promise<void> => {
  const { gateway, clock, page, t } = context;
  const stopper = new AbortController();
  const label = t("bulkWorking");
  const progress = (done: number, total: number): void =>
    room.show({
      kind: "running",
      label,
      done,
      total,
      stop: () => stopper.abort(),
    });
  progress(0, plan.targets.length);
  const { done, failures } = await applyBulk(
    gateway,
    plan.action,
    plan.targets,
    {
      today: clock.today(),
      user: page.user.code,
      registeredOn: registration.registeredOn,
      registrationOf: (target) =>
        registrationOf(context.programme, target, registration),
      signal: stopper.signal,
      onProgress: (now) => progress(now.done, now.total),
    },
  );
  const finished = new Set(done.map(({ id }) => id));
  const left = plan.targets.filter(({ id }) => !finished.has(id));
  await room.end(
    {
      kind: "ended",
      sentence: t("bulkDone", { count: done.length, left: left.length }),
      failures: failures.map(({ target, error }) => ({
        name: nameOf(context, target),
        reason: toMessage(error, t.language),
      })),
    },
    new Set(left.map(({ id }) => id)),
  );
};

/** Checklists that the board has not read are read for the picked ones. */
const findingsOf = async (
  { gateway }: Context,
  { loaded }: BoardPage,
  lines: readonly BoardLine[],
): Promise<readonly BoardFinding[]> => {
  if (!loaded.hasUnreadChecklists || lines.length === 0) return loaded.findings;
  const ids = lines.map(({ nomination }) => nomination.id);
  const checklists = await listChecklists(gateway, isIn("$id", ids));
  return loaded.withChecklists(checklists).findings;
};

/** A bulk action: the exact selection first, then the work with progress. */
export const runBulk = async (
  context: Context,
  boardPage: BoardPage,
  action: BulkAction,
  room: JobRoom,
): Promise<void> => {
  try {
    const lines = pickedLines(boardPage);
    const plan = planBulk(
      context.programme,
      action,
      lines,
      await findingsOf(context, boardPage, lines),
    );
    const registration = await ask(context, plan, supportersOf(boardPage));
    if (registration !== null) await work(context, plan, registration, room);
  } catch (error) {
    console.error("suisen: bulk", error);
    await room.end(
      {
        kind: "ended",
        sentence: toMessage(error, context.t.language),
        failures: [],
      },
      boardPage.choice.picked,
    );
  }
};
