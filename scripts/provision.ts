/** Sets the five apps up on a kintone site; see README. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import type { AppKey } from "../src/apps/index.ts";
import { AppError } from "../src/errors/app-error.ts";
import { todayIn } from "../src/domain/today.ts";
import type { Language } from "../src/i18n/message.ts";
import { parseCommand } from "../src/provision/command.ts";
import {
  createFileMemory,
  previewProvision,
  provision,
  toProvisionMessage,
  type Plan,
  type Progress,
} from "../src/provision/index.ts";
import { withLock } from "../src/provision/node/lock.ts";
import { formatHelp } from "../src/provision/options.ts";
import type { Loss } from "../src/provision/apply/losses.ts";
import {
  formatLosses,
  formatPlan,
  formatProgress,
  formatRefusals,
} from "../src/provision/print.ts";

const MEMORY_FOLDER = ".provision";
const BUILT_PLUGIN = "dist/plugin.zip";

const language: Language = /^ja/u.test(
  process.env.LC_ALL ?? process.env.LANG ?? "",
)
  ? "ja"
  : "en";

/** The zip of `npm run build`, if it was run. */
const findBuiltPlugin = (): string | null =>
  existsSync(BUILT_PLUGIN) ? BUILT_PLUGIN : null;

const readZip = async (path: string): Promise<Uint8Array> => {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new AppError("provision/no-zip", { path }, { cause });
  }
};

const questions = {
  ja: "削除してよろしいですか。（はい：y ＋ Enter）",
  en: "Delete these? (yes: y and Enter)",
} as const;

/** Without a terminal there is no answer; `--yes` is for those. */
const ask = async (): Promise<boolean> => {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({
    input: process.stdin,
    output: process.stdout,
  });
  try {
    return /^(?:y|yes|はい)$/iu.test(
      (await terminal.question(`${questions[language]} `)).trim(),
    );
  } finally {
    terminal.close();
  }
};

const confirmLosses =
  (isSure: boolean) =>
  (
    losses: readonly Loss[],
    nameOf: (key: AppKey) => string,
  ): Promise<boolean> => {
    for (const line of formatLosses(losses, nameOf, language))
      console.log(line);
    return isSure ? Promise.resolve(true) : ask();
  };

type Command = Exclude<ReturnType<typeof parseCommand>, "help">;

const run = async ({
  isDryRun,
  isSure,
  sampleEdition,
  ...options
}: Command): Promise<void> => {
  const pluginPath = options.pluginPath ?? findBuiltPlugin();
  const settings = {
    ...options,
    confirmLosses: confirmLosses(isSure),
    ...(pluginPath !== null && { pluginZip: await readZip(pluginPath) }),
    ...(sampleEdition && {
      sampleEditionOn: todayIn("Asia/Tokyo", Date.now()),
    }),
    memory: createFileMemory(
      MEMORY_FOLDER,
      options.baseUrl,
      options.programme.id,
    ),
    onPlan: (plan: Plan, nameOf: (key: AppKey) => string) =>
      console.log(formatPlan(plan, nameOf, language).join("\n")),
    onProgress: (_line: string, progress: Progress) => {
      const line = formatProgress(progress, language);
      if (line !== null) console.log(line);
    },
  };
  if (isDryRun) {
    await previewProvision(settings);
    return;
  }
  const { refusals } = await provision(settings);
  for (const line of formatRefusals(refusals, language)) console.log(line);
};

const toLockPath = (baseUrl: string): string =>
  join(
    MEMORY_FOLDER,
    `${new URL(baseUrl).host.replace(/[^\w.-]/gu, "_")}.lock`,
  );

try {
  const command = parseCommand(process.argv.slice(2), process.env);
  if (command === "help") console.log(formatHelp(language));
  else if (command.isDryRun) await run(command);
  else await withLock(toLockPath(command.baseUrl), () => run(command));
} catch (error) {
  console.error(toProvisionMessage(error, language));
  process.exitCode = 1;
}
