import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { Browser, Page } from "playwright-core";
import { inject } from "vitest";
import { startDemo } from "../../scripts/start-demo.ts";
import type { Demo, DemoOptions } from "../../scripts/start-demo.ts";
import type { AppKey } from "../../src/apps/index.ts";
import { collectErrors, openSignedIn } from "./signed-in.ts";

export type DemoUser = { code: string; password: string; role: string };

export type TestDemo = Demo & {
  /** The official client with a user's own rights. */
  clientOf(user: DemoUser): KintoneRestAPIClient;
  /** All records of an app, as the federation reads them. */
  readAll(
    app: AppKey,
    condition?: string,
  ): Promise<Array<Record<string, { value: unknown }>>>;
  /** The first user with a role, or the nth. */
  user(role: string, index?: number): DemoUser;
  /** Address of a list of the nominations. */
  listUrl(view: string): Promise<string>;
  setClock(instant: string): Promise<void>;
  addFault(fault: Record<string, unknown>): Promise<void>;
  clearFaults(): Promise<void>;
};

const post = async (
  url: string,
  method: string,
  body?: unknown,
): Promise<void> => {
  const response = await fetch(url, {
    method,
    ...(body === undefined
      ? {}
      : {
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(body),
        }),
  });
  if (!response.ok) {
    throw new Error(`${method} ${url}: ${response.status}`);
  }
};

/** The product as `npm start` gives it, on a free port. */
export const startTestDemo = async (
  options: DemoOptions = {},
): Promise<TestDemo> => {
  const demo = await startDemo({
    port: 0,
    plugin: inject("plugin"),
    ...options,
  });
  const user = (role: string, index = 0): DemoUser => {
    const found = demo.users.filter((one) => one.role === role)[index];
    if (found === undefined) {
      throw new Error(`The demo has no user ${role} ${index}`);
    }
    return found;
  };
  const clientOf = ({ code, password }: DemoUser) =>
    new KintoneRestAPIClient({
      baseUrl: demo.baseUrl,
      auth: { username: code, password },
    });
  return {
    ...demo,
    user,
    clientOf,
    readAll: (app, condition = "") =>
      clientOf(user("federationManager")).record.getAllRecords({
        app: demo.apps[app],
        condition,
      }),
    listUrl: async (name) => {
      const { views } = await clientOf(user("administrator")).app.getViews({
        app: demo.apps.nominations,
      });
      const view = views[name];
      if (view === undefined) {
        throw new Error(`The demo has no list ${name}`);
      }
      return `${demo.baseUrl}/k/${demo.apps.nominations}/?view=${view.id}`;
    },
    setClock: (now) => post(`${demo.baseUrl}/_local/clock`, "POST", { now }),
    addFault: (fault) => post(`${demo.baseUrl}/_local/faults`, "POST", fault),
    clearFaults: () => post(`${demo.baseUrl}/_local/faults`, "DELETE"),
  };
};

type VisitOptions = {
  isPhone?: boolean;
  timezoneId?: string;
  locale?: "ja-JP" | "en-US";
};

export type DemoVisit = {
  page: Page;
  /** Uncaught errors of the page. */
  errors: string[];
};

/** A page of a user of the demo who has signed in. */
export const visitDemo = async (
  browser: Browser,
  { baseUrl }: Pick<TestDemo, "baseUrl">,
  { code, password }: DemoUser,
  { timezoneId = "Asia/Tokyo", ...options }: VisitOptions = {},
): Promise<DemoVisit> => {
  const page = await openSignedIn(browser, {
    baseUrl,
    login: code,
    password,
    timezoneId,
    ...options,
  });
  return { page, errors: collectErrors(page) };
};
