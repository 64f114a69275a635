import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { root } from "./child.ts";
import { median, toFigure } from "./figure.ts";
import type { BenchPart } from "./figure.ts";

const UNIT_FILE = "test/unit/domain/scoring.test.ts";
const UNIT_LIMIT_MS = 3000;

type Spent = { readonly wall: number; readonly cpu: number };

const runs = promisify(execFile);

/** Milliseconds on the clock and of processor time, its own children's included. */
const spentBy = async (command: string): Promise<Spent> => {
  const { stderr } = await runs(
    "bash",
    [
      "-c",
      `TIMEFORMAT="%R %U %S"; time ${command} >/dev/null 2>/dev/null || exit 1`,
    ],
    { cwd: root, maxBuffer: 1 << 24 },
  );
  const [wall = 0, user = 0, system = 0] = stderr.trim().split(" ").map(Number);
  return { wall: wall * 1000, cpu: (user + system) * 1000 };
};

const medianOf = async (
  command: string,
  turns: number,
  kind: keyof Spent,
): Promise<number> => {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    times.push((await spentBy(command))[kind]);
  }
  return median(times);
};

/** Time that the everyday commands of a developer take; a command that fails has none. */
export const measureHabits: BenchPart = async ({ isQuick, say }) => {
  say("one unit file");
  const unit = await medianOf(
    `npm run --silent test:unit -- ${UNIT_FILE}`,
    isQuick ? 1 : 3,
    "wall",
  );
  say("npm run check");
  const check = await medianOf("npm run --silent check", 1, "cpu");
  return {
    unitFile: { ...toFigure(unit, "ms", UNIT_LIMIT_MS), note: UNIT_FILE },
    checkProcessor: {
      ...toFigure(check, "ms"),
      note: "processor time of types, lint, format, unused exports and architecture",
    },
  };
};
