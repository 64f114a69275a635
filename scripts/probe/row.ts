import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { Message } from "../../src/i18n/message.ts";

/** The app that is tried on, and the ways to it. */
export type ProbeSite = {
  readonly client: KintoneRestAPIClient;
  /** Login name of the user who runs the probe. */
  readonly user: string;
  readonly app: string;
  /** A second app, which a lookup of the first reads. */
  readonly source: string;
  /** A client of a guest space. */
  readonly guestOf: (space: string) => KintoneRestAPIClient;
  readonly clientOfToken: (apiToken: string) => KintoneRestAPIClient;
  /** Sends a GET with a JSON body. @returns the status of the answer */
  readonly get: (path: string, body: object) => Promise<number>;
  /** @returns code of the organisation above one of the caller's, or null */
  readonly findParentOrganisation: () => Promise<string | null>;
  /** Publishes the settings of an app, by itself the first, and waits for it. */
  readonly deploy: (app?: string) => Promise<void>;
};

/** One behaviour of kintone that the product or the local kintone relies on. */
export type ProbeRow = {
  /** Key in the file of results; never changed. */
  readonly id: string;
  readonly about: Message;
  /** Answer of `attempt` where kintone behaves as we think; "refused" with any code. */
  readonly expected: string;
  /** @returns what was seen, without anything that belongs to the tenant */
  readonly attempt: (site: ProbeSite) => Promise<string>;
};

export type ProbeResult = {
  readonly row: ProbeRow;
  readonly outcome: "as-expected" | "differs" | "not-allowed";
  readonly seen: string;
};
