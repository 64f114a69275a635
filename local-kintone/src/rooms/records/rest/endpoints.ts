import { afterDueReminders } from "../../notifications/reminders.ts";
import type { Endpoint } from "../../../model/endpoint.ts";
import { bulkEndpoints } from "./bulk.ts";
import { commentEndpoints } from "./comments.ts";
import { cursorEndpoints } from "./cursors.ts";
import { readEndpoints } from "./read.ts";
import { statusEndpoints } from "./status.ts";
import { writeEndpoints } from "./write.ts";

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
