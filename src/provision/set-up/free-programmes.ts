import { programmes, type Programme } from "../../programmes/index.ts";
import type { SiteClient } from "../connect/site-client.ts";
import { listApps } from "../site/find-apps.ts";
import { findMarkedKey } from "../site/marker.ts";

/**
 * The programmes that may be set up from an app: those whose 募集回 is no other
 * app of the site. All of them where each has one already; the plan says so.
 *
 * @param app - the app whose settings page is open
 */
export const fetchFreeProgrammes = async (
  client: SiteClient,
  app: string,
): Promise<readonly Programme[]> => {
  const others = (await listApps(client)).filter(({ appId }) => appId !== app);
  const free = programmes.filter(
    ({ id }) =>
      !others.some(
        ({ description }) => findMarkedKey(id, description) === "editions",
      ),
  );
  return free.length > 0 ? free : programmes;
};
