import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { planChase } from "../../domain/plan-chase.ts";
import type {
  Chase,
  ChasePlan,
  ChasedSociety,
} from "../../domain/plan-chase.ts";
import { createSocietyFinder } from "../../domain/society-answers.ts";
import { toMessage } from "../../errors/to-message.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { chaseSocieties } from "../../kintone/chase-societies.ts";
import { createDialogBody } from "../../ui/dialog-body.ts";
import { renderNotice } from "../../ui/notice.ts";
import { chaseText } from "../../words/chase-words.ts";
import type { BoardPage } from "./board-page.ts";
import type { JobRoom } from "./job-room.ts";
import type { messages } from "./messages.ts";
import { pickedLines } from "./picked.ts";

type Context = FeatureContext<typeof messages>;

const toChased = (page: BoardPage, ids: readonly string[]): ChasedSociety[] => {
  const { board, societies, answers } = page.loaded;
  const find = createSocietyFinder([...societies.values()]);
  const lines = pickedLines(page);
  return board.societies.flatMap(({ society, answer, state }) => {
    if (!ids.includes(society.id)) return [];
    return {
      id: society.id,
      name: society.name,
      organization: societies.get(society.id)?.organization ?? [],
      record: answer === null ? null : (answers.get(answer.id) ?? null),
      isUnanswered: state === "noAnswer",
      lines: lines.filter(
        ({ nomination }) => find(nomination)?.id === society.id,
      ),
    };
  });
};

const namesOf = (societies: readonly ChasedSociety[]): string =>
  societies.map(({ name }) => name).join("、");

const renderChases = (
  chases: readonly Chase[],
  textOf: (chase: Chase) => string,
): TemplateResult =>
  html`<ul class="suisen-board-names suisen-long-text">
    ${chases.map(
      (chase) =>
        html`<li>
          <strong>${chase.society.name}</strong>
          <p class="suisen-message">${textOf(chase)}</p>
        </li>`,
    )}
  </ul>`;

const renderPlan = (
  { t }: Context,
  plan: ChasePlan,
  textOf: (chase: Chase) => string,
): TemplateResult => {
  const again = plan.chases.filter(({ timesToday }) => timesToday > 0);
  return html`${
    plan.chases.length === 0
      ? html`<p>${t("chaseNobody")}</p>`
      : html`<p>${t("chaseTo", { count: plan.chases.length })}</p>
          ${renderChases(plan.chases, textOf)}`
  }
  ${
    again.length === 0
      ? nothing
      : renderNotice(
          "warning",
          html`<p>
              ${t("chaseAgain", {
                count: again.length,
                names: namesOf(again.map(({ society }) => society)),
              })}
            </p>
            <label
              ><input type="checkbox" data-suisen-again />
              ${t("chaseAgainToo")}</label
            >`,
        )
  }
  ${
    plan.unreachable.length === 0
      ? nothing
      : renderNotice(
          "warning",
          t("chaseUnreachable", { names: namesOf(plan.unreachable) }),
        )
  }
  ${
    plan.idle.length === 0
      ? nothing
      : html`<p>${t("chaseIdle", { names: namesOf(plan.idle) })}</p>`
  }`;
};

/** @returns the societies to tell; null when the user cancels */
const ask = async (
  context: Context,
  plan: ChasePlan,
  textOf: (chase: Chase) => string,
): Promise<readonly Chase[] | null> => {
  const { page, t } = context;
  const hasChases = plan.chases.length > 0;
  const body = createDialogBody(renderPlan(context, plan, textOf));
  const dialog = await page.openDialog({
    title: t("chaseTitle"),
    body,
    showOkButton: hasChases,
    okButtonText: t("chase"),
    showCancelButton: true,
    cancelButtonText: t(hasChases ? "cancel" : "close"),
  });
  if ((await dialog.show()) !== "OK") return null;
  const again = body.querySelector<HTMLInputElement>("[data-suisen-again]");
  return plan.chases.filter(
    ({ timesToday }) => timesToday === 0 || again?.checked === true,
  );
};

const work = async (
  context: Context,
  chases: readonly Chase[],
  textOf: (chase: Chase) => string,
  room: JobRoom,
): Promise<void> => {
  const { gateway, clock, page, t } = context;
  const stopper = new AbortController();
  const progress = (done: number, total: number): void =>
    room.show({
      kind: "running",
      label: t("chaseWorking"),
      done,
      total,
      stop: () => stopper.abort(),
    });
  progress(0, chases.length);
  const { notified, gone } = await chaseSocieties(gateway, chases, {
    today: clock.today(),
    user: page.user.code,
    signal: stopper.signal,
    textOf,
    onProgress: (now) => progress(now.done, now.total),
  });
  await room.end(
    {
      kind: "ended",
      sentence: t("chaseDone", { count: notified.length }),
      failures: gone.map(({ society }) => ({
        name: society.name,
        reason: t("chaseGone"),
      })),
    },
    new Set(),
  );
};

/** 「催促する」: who gets what, one press, and a line in the ledger of each. */
export const runChase = async (
  context: Context,
  boardPage: BoardPage,
  societies: readonly string[],
  room: JobRoom,
): Promise<void> => {
  const today = context.clock.today();
  const edition = boardPage.loaded.edition.name;
  const textOf = (chase: Chase): string =>
    chaseText(boardPage.loaded.programme, edition, today, chase);
  try {
    const plan = planChase(toChased(boardPage, societies), today);
    const chases = await ask(context, plan, textOf);
    if (chases !== null) await work(context, chases, textOf, room);
  } catch (error) {
    console.error("suisen: chase", error);
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
