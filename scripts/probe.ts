/** Tries on a site what no source settles about kintone; see README. */
import { writeFile } from "node:fs/promises";
import { todayIn } from "../src/domain/today.ts";
import type { Language } from "../src/i18n/message.ts";
import { parseCredentials } from "../src/provision/command.ts";
import {
  toProvisionMessage,
  type Credentials,
} from "../src/provision/index.ts";
import { explainError } from "../src/provision/apply/explain-error.ts";
import { startProbeSite } from "./probe/local-site.ts";
import { formatLeft, formatResult, toResultFile } from "./probe/print.ts";
import { runProbe } from "./probe/run-probe.ts";

const language: Language = /^ja/u.test(
  process.env.LC_ALL ?? process.env.LANG ?? "",
)
  ? "ja"
  : "en";

const HELP = `npm run probe -- [--keep] [--local]

  --keep   leaves records and settings of the scratch apps
  --local  tries on a local kintone instead of the site of KINTONE_BASE_URL

Reads KINTONE_BASE_URL, KINTONE_USERNAME and KINTONE_PASSWORD. Makes two
scratch apps and changes nothing else. Writes probe-<host>-<day>.json.`;

const KNOWN = new Set(["--keep", "--local"]);

const probe = async (credentials: Credentials, keep: boolean) => {
  const day = todayIn("Asia/Tokyo", Date.now());
  try {
    const { results, apps } = await runProbe(credentials, {
      keep,
      onResult: (result) => console.log(formatResult(result, language)),
    });
    const host = new URL(credentials.baseUrl).hostname;
    const path = `probe-${host}-${day}.json`;
    await writeFile(path, toResultFile(results, day));
    console.log(formatLeft({ apps }, { keep }, language));
    console.log(path);
  } catch (error) {
    const step = { ja: "動作の確認", en: "the probe" };
    throw explainError(error, step, credentials.baseUrl);
  }
};

const probeLocally = async (keep: boolean): Promise<void> => {
  const { credentials, close } = await startProbeSite();
  try {
    await probe(credentials, keep);
  } finally {
    await close();
  }
};

const run = async (args: readonly string[]): Promise<void> => {
  if (args.includes("--help")) {
    console.log(HELP);
    return;
  }
  const unknown = args.find((arg) => !KNOWN.has(arg));
  if (unknown !== undefined) {
    console.error(
      `There is no option ${unknown}; known: --help, --keep, --local.`,
    );
    process.exitCode = 1;
    return;
  }
  const keep = args.includes("--keep");
  await (args.includes("--local")
    ? probeLocally(keep)
    : probe(parseCredentials(process.env), keep));
};

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(toProvisionMessage(error, language));
  process.exitCode = 1;
}
