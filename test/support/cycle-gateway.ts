import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { defaultSettings } from "../../src/feature-kit/settings.ts";
import { createGateway } from "../../src/kintone/gateway.ts";
import type { Gateway } from "../../src/kintone/gateway.ts";
import { createPasswordTransport } from "../../src/kintone/transport.ts";
import type { RestTransport } from "../../src/kintone/transport.ts";
import { todayIn } from "../../src/domain/today.ts";
import { cloudPracticeAward } from "../../src/programmes/index.ts";
import type { CycleSite } from "./cycle-site.ts";

type Request = RestTransport["request"];

const TIME_ZONE = "Asia/Tokyo";

export type CycleConnection = {
  readonly gateway: Gateway;
  /** Requests sent so far. */
  countRequests(): number;
};

/**
 * A gateway with a user's rights, as a page has it.
 *
 * @param around - sits between the gateway and the wire
 */
export const connectAs = (
  run: Pick<CycleSite, "baseUrl" | "apps">,
  login: string,
  around: (send: Request) => Request = (send) => send,
): CycleConnection => {
  const inner = createPasswordTransport({
    baseUrl: run.baseUrl,
    username: login,
    password: login,
  });
  let requests = 0;
  const count: Request = (...call) => {
    requests += 1;
    return inner.request(...call);
  };
  const gateway = createGateway({
    programme: cloudPracticeAward,
    page: {
      appId: "",
      fetchFormFields: () => Promise.resolve({}),
      targetApp: () => null,
    },
    app: null,
    overrides: run.apps,
    transport: { ...inner, request: around(count) },
  });
  return { gateway, countRequests: () => requests };
};

/** The services of a page that a user opens at this moment of the site's clock. */
export const pageServicesOf = (
  { gateway }: Pick<CycleConnection, "gateway">,
  run: Pick<CycleSite, "site">,
) => ({
  programme: cloudPracticeAward,
  gateway,
  settings: defaultSettings,
  clock: {
    now: () => run.site.clock.now(),
    today: () => todayIn(TIME_ZONE, run.site.clock.now()),
    timeZone: TIME_ZONE,
  },
});

type Records = Awaited<
  ReturnType<KintoneRestAPIClient["record"]["getAllRecordsWithCursor"]>
>;

/** All records of an app as REST gives them. */
export const readAll = (
  { clerk, apps }: Pick<CycleSite, "clerk" | "apps">,
  app: keyof CycleSite["apps"],
): Promise<Records> => clerk.record.getAllRecordsWithCursor({ app: apps[app] });
