import type { AppKey } from "../../apps/index.ts";
import { AppError } from "../../errors/app-error.ts";
import type { SiteClient } from "../connect/site-client.ts";
import { listApps } from "../site/find-apps.ts";
import { findMarkedKey } from "../site/marker.ts";
import { idOf, type ApplyContext } from "./context.ts";

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2_000;
/** A publication of five apps takes seconds; after this something is wrong. */
const GIVE_UP_AFTER_MS = 180_000;

export type Sleep = (ms: number) => Promise<void>;

/**
 * Waits while apps are being published: settings cannot be written meanwhile.
 *
 * @returns whether there was something to wait for
 */
export const waitForOthers = async (
  client: SiteClient,
  ids: readonly string[],
  sleep: Sleep,
): Promise<boolean> => {
  if (ids.length === 0) return false;
  let wait = FIRST_WAIT_MS;
  for (let waited = 0; waited < GIVE_UP_AFTER_MS; waited += wait) {
    const { apps } = await client.app.getDeployStatus({ apps: [...ids] });
    if (apps.every(({ status }) => status !== "PROCESSING")) return waited > 0;
    await sleep(wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
  throw new AppError("provision/publish-slow", {
    seconds: GIVE_UP_AFTER_MS / 1000,
  });
};

/**
 * Two people may set up a site at once: neither sees the other's apps before
 * these are published. The second to publish gets an error, and its apps stay hidden.
 *
 * @throws AppError `provision/another-run`
 */
const requireNoOtherRun = async (
  context: ApplyContext,
  keys: readonly AppKey[],
): Promise<void> => {
  const { id: programmeId } = context.desired.programme;
  const listed = await listApps(context.connection.client);
  const others = keys.flatMap((key) =>
    listed
      .filter(
        ({ appId, description }) =>
          findMarkedKey(programmeId, description) === key &&
          appId !== idOf(context, key),
      )
      .map(({ appId }) => ({ key, appId })),
  );
  if (others.length === 0) return;
  throw new AppError("provision/another-run", {
    apps: others.map(({ key }) => nameOf(context, key)).join("、"),
    ids: others.map(({ appId }) => appId).join(", "),
  });
};

const nameOf = ({ desired }: ApplyContext, key: AppKey): string =>
  String(desired.apps[key].general.name);

/**
 * Publishes the settings of several apps together and waits for the result:
 * kintone answers at once and works on; settings must not be written meanwhile.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/deploy-app-settings/
 * @throws AppError `provision/publish-failed`, `provision/publish-slow`,
 *   `provision/another-run`
 */
export const deployApps = async (
  context: ApplyContext,
  keys: readonly AppKey[],
): Promise<void> => {
  const { client } = context.connection;
  const ids = keys.map((key) => idOf(context, key));
  await requireNoOtherRun(context, keys);
  await client.app.deployApp({ apps: ids.map((app) => ({ app })) });
  let wait = FIRST_WAIT_MS;
  for (let waited = 0; waited < GIVE_UP_AFTER_MS; waited += wait) {
    const { apps } = await client.app.getDeployStatus({ apps: ids });
    const failed = apps.filter(
      ({ status }) => status === "FAIL" || status === "CANCEL",
    );
    if (failed.length > 0)
      throw new AppError("provision/publish-failed", {
        apps: keys
          .filter((key) => failed.some(({ app }) => app === idOf(context, key)))
          .map((key) => nameOf(context, key))
          .join("、"),
      });
    if (apps.every(({ status }) => status === "SUCCESS")) return;
    await context.sleep(wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
  throw new AppError("provision/publish-slow", {
    seconds: GIVE_UP_AFTER_MS / 1000,
  });
};
