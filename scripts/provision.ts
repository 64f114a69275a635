/** Sets the five apps up on a kintone site; see README. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { AppKey } from "../src/apps/index.ts";
import { AppError } from "../src/errors/app-error.ts";
import { todayIn } from "../src/domain/today.ts";
import type { Language } from "../src/i18n/message.ts";
import { cloudPracticeAward } from "../src/programmes/index.ts";
import { parseCommand } from "../src/provision/command.ts";
import {
  createFileMemory,
  previewProvision,
  provision,
  toProvisionMessage,
  type Plan,
  type Progress,
} from "../src/provision/index.ts";
import {
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

const run = async (): Promise<void> => {
  const { isDryRun, sampleEdition, ...options } = parseCommand(
    process.argv.slice(2),
    process.env,
  );
  const pluginPath = options.pluginPath ?? findBuiltPlugin();
  const settings = {
    ...options,
    programme: cloudPracticeAward,
    ...(pluginPath !== null && { pluginZip: await readZip(pluginPath) }),
    ...(sampleEdition && {
      sampleEditionOn: todayIn("Asia/Tokyo", Date.now()),
    }),
    memory: createFileMemory(
      MEMORY_FOLDER,
      options.baseUrl,
      cloudPracticeAward.id,
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

try {
  await run();
} catch (error) {
  console.error(toProvisionMessage(error, language));
  process.exitCode = 1;
}
