import { watch } from "node:fs";
import path from "node:path";
import { ROOT } from "../plugin/sources.ts";

const FOLDERS = ["src", "plugin", "excel-form/src"];
/** Editors write a file in several steps. */
const QUIET_MS = 80;

/** Calls back after each burst of changes to what the plugin is built from. */
export const watchSources = (onChange: () => void): (() => void) => {
  let timer: NodeJS.Timeout | undefined;
  const watchers = FOLDERS.map((folder) =>
    watch(path.join(ROOT, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(onChange, QUIET_MS);
    }),
  );
  return () => {
    clearTimeout(timer);
    watchers.forEach((watcher) => watcher.close());
  };
};
