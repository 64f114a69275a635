import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createCertificate } from "./http/certificate.ts";
import { startServer } from "./start-server.ts";
import { parseToday } from "./model/clock.ts";
import { parseReadings } from "./model/readings.ts";
import { createSite } from "./rooms/create-site.ts";

const USAGE = `local-kintone: a kintone on localhost for tests and demos

  --port N               port, 0 for any (default 8080)
  --data DIR             keep everything in DIR between starts (default: in memory)
  --today YYYY-MM-DD     start the clock at nine in the morning of that day, Japan time
  --tls FILE             speak https; writes the certificate made at start to FILE, for clients to trust
  --host NAME            answer under this name too; repeatable, and the name must lead to this machine
  --substitute URL=PLACE read addresses that begin with URL from PLACE: a folder, or a service on this
                         machine (http://localhost:…); repeatable
  --language ja|en       language of the site: of messages and of the codes of built-in fields (default ja)
  --reading NAME=VALUE   behave by another reading where sources disagree (docs/behaviour.md); repeatable
  --json                 print one JSON line when ready
  --help                 print this text`;

const readOptions = () =>
  parseArgs({
    options: {
      port: { type: "string", default: "8080" },
      data: { type: "string" },
      today: { type: "string" },
      tls: { type: "string" },
      host: { type: "string", multiple: true, default: [] },
      substitute: { type: "string", multiple: true, default: [] },
      language: { type: "string", default: "ja" },
      reading: { type: "string", multiple: true, default: [] },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  }).values;

const parsePort = (text: string): number => {
  const port = Number(text);
  const isPort = /^\d+$/.test(text) && port <= 65_535;
  if (!isPort) throw new Error(`Not a port: ${text}`);
  return port;
};

const parseSubstitutes = (given: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    given.map((text) => {
      const [, url, place] = /^(https?:\/\/[^=]+)=(.+)$/.exec(text) ?? [];
      if (url === undefined || place === undefined)
        throw new Error(`Not URL=PLACE: ${text}`);
      return [url, place];
    }),
  );

const parseLanguage = (text: string): "ja" | "en" => {
  if (text === "ja" || text === "en") return text;
  throw new Error(`Not a language of the site: ${text}`);
};

const main = async (): Promise<void> => {
  const options = readOptions();
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const port = parsePort(options.port);
  const site = createSite({
    substitutes: parseSubstitutes(options.substitute),
    readings: parseReadings(options.reading),
    defaultLanguage: parseLanguage(options.language),
    ...(options.data === undefined ? {} : { dataDir: options.data }),
    ...(options.today === undefined ? {} : { now: parseToday(options.today) }),
  });
  const { host: hosts } = options;
  const tls = options.tls === undefined ? null : createCertificate(hosts);
  const server = await startServer({ site, port, hosts, ...(tls && { tls }) });
  // Not before the port is ours: another server's certificate may lie there.
  if (tls && options.tls !== undefined) writeFileSync(options.tls, tls.cert);
  const { adminCode, adminPassword } = site.options;
  const { baseUrl } = server;
  const users = [
    { code: adminCode, password: adminPassword, role: "administrator" },
  ];
  if (options.json) console.log(JSON.stringify({ baseUrl, users }));
  else
    console.log(
      `local-kintone: ${baseUrl}\nlogin: ${adminCode} / ${adminPassword}`,
    );

  const stop = () => {
    void server.close().then(() => site.close());
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
};

const toSentence = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  return code === "EADDRINUSE"
    ? `Port ${port ?? ""} is taken: name another one with --port (0 takes any free one).`
    : error.message;
};

main().catch((error: unknown) => {
  console.error(toSentence(error));
  process.exitCode = 1;
});
