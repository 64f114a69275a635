import type { OptionSpecs, OptionValues } from "./command-line/options.ts";
import { UsageError } from "./command-line/usage-error.ts";
import {
  findProgramme,
  programmes,
  type Programme,
} from "../src/programmes/index.ts";
import type { DemoOptions } from "./start-demo.ts";

/** Options of `npm start` and `npm run dev`. */
export const DEMO_OPTIONS = {
  port: {
    kind: "port",
    placeholder: "N",
    help: "port, 0 for any free one (default 8080)",
  },
  today: {
    kind: "day",
    placeholder: "YYYY-MM-DD",
    help: "sets the clock of server and pages to that day",
  },
  empty: { kind: "flag", help: "apps and users, no records" },
  scale: {
    kind: "count",
    placeholder: "N",
    help: "N nominations instead of the hand-made ones",
  },
  programme: {
    kind: "text",
    placeholder: "IDS",
    help: `awards side by side: ${programmes.map(({ id }) => id).join(", ")}, or all (default ${programmes[0].id})`,
  },
  data: {
    kind: "text",
    placeholder: "DIR",
    help: "keeps the data in DIR between starts",
  },
} as const satisfies OptionSpecs;

/** @throws UsageError for an award that this build does not have */
const toProgrammes = (ids: string): Programme[] =>
  ids === "all"
    ? [...programmes]
    : [...new Set(ids.split(","))].map((id) => {
        const found = findProgramme(id.trim());
        if (found !== undefined) return found;
        const known = programmes.map((one) => one.id).join(", ");
        throw new UsageError(
          `--programme: “${id}” is no award of this build. Use ${known}, or all.`,
        );
      });

export const toDemoOptions = ({
  port,
  today,
  empty,
  scale,
  data,
  programme,
}: OptionValues<typeof DEMO_OPTIONS>): DemoOptions => ({
  ...(port !== undefined && { port }),
  today,
  isEmpty: empty,
  scale,
  dataDir: data,
  programmes: programme === undefined ? undefined : toProgrammes(programme),
});
