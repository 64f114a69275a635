import type { Endpoint } from "../server/endpoint.ts";

/** The record side of the REST API, for the server's endpoint table. */
export const recordEndpoints: readonly Endpoint[] = [];
