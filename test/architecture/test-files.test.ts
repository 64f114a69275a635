import { expect, test } from "vitest";
import { listFiles, readSource } from "./source-graph.ts";

/** A longer file is about more than one subject. */
const LINES_LIMIT = 600;

test.each(["test", "excel-form/test", "local-kintone/test"])(
  "no file of %s is longer than 600 lines",
  (folder) => {
    const files = listFiles(folder);
    expect(files.length).toBeGreaterThan(10);
    const tooLong = files
      .map((file) => ({ file, lines: readSource(file).split("\n").length - 1 }))
      .filter(({ lines }) => lines > LINES_LIMIT)
      .map(({ file, lines }) => `${file}: ${lines} lines`);
    expect(tooLong).toEqual([]);
  },
);
