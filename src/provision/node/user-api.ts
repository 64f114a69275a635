import { createDirectory, type Directory } from "../connect/directory.ts";
import { parseAnswer } from "../../errors/trouble.ts";
import { SiteError } from "../connect/site-error.ts";
import { authorizationOf, createAgent, createFetch } from "./agent.ts";
import type { Credentials } from "./credentials.ts";

const createRequest = (credentials: Credentials) => {
  const send = createFetch(createAgent(credentials));
  return async (
    method: string,
    path: string,
    body?: unknown,
  ): Promise<unknown> => {
    const response = await send(new URL(path, credentials.baseUrl), {
      method,
      headers: {
        ...authorizationOf(credentials),
        // kintone refuses a content type on a request without a body.
        ...(body !== undefined && { "Content-Type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = parseAnswer(response.status, text);
    if (!response.ok) throw SiteError.of(response.status, text);
    return answer;
  };
};

/** The directory with a login name and a password. */
export const createUserApi = (credentials: Credentials): Directory =>
  createDirectory(createRequest(credentials));
