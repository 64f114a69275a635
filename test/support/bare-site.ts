/** A bare site answered in this process, and the installer's run on it. */
import { createHandler, createSite, type Site } from "local-kintone";
import { vi } from "vitest";
import { createPasswordTransport } from "../../src/kintone/transport.ts";
import { cloudPracticeAward } from "../../src/programmes/index.ts";
import type { Programme } from "../../src/programmes/index.ts";
import type { Progress } from "../../src/provision/apply/apply-plan.ts";
import type { Connection } from "../../src/provision/connect/connection.ts";
import { createPageConnection } from "../../src/provision/connect/page-connection.ts";
import { applySetUp } from "../../src/provision/set-up/apply-set-up.ts";
import type { FederationEntity } from "../../src/provision/plan/federation.ts";
import {
  planSetUp,
  type SetUp,
} from "../../src/provision/set-up/plan-set-up.ts";
import { createMemory } from "../../src/provision/site/memory.ts";

export const BASE_URL = "http://localhost:8080";

type Sent = { method: string; path: string };
/** Answers in place of the site, before or after it did what was asked. */
type Intercept = (
  sent: Sent,
  answer: () => Promise<Response>,
) => Promise<Response>;

type PressOptions = {
  readonly adoptedApp?: string;
  readonly federation?: FederationEntity | null;
  readonly programme?: Programme;
  readonly me?: { code: string; name: string };
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
};

export type BareSite = {
  readonly site: Site;
  readonly connection: Connection;
  intercept: Intercept;
  /** Makes the plan of a page that remembers nothing. */
  plan(options?: PressOptions): Promise<SetUp>;
  apply(setUp: SetUp, options?: PressOptions): Promise<void>;
  /** One press of 「5つのアプリを作る」. */
  press(options?: PressOptions): Promise<void>;
  close(): void;
};

const passOn: Intercept = (_sent, answer) => answer();

export const createBareSite = (
  siteOptions: Parameters<typeof createSite>[0] = {},
): BareSite => {
  const site = createSite({ deployDelayMs: 0, ...siteOptions });
  const handler = createHandler(site);
  const bare = { intercept: passOn };
  vi.stubGlobal("fetch", (input: string | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    return bare.intercept(
      { method: request.method, path: pathname },
      async () => handler.fetch(request),
    );
  });
  const connection = createPageConnection(
    BASE_URL,
    createPasswordTransport({
      baseUrl: BASE_URL,
      username: "Administrator",
      password: "Administrator",
    }),
  );
  const plan: BareSite["plan"] = ({
    programme = cloudPracticeAward,
    adoptedApp = "1",
    federation = null,
  } = {}) =>
    planSetUp({
      connection,
      programme,
      memory: createMemory(),
      adoptedApp,
      federation,
    });
  const apply: BareSite["apply"] = async (setUp, options = {}) => {
    await applySetUp(setUp, {
      connection,
      memory: createMemory(),
      me: options.me ?? { code: "Administrator", name: "管理者" },
      now: () => site.clock.now(),
      sleep: (ms) =>
        new Promise((resolve) => {
          setTimeout(resolve, Math.min(ms, 1));
        }),
      onProgress: options.onProgress ?? (() => undefined),
      ...(options.signal && { signal: options.signal }),
    });
  };
  return Object.assign(bare, {
    site,
    connection,
    plan,
    apply,
    press: async (options: PressOptions = {}) =>
      apply(await plan(options), options),
    close: () => {
      vi.unstubAllGlobals();
      site.close();
    },
  });
};

/** Live settings of every app, as a person sees them: without numbers of lists. */
export const settingsOf = (site: Site) =>
  [...site.store.apps.values()].map(({ live }) => {
    const { views, ...settings } = live?.settings ?? { views: {} };
    const lists = Object.entries(views).map(([name, { id: _id, ...view }]) => [
      name,
      view,
    ]);
    return { ...settings, views: Object.fromEntries(lists) };
  });
