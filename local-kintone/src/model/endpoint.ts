import type { User } from "./model.ts";
import type { Site } from "./site.ts";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/**
 * Sender of a request and its way to authenticate. API tokens act as the user
 * `Administrator`.
 */
export type Caller = {
  user: User;
  by: "password" | "session" | "token";
  /** Tokens presented, when `by` is "token". */
  tokens: string[];
};

export type UploadedFile = {
  name: string;
  contentType: string;
  bytes: Uint8Array;
};

/**
 * Inputs of a REST handler: the site, the caller, and the merged parameters.
 */
export type ApiContext = {
  site: Site;
  caller: Caller;
  /** Language of messages (rest-api.md §1.6). */
  language: "ja" | "en";
  /** Guest space of the path, or null on a normal path. */
  guestSpaceId: number | null;
  /** `true` under `/preview/`. */
  preview: boolean;
  /** Query string (bracket arrays resolved) or JSON body; values unchecked. */
  params: Record<string, unknown>;
  request: Request;
  /** The part `file` of a multipart request. */
  file: UploadedFile | null;
};

/**
 * One row of the endpoint table. `path` is without `/k/v1/`, `/preview/`, guest
 * prefix and `.json`, e.g. `records`, `app/form/fields`; User API paths begin
 * with `/v1/`, e.g. `/v1/users`. A handler is synchronous (state is in memory, so
 * one request is one step) unless it must read a body; what it returns becomes JSON
 * (a `Response` goes out as it is). Its synchronous part runs in one transaction.
 * `live` defaults to true, `preview` to false.
 */
export type Endpoint = {
  method: Method;
  path: string;
  preview?: boolean;
  live?: boolean;
  auth: ReadonlyArray<Caller["by"]>;
  handle: (context: ApiContext) => unknown;
};
