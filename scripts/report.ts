/** Forms on the command line, without kintone or from its records; see README. */
import { runReport } from "./report/run-report.ts";

const HELP = `npm run report -- --edition E --out F.xlsx [--form F.xlsx --map M.json] [--kind main|addition] [--nomination N]
npm run report -- --propose --form F.xlsx [--explain] [--anyway]
npm run report -- --check --form F.xlsx --map M.json [--data D.json]
npm run report -- --form F.xlsx --map M.json --data D.json --out O.xlsx [--proof P.json]
npm run report -- --read --form O.xlsx --map M.json [--blank F.xlsx]

The first reads the site of KINTONE_BASE_URL with KINTONE_USERNAME and KINTONE_PASSWORD.
The user has to belong to the federation: nobody else reads the nominations of all societies, the ledger and the target.`;

const args = process.argv.slice(2);
if (args.includes("--help")) {
  console.log(HELP);
} else {
  const { code, stdout, stderr } = await runReport(args, process.env);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = code;
}
