import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { Credentials } from "./credentials.ts";
import { createDirectory, type Directory } from "./directory.ts";

/** A site as one user reaches it: its apps, and its users and groups. */
export type Connection = {
  readonly baseUrl: string;
  readonly client: KintoneRestAPIClient;
  readonly directory: Directory;
};

export const connect = (credentials: Credentials): Connection => {
  const { baseUrl, auth } = credentials;
  return {
    baseUrl,
    client: new KintoneRestAPIClient({ baseUrl, auth }),
    directory: createDirectory(credentials),
  };
};
