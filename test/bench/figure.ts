import { readFileSync } from "node:fs";

/** One measured claim beside its limit. */
export type Figure = {
  readonly value: number;
  readonly unit: "ms" | "KB" | "MB" | "requests" | "times";
  readonly limit?: number;
  readonly isKept?: boolean;
  /** The peer's figure divided by ours: above 1 we are the better one. */
  readonly peers?: Readonly<Record<string, PeerFigure>>;
  /** Explanation of the figure, where its name is not enough. */
  readonly note?: string;
};

export type PeerFigure =
  | { readonly value: number; readonly ratio: number; readonly note?: string }
  | { readonly error: string };

export type Figures = Readonly<Record<string, Figure>>;

export type BenchOptions = {
  /** Fewer runs and less data; the limits are then beside the point. */
  readonly isQuick: boolean;
  readonly say: (text: string) => void;
};

export type BenchPart = (options: BenchOptions) => Promise<Figures>;

const round = (value: number): number =>
  Number(value.toFixed(value < 10 ? 2 : 1));

export const toFigure = (
  value: number,
  unit: Figure["unit"],
  limit?: number,
): Figure => ({
  value: round(value),
  unit,
  ...(limit === undefined ? {} : { limit, isKept: value <= limit }),
});

export const toPeer = (own: number, value: number): PeerFigure => ({
  value: round(value),
  ratio: round(value / own),
});

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1
    ? upper
    : ((sorted[middle - 1] ?? upper) + upper) / 2;
};

/** Milliseconds of one run. */
export const timeOf = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** Milliseconds of CPU time of one run, whatever else the machine does. */
export const cpuTimeOf = async (work: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

/** Nanoseconds that the thread of this code has spent on a processor, of Linux alone. */
const readThreadTime = (): number => {
  const [spent] = readFileSync(
    `/proc/self/task/${process.pid}/schedstat`,
    "utf8",
  ).split(" ");
  return Number(spent);
};

/** Milliseconds of CPU time of one run without compiler and collector threads, whatever else the machine does. */
export const threadTimeOf = async (work: () => unknown): Promise<number> => {
  const before = readThreadTime();
  await work();
  return (readThreadTime() - before) / 1_000_000;
};

/** Median milliseconds after warm-up runs that do not count. */
export const medianTimeOf = async (
  work: () => unknown,
  { runs = 9, warmUps = 2 } = {},
): Promise<number> => {
  for (let turn = 0; turn < warmUps; turn += 1) {
    await work();
  }
  const times: number[] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    times.push(await timeOf(work));
  }
  return median(times);
};

export const toMegabytes = (bytes: number): number => bytes / 1024 / 1024;

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
