import type { AppKey } from "../../apps/index.ts";
import { AppError } from "../../errors/app-error.ts";
import { idOf, type ApplyContext } from "./context.ts";

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2_000;
/** A publication of five apps takes seconds; after this something is wrong. */
const GIVE_UP_AFTER_MS = 180_000;

const nameOf = ({ desired }: ApplyContext, key: AppKey): string =>
  String(desired.apps[key].general.name);

/**
 * Publishes the settings of several apps together and waits for the result:
 * kintone answers at once and works on; settings must not be written meanwhile.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/deploy-app-settings/
 * @throws AppError `provision/publish-failed`, `provision/publish-slow`
 */
export const deployApps = async (
  context: ApplyContext,
  keys: readonly AppKey[],
): Promise<void> => {
  const { client } = context.connection;
  const ids = keys.map((key) => idOf(context, key));
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
