import type { Endpoint } from "../../model/endpoint.ts";
import { getReports, putReports } from "./graphs.ts";

const ANYONE: Endpoint["auth"] = ["password", "session", "token"];

/** kintone calls its graphs reports in REST. */
export const graphEndpoints: readonly Endpoint[] = [
  {
    method: "GET",
    path: "app/reports",
    preview: true,
    auth: ANYONE,
    handle: getReports,
  },
  {
    method: "PUT",
    path: "app/reports",
    preview: true,
    live: false,
    auth: ANYONE,
    handle: putReports,
  },
];
