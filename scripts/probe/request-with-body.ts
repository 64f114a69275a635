import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import type { Credentials } from "../../src/provision/index.ts";
import {
  authorizationOf,
  createAgent,
} from "../../src/provision/node/agent.ts";

/**
 * Sends a GET with a JSON body, which `fetch` refuses to send.
 *
 * @returns the status of the answer
 */
export const requestWithBody = (
  credentials: Credentials,
  path: string,
  body: object,
): Promise<number> => {
  const url = new URL(path, credentials.baseUrl);
  const isSecure = url.protocol === "https:";
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    (isSecure ? requestSecure : requestPlain)(
      url,
      {
        method: "GET",
        headers: {
          ...authorizationOf(credentials),
          "Content-Type": "application/json",
          "Content-Length": Buffer.byteLength(text),
        },
        ...(isSecure && { agent: createAgent(credentials) }),
      },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    )
      .on("error", reject)
      .end(text);
  });
};
