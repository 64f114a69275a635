import { AppError } from "../../errors/app-error.ts";
import type { SettingsSection } from "../../feature-kit/settings-section.ts";
import { createTranslator } from "../../i18n/translate.ts";
import { appKeys } from "../../apps/index.ts";
import type { Programme } from "../../programmes/index.ts";
import { toProvisionMessage } from "../../provision/errors.ts";
import type { Progress } from "../../provision/apply/apply-plan.ts";
import { applySetUp } from "../../provision/set-up/apply-set-up.ts";
import { isSamePlan, type SetUp } from "../../provision/set-up/plan-set-up.ts";
import { createMemory } from "../../provision/site/memory.ts";
import { draw } from "../../ui/root.ts";
import { planUpdate } from "./gather-facts.ts";
import { openPage } from "./page-access.ts";
import { messages } from "./update-messages.ts";
import type { UpdateState } from "./update-state.ts";
import { renderUpdate } from "./update-view.ts";

const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** An app that lost its mark would be made a second time. */
const planWhole = async (programme: Programme): Promise<SetUp> => {
  const setUp = await planUpdate(openPage(), programme);
  const lost = appKeys.find((key) => setUp.actual.apps[key] === undefined);
  if (lost !== undefined)
    throw new AppError("provision/mark-lost", {
      app: String(setUp.desired.apps[lost].general.name),
    });
  return setUp;
};

/** 更新: the plan and the apply of the set-up, on apps that are there. */
export const update: SettingsSection = {
  id: "update",
  mount: (space, { page, language, programme, onChanged }) => {
    const t = createTranslator(messages, language);
    let state: UpdateState = { kind: "closed" };
    let error: string | null = null;
    let leaving = new AbortController();

    const become = (next: UpdateState): void => {
      state = next;
      show();
    };

    const work = (progress: Progress | null): void =>
      become({
        kind: "working",
        progress,
        isStopping: leaving.signal.aborted,
      });

    const fail = (cause: unknown): void => {
      console.error("suisen: update", cause);
      error = toProvisionMessage(cause, language);
      become({ kind: "closed" });
    };

    const read = async (): Promise<void> => {
      error = null;
      become({ kind: "reading" });
      try {
        become({
          kind: "plan",
          setUp: await planWhole(programme),
          isNew: false,
        });
      } catch (cause) {
        fail(cause);
      }
    };

    const apply = async (setUp: SetUp): Promise<void> => {
      const refusals = await applySetUp(setUp, {
        connection: openPage().connection,
        memory: createMemory(),
        me: page.user,
        now: () => Date.now(),
        sleep,
        signal: leaving.signal,
        onProgress: work,
      });
      become({ kind: "done", refusals });
      onChanged();
    };

    /** A plan that was shown earlier is applied only if it is still the same. */
    const run = async (shown: SetUp): Promise<void> => {
      error = null;
      leaving = new AbortController();
      work(null);
      try {
        const setUp = await planWhole(programme);
        if (isSamePlan(shown, setUp)) await apply(setUp);
        else become({ kind: "plan", setUp, isNew: true });
      } catch (cause) {
        fail(cause);
      }
    };

    const show = (): void =>
      draw(
        space,
        renderUpdate({
          t,
          state,
          error,
          onRead: () => void read(),
          onUpdate: (shown) => void run(shown),
          onStop: () => {
            leaving.abort();
            if (state.kind === "working") work(state.progress);
          },
          onClose: () => become({ kind: "closed" }),
        }),
      );
    show();
  },
};
