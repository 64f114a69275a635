import { check, fill, propose, read } from "./commands.ts";
import { sentenceOf } from "./errors.ts";
import { parseReportCommand } from "./options.ts";
import type { ReportCommand } from "./options.ts";

type Env = NodeJS.ProcessEnv;

/** Output and exit code of the process. */
export type ReportOutcome = {
  readonly code: 0 | 1;
  readonly stdout: string;
  readonly stderr: string;
};

/** With its client only when it is needed: forms are tried by the hundred. */
const loadFromKintone = () => import("./from-kintone.ts");

type Answer = { readonly answer: unknown; readonly note?: string };

const run = async (command: ReportCommand, env: Env): Promise<Answer> =>
  command.name === "propose"
    ? propose(command)
    : { answer: await runOther(command, env) };

const runOther = async (
  command: Exclude<ReportCommand, { readonly name: "propose" }>,
  env: Env,
): Promise<unknown> => {
  switch (command.name) {
    case "check":
      return check(command);
    case "read":
      return read(command);
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
    const { answer, note = "" } = await run(parseReportCommand(args), env);
    const stdout = `${JSON.stringify(answer, null, 2)}\n`;
    return { code: 0, stdout, stderr: note === "" ? "" : `${note}\n` };
  } catch (error) {
    return { code: 1, stdout: "", stderr: `${sentenceOf(error)}\n` };
  }
};
