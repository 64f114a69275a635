import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { Connection } from "../connect/connection.ts";
import type { Credentials } from "./credentials.ts";
import { createUserApi } from "./user-api.ts";

/** A connection through the whole official client. */
export type NodeConnection = Connection & {
  readonly client: KintoneRestAPIClient;
};

export const connect = (credentials: Credentials): NodeConnection => {
  const { baseUrl, auth } = credentials;
  const client = new KintoneRestAPIClient({ baseUrl, auth });
  return {
    baseUrl,
    client,
    directory: createUserApi(credentials),
    upload: async ({ name, bytes }) => {
      const data = Buffer.from(bytes);
      return (await client.file.uploadFile({ file: { name, data } })).fileKey;
    },
  };
};
