import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, request, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { connect as connectSocket, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  createCertificate,
  createSite,
  startServer,
  type RunningServer,
} from "local-kintone";
import { packPlugin } from "local-kintone/testing";
import { createAgent } from "../../src/provision/node/agent.ts";

const runner = fileURLToPath(
  new URL("../../scripts/run-source.mjs", import.meta.url),
);
const certificate = createCertificate();
const BASIC = `Basic ${Buffer.from("office:gate").toString("base64")}`;

const site = createSite({ deployDelayMs: 0 });
let kintone: RunningServer;
let front: Server;
let proxy: Server;
let folder = "";
/** Ports of the proxy's own connections to the front. */
const fromProxy = new Set<number>();
const stray: string[] = [];
const paths: string[] = [];

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      // A listening TCP server has an address with a port.
      resolve((server.address() as AddressInfo).port),
    );
  });

/** A web server in front of kintone, with basic authentication. */
const createFront = () =>
  createSecureServer(certificate, (incoming, outgoing) => {
    const { url = "", method, headers, socket } = incoming;
    paths.push(url);
    if (!fromProxy.has(socket.remotePort ?? 0)) stray.push(url);
    if (headers.authorization !== BASIC) {
      outgoing.writeHead(401, { "content-type": "text/html" }).end("<html>");
      return;
    }
    const { authorization: _authorization, host: _host, ...others } = headers;
    const inner = request(
      new URL(url, kintone.baseUrl),
      { method, headers: others },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
      },
    );
    incoming.pipe(inner);
  });

const createProxy = () =>
  createServer().on("connect", (asked, client) => {
    const port = Number(/\d+$/u.exec(asked.url ?? "")?.[0]);
    const tunnel = connectSocket(port, "127.0.0.1", () => {
      fromProxy.add(tunnel.localPort ?? 0);
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      tunnel.pipe(client);
      client.pipe(tunnel);
    });
    for (const end of [tunnel, client])
      end.on("error", () => {
        tunnel.destroy();
        client.destroy();
      });
  });

beforeEach(async () => {
  kintone = await startServer({ site });
  front = createFront();
  proxy = createProxy();
  folder = await mkdtemp(join(tmpdir(), "suisen-route-"));
});
afterEach(async () => {
  front.closeAllConnections();
  front.close();
  proxy.closeAllConnections();
  proxy.close();
  await kintone.close();
  site.close();
  await rm(folder, { recursive: true });
});

test("every request goes through the proxy and past basic authentication", async () => {
  const [port, proxyPort] = [await listen(front), await listen(proxy)];
  const trusted = join(folder, "cert.pem");
  await writeFile(trusted, certificate.cert);
  const zip = join(folder, "plugin.zip");
  const { plugin } = await packPlugin({ version: "1", desktop: ["1;"] });
  await writeFile(zip, plugin);
  const { PATH = "" } = process.env;
  const outcome = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [runner, "scripts/provision.ts", "--plugin", zip],
      {
        cwd: folder,
        env: {
          PATH,
          LANG: "ja_JP.UTF-8",
          NODE_EXTRA_CA_CERTS: trusted,
          KINTONE_BASE_URL: `https://localhost:${port}`,
          KINTONE_USERNAME: "Administrator",
          KINTONE_PASSWORD: "Administrator",
          KINTONE_BASIC_AUTH_USERNAME: "office",
          KINTONE_BASIC_AUTH_PASSWORD: "gate",
          HTTPS_PROXY: `http://127.0.0.1:${proxyPort}`,
        },
      },
      (_, out, err) => resolve(`${out}${err}`),
    );
  });
  expect(outcome).toContain("完了しました。");
  expect(stray).toEqual([]);
  expect(paths).toEqual(
    expect.arrayContaining([
      "/k/v1/file.json",
      "/k/v1/plugin.json",
      "/v1/groups.json",
      "/k/v1/preview/app.json",
    ]),
  );
});

test("a client certificate goes with every connection, with and without a proxy", () => {
  const clientCertificate = {
    pfx: new TextEncoder().encode("pfx"),
    password: "secret",
  };
  for (const route of [{}, { proxy: "http://proxy.example:8080" }]) {
    const agent = createAgent({ ...route, clientCertificate });
    expect({ ...agent.options, ...Reflect.get(agent, "connectOpts") }).toEqual(
      expect.objectContaining({
        pfx: Buffer.from("pfx"),
        passphrase: "secret",
      }),
    );
  }
});
