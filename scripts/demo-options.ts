import type { OptionSpecs, OptionValues } from "./command-line/options.ts";
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
  data: {
    kind: "text",
    placeholder: "DIR",
    help: "keeps the data in DIR between starts",
  },
} as const satisfies OptionSpecs;

export const toDemoOptions = ({
  port,
  today,
  empty,
  scale,
  data,
}: OptionValues<typeof DEMO_OPTIONS>): DemoOptions => ({
  ...(port !== undefined && { port }),
  today,
  isEmpty: empty,
  scale,
  dataDir: data,
});
