import { timeToFirstLine } from "./child.ts";
import { median, toFigure } from "./figure.ts";
import type { BenchPart } from "./figure.ts";

const LIMIT_MS = 15_000;

/** From the command to a product that answers: build, provisioning, demo records. */
export const measureStart: BenchPart = async ({ isQuick, say }) => {
  const times: number[] = [];
  for (let turn = 0; turn < (isQuick ? 1 : 3); turn += 1) {
    say(`npm start, turn ${turn + 1}`);
    times.push(
      await timeToFirstLine("npm", [
        "--silent",
        "start",
        "--",
        "--port",
        "0",
        "--json",
      ]),
    );
  }
  return { ready: toFigure(median(times), "ms", LIMIT_MS) };
};
