/** Writes the first files of a feature or an endpoint, with a test that passes. */
import { runCommand } from "./command-line/run-command.ts";
import { UsageError } from "./command-line/usage-error.ts";
import { scaffoldEndpoint } from "./new/endpoint-files.ts";
import { scaffoldFeature } from "./new/feature-files.ts";
import { applyScaffold } from "./new/scaffold.ts";
import type { Scaffold } from "./new/scaffold.ts";

type Kind = {
  readonly pattern: RegExp;
  readonly example: string;
  scaffold(name: string): Scaffold;
};

const KINDS: Readonly<Record<string, Kind>> = {
  feature: {
    pattern: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u,
    example: "deadline-line",
    scaffold: scaffoldFeature,
  },
  endpoint: {
    pattern: /^[a-z][A-Za-z]*(?:\/[a-z][A-Za-z]*)*$/u,
    example: "app/stars",
    scaffold: scaffoldEndpoint,
  },
};

await runCommand({
  name: "npm run new",
  summary:
    "Writes a feature (src/features/ID) or an endpoint of the local kintone, registered and with a test.",
  positionals: "feature ID | endpoint NAME",
  options: {},
  run: async ({ positionals }) => {
    const [word = "", name = "", extra] = positionals;
    const kind = Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
    if (kind === undefined || extra !== undefined) {
      throw new UsageError(
        "Say which of the two, and its name: feature ID or endpoint NAME.",
      );
    }
    if (!kind.pattern.test(name)) {
      throw new UsageError(
        `“${name}” is no name for ${word === "feature" ? "a feature" : "an endpoint"}; one such is ${kind.example}.`,
      );
    }
    for (const file of await applyScaffold(kind.scaffold(name))) {
      console.log(file);
    }
  },
});
