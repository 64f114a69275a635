import { request } from "node:https";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCertificate } from "../../src/http/certificate.ts";
import { startServer } from "../../src/start-server.ts";
import type { RunningServer } from "../../src/start-server.ts";

const HOST = "local.cybozu.com";
const tls = createCertificate([HOST]);

/** Asks for a page under a name, trusting the certificate and nothing else. */
const ask = (url: string, as: string, ca: string | undefined) =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const asked = request(
      {
        host: hostname,
        port,
        path: "/k/v1/apps.json",
        servername: as,
        headers: { Host: as },
        agent: false,
        ca,
      },
      (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
      },
    );
    asked.on("error", reject);
    asked.end();
  });

describe("a server that speaks https", () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ tls, hosts: [HOST] });
  });
  afterAll(() => server.close());

  test("says so in its address", () => {
    expect(server.baseUrl).toMatch(/^https:\/\/localhost:\d+$/u);
  });

  test.each(["localhost", HOST])(
    "is believed as %s by who trusts its certificate",
    async (name) => {
      expect(await ask(server.baseUrl, name, tls.cert)).toBe(401);
    },
  );

  test("is not believed under another name, nor without trust", async () => {
    await expect(
      ask(server.baseUrl, "evil.example", tls.cert),
    ).rejects.toMatchObject({ code: "ERR_TLS_CERT_ALTNAME_INVALID" });
    await expect(
      ask(server.baseUrl, "localhost", undefined),
    ).rejects.toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  });

  test("every certificate has a key and a number of its own", () => {
    expect(createCertificate().cert).not.toBe(createCertificate().cert);
  });
});

test("further names are answered under only when they were asked for", async () => {
  const server = await startServer({ tls: createCertificate([HOST]) });
  try {
    const { port } = new URL(server.baseUrl);
    const status = await new Promise<number>((resolve, reject) => {
      request(
        {
          host: "localhost",
          port,
          path: "/login",
          headers: { Host: HOST },
          // The name in question is the Host header, not the certificate.
          rejectUnauthorized: false,
          agent: false,
        },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      )
        .on("error", reject)
        .end();
    });
    expect(status).toBe(403);
  } finally {
    await server.close();
  }
});
