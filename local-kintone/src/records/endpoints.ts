import { afterDueReminders } from "../notifications/reminders.ts";
import type { Endpoint } from "../server/endpoint.ts";
import { bulkEndpoints } from "./rest/bulk.ts";
import { commentEndpoints } from "./rest/comments.ts";
import { cursorEndpoints } from "./rest/cursors.ts";
import { readEndpoints } from "./rest/read.ts";
import { statusEndpoints } from "./rest/status.ts";
import { writeEndpoints } from "./rest/write.ts";

/** Reminders look at records as they are when they fall due, so they go out before anything changes. */
const onTime = (endpoint: Endpoint): Endpoint => ({
  ...endpoint,
  handle: (context) =>
    afterDueReminders(context.site, () => endpoint.handle(context)),
});

/** The record side of the REST API, for the server's endpoint table. */
export const recordEndpoints: readonly Endpoint[] = [
  ...readEndpoints,
  ...writeEndpoints,
  ...statusEndpoints,
  ...commentEndpoints,
  ...cursorEndpoints,
  ...bulkEndpoints,
].map(onTime);
