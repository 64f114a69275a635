import { createTranslator } from "../../i18n/translate.ts";
import { toLanguage } from "../../i18n/message.ts";
import { ownPluginId } from "../../kintone/plugin.ts";
import type { Page } from "../../kintone/page.ts";
import { fetchSiteFacts } from "../../kintone/site-facts.ts";
import { createPageTransport } from "../../kintone/transport.ts";
import { findProgramme, programmes } from "../../programmes/index.ts";
import { createPageConnection } from "../../provision/connect/page-connection.ts";
import { toProvisionMessage } from "../../provision/errors.ts";
import { applySetUp } from "../../provision/set-up/apply-set-up.ts";
import { fetchFreeProgrammes } from "../../provision/set-up/free-programmes.ts";
import {
  isSamePlan,
  planSetUp,
  type SetUp,
} from "../../provision/set-up/plan-set-up.ts";
import { createMemory } from "../../provision/site/memory.ts";
import { renderSkeleton } from "../../ui/progress.ts";
import { draw } from "../../ui/root.ts";
import { messages } from "./messages.ts";
import { toChoices, toFindings } from "./read-facts.ts";
import type { SetUpView } from "./state.ts";
import { renderSetUp } from "./view.ts";

const SKELETON_HEIGHT_PX = 480;

const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Makes the five apps from the settings page of the app that becomes 募集回. */
export const mountSetUp = async (
  root: HTMLElement,
  page: Page,
): Promise<void> => {
  const t = createTranslator(messages, toLanguage(page.user.language));
  draw(root, renderSkeleton(t("reading"), SKELETON_HEIGHT_PX));
  const connection = createPageConnection(
    location.origin,
    createPageTransport(),
  );
  const [facts, fields, free] = await Promise.all([
    fetchSiteFacts(),
    page.fetchFormFields(),
    fetchFreeProgrammes(connection.client, page.appId).catch(
      // Without the list the plan still names the obstacles.
      () => programmes,
    ),
  ]);
  // An app that was begun says of which programme it is.
  const begun = findProgramme(String(fields.programme?.defaultValue ?? ""));
  const offered = begun === undefined ? free : [begun];
  const choices = toChoices(t, facts);
  let leaving = new AbortController();

  const plan = (): Promise<SetUp> =>
    planSetUp({
      connection,
      programme: view.programme,
      plugin: { id: ownPluginId, version: null, hash: "", names: [] },
      memory: createMemory(),
      adoptedApp: page.appId,
      federation: view.federation,
    });

  const change = (changes: Partial<SetUpView>): void => {
    Object.assign(view, changes);
    draw(root, renderSetUp(view));
  };

  const tell = (error: unknown): void => {
    console.error("suisen: set-up", error);
    change({ error: toProvisionMessage(error, t.language) });
  };

  /** Plans anew; what failed before stays on the page. */
  const look = async (): Promise<void> => {
    try {
      const setUp = await plan();
      change({ setUp, isDone: setUp.plan.steps.length === 0 });
    } catch (error) {
      change({ setUp: null });
      tell(error);
    }
  };

  const apply = async (setUp: SetUp): Promise<void> => {
    const refusals = await applySetUp(setUp, {
      connection,
      memory: createMemory(),
      me: page.user,
      now: () => Date.now(),
      sleep,
      signal: leaving.signal,
      onProgress: (progress) => change({ progress }),
    });
    change({ refusals, isDone: true });
  };

  /** A plan that was shown earlier is applied only if it is still the same. */
  const make = async (shown: SetUp | null): Promise<void> => {
    try {
      const setUp = await plan();
      const isPlanNew = shown === null || !isSamePlan(shown, setUp);
      change({ setUp, isPlanNew });
      if (!isPlanNew) await apply(setUp);
    } catch (error) {
      tell(error);
      await look();
    } finally {
      change({ progress: null });
    }
  };

  const view: SetUpView = {
    t,
    findings: toFindings(t, facts),
    choices,
    setUp: null,
    programmes: offered,
    programme: offered[0] ?? programmes[0],
    federation: choices[0]?.federation ?? null,
    progress: null,
    isStopping: false,
    isDone: false,
    isPlanNew: false,
    error: null,
    refusals: [],
    onProgramme: (choice) => {
      change({ programme: offered[choice] ?? programmes[0], error: null });
      void look();
    },
    onFederation: (choice) => {
      change({ federation: choices[choice]?.federation ?? null });
      void look();
    },
    onMake: () => {
      leaving = new AbortController();
      change({
        progress: { done: 0, total: 1, step: null, text: null },
        error: null,
        isPlanNew: false,
        isStopping: false,
      });
      void make(view.setUp);
    },
    onStop: () => {
      leaving.abort();
      change({ isStopping: true });
    },
    onAgain: () => {
      change({ error: null });
      void look();
    },
    onGoOn: () => page.reload(),
  };
  await look();
};
