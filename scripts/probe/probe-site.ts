import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { Credentials } from "../../src/provision/index.ts";
import {
  authorizationOf,
  createAgent,
  createFetch,
} from "../../src/provision/node/agent.ts";
import { createClient } from "../../src/provision/node/connect.ts";
import { requestWithBody } from "./request-with-body.ts";
import type { ProbeSite } from "./row.ts";
import { createScratch, createSource, deployScratch } from "./scratch-app.ts";

type Organisation = {
  readonly code: string;
  readonly parentCode: string | null;
};

const createGet = (credentials: Credentials) => {
  const send = createFetch(createAgent(credentials));
  return async (path: string): Promise<unknown> => {
    const url = new URL(path, credentials.baseUrl);
    const headers = authorizationOf(credentials);
    const response = await send(url, { headers });
    return response.ok ? response.json() : {};
  };
};

/** @see https://cybozu.dev/ja/common/docs/user-api/organizations/get-users-organizations/ */
const findParentOrganisation = async (
  credentials: Credentials,
): Promise<string | null> => {
  const { username } = credentials.auth;
  const answer = await createGet(credentials)(
    `/v1/user/organizations.json?code=${encodeURIComponent(username)}`,
  );
  // The User API answers with titles, each of one organisation.
  const { organizationTitles = [] } = answer as {
    organizationTitles?: Array<{ organization: Organisation }>;
  };
  const below = organizationTitles.find(
    ({ organization }) => organization.parentCode,
  );
  return below?.organization.parentCode ?? null;
};

/** Makes the two apps that are tried on. */
export const createProbeSite = async (
  credentials: Credentials,
): Promise<ProbeSite> => {
  const client = createClient(credentials);
  const source = await createSource(client);
  const app = await createScratch(client, source);
  await deployScratch(client, app);
  return {
    client,
    user: credentials.auth.username,
    app,
    source,
    guestOf: (guestSpaceId) => createClient({ ...credentials, guestSpaceId }),
    clientOfToken: (apiToken) =>
      new KintoneRestAPIClient({
        baseUrl: credentials.baseUrl,
        auth: { apiToken },
        ...(credentials.basicAuth && { basicAuth: credentials.basicAuth }),
        proxy: false,
        httpsAgent: createAgent(credentials),
      }),
    get: (path, body) => requestWithBody(credentials, path, body),
    findParentOrganisation: () => findParentOrganisation(credentials),
    deploy: (given = app) => deployScratch(client, given),
  };
};
