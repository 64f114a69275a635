/** Fills a wide list once cold and some times warm, and answers the CPU time and the memory. */
import { fillEngines, isEngineName } from "../fill-engines.ts";
import { wideTask } from "../fill-task.ts";
import { cpuTimeOf, median, messageOf } from "../figure.ts";

const [name = "", rows = "", runs = ""] = process.argv.slice(2);

const measure = async () => {
  if (!isEngineName(name)) {
    throw new Error(`No engine ${name}`);
  }
  const task = wideTask(Number(rows));
  const times: number[] = [];
  for (let turn = 0; turn < Number(runs); turn += 1) {
    times.push(await cpuTimeOf(() => fillEngines[name](task)));
  }
  return { ms: median(times), maxRss: process.resourceUsage().maxRSS * 1024 };
};

measure().then(
  (result) => process.send?.(result),
  (error: unknown) => process.send?.({ error: messageOf(error) }),
);
