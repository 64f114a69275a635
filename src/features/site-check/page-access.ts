import { ownPluginId } from "../../kintone/plugin.ts";
import { fetchSubscriptionPlan } from "../../kintone/site-facts.ts";
import { createPageTransport } from "../../kintone/transport.ts";
import { createPageConnection } from "../../provision/connect/page-connection.ts";
import type { SiteAccess } from "./gather-facts.ts";

/** The site with the session of the user who looks. */
export const openPage = (): SiteAccess => ({
  connection: createPageConnection(location.origin, createPageTransport()),
  pluginId: ownPluginId,
  fetchSubscription: fetchSubscriptionPlan,
});
