import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { Connection } from "../connect/connection.ts";
import { createAgent } from "./agent.ts";
import type { Credentials } from "./credentials.ts";
import { guardClient } from "./guard-client.ts";
import { createUserApi } from "./user-api.ts";

/** A connection through the whole official client. */
export type NodeConnection = Connection & {
  readonly client: KintoneRestAPIClient;
};

/** The official client over the wanted way to the site. */
export const createClient = (
  credentials: Credentials,
): KintoneRestAPIClient => {
  const { baseUrl, auth, basicAuth, guestSpaceId } = credentials;
  const client = new KintoneRestAPIClient({
    baseUrl,
    auth,
    ...(basicAuth && { basicAuth }),
    ...(guestSpaceId !== undefined && { guestSpaceId }),
    // The agent speaks to the proxy; the client would forward without a tunnel.
    proxy: false,
    httpsAgent: createAgent(credentials),
  });
  return guardClient(client);
};

export const connect = (credentials: Credentials): NodeConnection => {
  const client = createClient(credentials);
  const { guestSpaceId } = credentials;
  return {
    baseUrl: credentials.baseUrl,
    client,
    directory: createUserApi(credentials),
    ...(guestSpaceId !== undefined && {
      findSpace: async () => {
        const { defaultThread } = await client.space.getSpace({
          id: guestSpaceId,
        });
        return { space: guestSpaceId, thread: defaultThread };
      },
    }),
    upload: async ({ name, bytes }) => {
      const data = Buffer.from(bytes);
      return (await client.file.uploadFile({ file: { name, data } })).fileKey;
    },
  };
};
