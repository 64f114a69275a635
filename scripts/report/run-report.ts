import { check, fill, propose, read } from "./commands.ts";
import { sentenceOf } from "./errors.ts";
import { parseReportCommand } from "./options.ts";
import type { ReportCommand } from "./options.ts";

type Env = NodeJS.ProcessEnv;

/** Output and exit code of the process: 1 for a failure, 2 for a form that was read with findings. */
export type ReportOutcome = {
  readonly code: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
};

/** With its client only when it is needed: forms are tried by the hundred. */
const loadFromKintone = () => import("./from-kintone.ts");

type Answer = {
  readonly answer: unknown;
  readonly note?: string;
  readonly code?: ReportOutcome["code"];
};

const run = async (command: ReportCommand, env: Env): Promise<Answer> => {
  switch (command.name) {
    case "propose":
      return propose(command);
    case "read":
      return read(command);
    default:
      return { answer: await runOther(command, env) };
  }
};

const runOther = async (
  command: Exclude<ReportCommand, { readonly name: "propose" | "read" }>,
  env: Env,
): Promise<unknown> => {
  switch (command.name) {
    case "check":
      return check(command);
    case "fill":
      return fill(command);
    case "edition":
      return (await loadFromKintone()).makeFromKintone(command, env);
    default:
      return command satisfies never;
  }
};

/** `npm run report` without its process. @param args - what follows the command's name */
export const runReport = async (
  args: string[],
  env: Env,
): Promise<ReportOutcome> => {
  try {
    const command = parseReportCommand(args);
    const { answer, note = "", code = 0 } = await run(command, env);
    const stdout = `${JSON.stringify(answer, null, 2)}\n`;
    return { code, stdout, stderr: note === "" ? "" : `${note}\n` };
  } catch (error) {
    return { code: 1, stdout: "", stderr: `${sentenceOf(error)}\n` };
  }
};
