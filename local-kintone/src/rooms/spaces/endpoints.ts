import type { Endpoint, Method } from "../../model/endpoint.ts";
import { addGuests, deleteGuests, putSpaceGuests } from "./guests.ts";
import { getMembers, putMembers } from "./members.ts";
import {
  addFromTemplate,
  deleteSpace,
  getSpace,
  putBody,
  putSpace,
} from "./space.ts";
import { getAppsStatistics, getSpacesStatistics } from "./statistics.ts";
import { addThread, addThreadComment, putThread } from "./threads.ts";

/** API tokens belong to apps: none of these takes one. */
const row = (
  method: Method,
  path: string,
  handle: Endpoint["handle"],
): Endpoint => ({ method, path, auth: ["password", "session"], handle });

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/spaces/ */
export const spaceEndpoints: readonly Endpoint[] = [
  row("GET", "space", getSpace),
  row("PUT", "space", putSpace),
  row("DELETE", "space", deleteSpace),
  row("PUT", "space/body", putBody),
  row("GET", "space/members", getMembers),
  row("PUT", "space/members", putMembers),
  row("POST", "space/thread", addThread),
  row("PUT", "space/thread", putThread),
  row("POST", "space/thread/comment", addThreadComment),
  row("PUT", "space/guests", putSpaceGuests),
  row("POST", "guests", addGuests),
  row("DELETE", "guests", deleteGuests),
  row("POST", "template/space", addFromTemplate),
  row("GET", "spaces/statistics", getSpacesStatistics),
  row("GET", "apps/statistics", getAppsStatistics),
];
