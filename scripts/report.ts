/** Forms on the command line, without kintone or from its records; see README. */
import { check, fill, propose, read } from "./report/commands.ts";
import { sentenceOf } from "./report/errors.ts";
import { makeFromKintone } from "./report/from-kintone.ts";
import { parseReportCommand } from "./report/options.ts";
import type { ReportCommand } from "./report/options.ts";

const run = async (command: ReportCommand): Promise<unknown> => {
  switch (command.name) {
    case "propose":
      return propose(command);
    case "check":
      return check(command);
    case "read":
      return read(command);
    case "fill":
      return fill(command);
    case "edition":
      return makeFromKintone(command, process.env);
    default:
      return command satisfies never;
  }
};

try {
  const answer = await run(parseReportCommand(process.argv.slice(2)));
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}
