import { request as requestPlain } from "node:http";
import { Agent, request as requestSecure } from "node:https";
import { HttpsProxyAgent } from "https-proxy-agent";
import type { Credentials, Route } from "./credentials.ts";

/**
 * The connections of every request to a site, through the proxy and with the client
 * certificate that are wanted. The official client takes it too.
 */
export const createAgent = ({ proxy, clientCertificate }: Route): Agent => {
  const certificate = clientCertificate && {
    pfx: Buffer.from(clientCertificate.pfx),
    passphrase: clientCertificate.password,
  };
  return proxy === undefined
    ? new Agent({ ...certificate })
    : new HttpsProxyAgent(proxy, { ...certificate });
};

const toBase64 = (text: string): string =>
  Buffer.from(text, "utf8").toString("base64");

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/overview/authentication/ */
export const authorizationOf = ({
  auth,
  basicAuth,
}: Credentials): Record<string, string> => ({
  "X-Cybozu-Authorization": toBase64(`${auth.username}:${auth.password}`),
  ...(basicAuth && {
    Authorization: `Basic ${toBase64(`${basicAuth.username}:${basicAuth.password}`)}`,
  }),
});

/** `fetch` over an agent's connections, which Node's own `fetch` does not take. */
export const createFetch =
  (agent: Agent): typeof fetch =>
  async (input, init) => {
    const wanted = new Request(input, init);
    const body = Buffer.from(await wanted.arrayBuffer());
    const { protocol } = new URL(wanted.url);
    const send = protocol === "https:" ? requestSecure : requestPlain;
    return new Promise((resolve, reject) => {
      const outgoing = send(
        wanted.url,
        {
          method: wanted.method,
          headers: {
            ...Object.fromEntries(wanted.headers),
            ...(body.length > 0 && { "content-length": body.length }),
          },
          ...(protocol === "https:" && { agent }),
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
          incoming.on("error", reject);
          incoming.on("end", () => {
            const { statusCode: status = 0, headers } = incoming;
            const type = headers["content-type"];
            resolve(
              new Response(Buffer.concat(chunks), {
                status,
                ...(type !== undefined && {
                  headers: { "content-type": type },
                }),
              }),
            );
          });
        },
      );
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  };
