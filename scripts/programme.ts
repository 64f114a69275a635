/** Checks the definition of a programme, or writes the skeleton of one. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { runCommand } from "./command-line/run-command.ts";
import { UsageError } from "./command-line/usage-error.ts";
import { ROOT } from "./plugin/sources.ts";
import { loadProgramme } from "./programme/load-file.ts";
import { findProgrammeIssues } from "./programme/rules.ts";
import { parseProgramme } from "./programme/shape.ts";
import { toSkeleton } from "./programme/skeleton.ts";
import { tryOnStandIn } from "./programme/try-on-stand-in.ts";

const FOLDER = "src/programmes";

/** The stand-in is asked last: it stops at its first refusal, the rules name all. */
const issuesOf = async (value: unknown): Promise<readonly string[]> => {
  const parsed = parseProgramme(value);
  if ("issues" in parsed) return parsed.issues;
  const issues = findProgrammeIssues(parsed.programme);
  return issues.length > 0 ? issues : tryOnStandIn(parsed.programme);
};

const check = async (file: string): Promise<void> => {
  const issues = await issuesOf(await loadProgramme(file));
  for (const issue of issues) console.error(issue);
  if (issues.length > 0) {
    process.exitCode = 1;
    return;
  }
  console.log(
    `${file}: the definition holds, and its five apps can be set up.`,
  );
};

const write = async (id: string): Promise<void> => {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(id)) {
    throw new UsageError(
      `“${id}” is no id of a programme; one such is staff-award.`,
    );
  }
  const file = path.join(FOLDER, `${id}.ts`);
  await mkdir(path.join(ROOT, FOLDER), { recursive: true });
  // `wx` refuses to overwrite a definition that is there.
  await writeFile(path.join(ROOT, file), toSkeleton(id), { flag: "wx" });
  console.log(file);
};

await runCommand({
  name: "npm run programme",
  summary:
    "Says in words what is wrong with the definition of a programme, or writes the skeleton of one.",
  options: {
    check: {
      kind: "text",
      placeholder: "FILE",
      help: "module that exports the definition",
    },
    new: {
      kind: "text",
      placeholder: "ID",
      help: `id in lower case with hyphens; writes ${FOLDER}/ID.ts`,
    },
  },
  run: async ({ values }) => {
    if (values.check !== undefined && values.new === undefined) {
      await check(values.check);
    } else if (values.new !== undefined && values.check === undefined) {
      await write(values.new);
    } else {
      throw new UsageError("Give one of the two: --check FILE or --new ID.");
    }
  },
});
