import { createServer as createPlain, type Server } from "node:http";
import { createServer as createSecure } from "node:https";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createCertificate } from "local-kintone";
import { runProbe } from "../../scripts/probe/run-probe.ts";
import { runReport } from "../../scripts/report/run-report.ts";
import { toMessage } from "../../src/errors/to-message.ts";
import { readWithRetry, writeOnce } from "../../src/kintone/retry.ts";
import { createPasswordTransport } from "../../src/kintone/transport.ts";
import { explainError } from "../../src/provision/apply/explain-error.ts";
import { createPageConnection } from "../../src/provision/connect/page-connection.ts";
import { toProvisionMessage as toPageMessage } from "../../src/provision/errors.ts";
import {
  previewProvision,
  provision,
  toProvisionMessage,
} from "../../src/provision/index.ts";

type Answer = readonly [status: number, type: string, body: string];

const page = (text: string): string => `<!DOCTYPE html><html>${text}</html>`;

const answers = {
  "a page of somebody else": [200, "text/html", page("<h1>ようこそ</h1>")],
  "half a body": [200, "application/json", '{"apps":[{"appId":"1","na'],
  "a proxy's login page": [
    200,
    "text/html",
    page('<form><input name="p" type="password"></form>'),
  ],
  "a wrong password": [
    401,
    "application/json",
    '{"code":"CB_WA01","id":"x1","message":"ログインに失敗しました。"}',
  ],
  "an IP restriction": [403, "text/html", page("403 Forbidden")],
  "a maintenance page": [503, "text/html", page("メンテナンス中です")],
} as const satisfies Record<string, Answer>;

type Trouble = keyof typeof answers | "an untrusted certificate";

/** Words of the sentence in a terminal. */
const inTerminal: Readonly<Record<Trouble, RegExp>> = {
  "a page of somebody else": /kintoneではないページ.*もう一度実行/u,
  "half a body": /途中で切れました.*もう一度実行/u,
  "a proxy's login page": /ログインを求めるページ.*もう一度実行/u,
  "a wrong password": /ログイン名とパスワードを確かめて/u,
  "an IP restriction": /IPアドレス制限.*もう一度実行/u,
  "a maintenance page": /メンテナンス.*もう一度実行/u,
  "an untrusted certificate": /証明書を信頼できません/u,
};

/** Words of the sentence on a page, which hears nothing of certificates. */
const onPage: Readonly<Record<keyof typeof answers, RegExp>> = {
  "a page of somebody else": /別のページが返ってきました/u,
  "half a body": /途中で切れました.*もう一度操作/u,
  "a proxy's login page": /ログインを求めるページ.*別のタブ/u,
  "a wrong password": /ログイン/u,
  "an IP restriction": /IPアドレス制限.*もう一度操作/u,
  "a maintenance page": /メンテナンス/u,
};

const troubles = Object.keys(answers) as Array<keyof typeof answers>; // its own keys

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

const listen = async (made: Server, scheme: string): Promise<string> => {
  server = made;
  await new Promise<void>((resolve) => {
    made.listen(0, "localhost", resolve);
  });
  // A listening TCP server has an address with a port.
  const { port } = made.address() as AddressInfo;
  return `${scheme}://localhost:${port}`;
};

/** Address of a site that has nothing but this trouble. */
const startTrouble = (trouble: Trouble): Promise<string> => {
  if (trouble === "an untrusted certificate")
    return listen(
      createSecure(createCertificate(), (_, outgoing) => outgoing.end("{}")),
      "https",
    );
  const [status, type, body] = answers[trouble];
  const made = createPlain((incoming, outgoing) => {
    incoming.resume();
    outgoing.writeHead(status, { "Content-Type": type }).end(body);
  });
  return listen(made, "http");
};

const login = { username: "sato", password: "secret" };

const sentenceOf = async (
  work: Promise<unknown>,
  say: (error: unknown) => string,
): Promise<string> => {
  try {
    await work;
  } catch (error) {
    return say(error);
  }
  throw new Error("Nothing went wrong");
};

const say = (error: unknown) => toProvisionMessage(error, "ja");

const step = { ja: "動作の確認", en: "the probe" };

const commands: Readonly<Record<string, (baseUrl: string) => Promise<string>>> =
  {
    provision: (baseUrl) =>
      sentenceOf(provision({ baseUrl, auth: login }), say),
    "provision --dry-run": (baseUrl) =>
      sentenceOf(previewProvision({ baseUrl, auth: login }), say),
    report: async (baseUrl) => {
      const { stderr } = await runReport(
        ["--edition", "第1回", "--out", "/nowhere/out.xlsx"],
        {
          KINTONE_BASE_URL: baseUrl,
          KINTONE_USERNAME: login.username,
          KINTONE_PASSWORD: login.password,
        },
      );
      return stderr;
    },
    probe: (baseUrl) =>
      sentenceOf(runProbe({ baseUrl, auth: login }, { keep: false }), (error) =>
        say(explainError(error, step, baseUrl)),
      ),
  };

describe.each(Object.entries(commands))("npm run %s", (_, run) => {
  test.each([...troubles, "an untrusted certificate"] as const)(
    "tells %s in the words of a terminal",
    async (trouble) => {
      const sentence = await run(await startTrouble(trouble));
      expect(sentence).toMatch(inTerminal[trouble]);
      expect(sentence).not.toMatch(/画面を|タブ|不具合/u);
    },
  );
});

describe("a page", () => {
  const transportTo = (baseUrl: string) =>
    createPasswordTransport({ baseUrl, ...login });

  test.each(troubles)("tells %s when it reads and writes", async (trouble) => {
    const { request, upload, download } = transportTo(
      await startTrouble(trouble),
    );
    const tries = [
      () => readWithRetry(() => request("GET", "records", { app: "1" })),
      () => writeOnce(() => request("POST", "record", { app: "1" })),
      () => writeOnce(() => upload({ name: "a", bytes: new Uint8Array() })),
      ...(answers[trouble][0] === 200
        ? []
        : [() => readWithRetry(() => download("key"))]),
    ];
    for (const one of tries) {
      const sentence = await sentenceOf(one(), (error) =>
        toMessage(error, "ja"),
      );
      expect(sentence).toMatch(onPage[trouble]);
      expect(sentence).not.toMatch(/不具合|実行/u);
    }
  });

  test.each(troubles)("tells %s while it sets the apps up", async (trouble) => {
    const baseUrl = await startTrouble(trouble);
    const { client } = createPageConnection(baseUrl, transportTo(baseUrl));
    const sentence = await sentenceOf(client.app.getApps({}), (error) =>
      toPageMessage(explainError(error, step, baseUrl), "ja"),
    );
    expect(sentence).toMatch(onPage[trouble]);
    expect(sentence).not.toMatch(/不具合/u);
  });
});
