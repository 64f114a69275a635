/** Forms on the command line, without kintone or from its records; see README. */
import { runReport } from "./report/run-report.ts";

const { code, stdout, stderr } = await runReport(
  process.argv.slice(2),
  process.env,
);
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = code;
