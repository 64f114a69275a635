import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runReport } from "../../scripts/report/run-report.ts";
import type { RecordFinding } from "../../src/domain/record-findings.ts";
import { defaultSettings } from "../../src/feature-kit/settings.ts";
import { fetchEdition } from "../../src/feature-kit/record-edition.ts";
import { loadBoard } from "../../src/features/deadline-board/load-board.ts";
import {
  loadSource,
  toReady,
} from "../../src/features/report-export/load-ready.ts";
import { compare } from "../../src/features/save-checks/compare.ts";
import { messages } from "../../src/features/save-checks/messages.ts";
import { toFindings } from "../../src/features/save-checks/view-model.ts";
import { createGateway } from "../../src/kintone/gateway.ts";
import type { Gateway } from "../../src/kintone/gateway.ts";
import { createPasswordTransport } from "../../src/kintone/transport.ts";
import type { RestTransport } from "../../src/kintone/transport.ts";
import { cloudPracticeAward as programme } from "../../src/programmes/index.ts";
import { recordFindingSentence } from "../../src/words/record-words.ts";
import { reportIssueSentence } from "../../src/words/report-words.ts";
import type { DemoSite } from "./demo-site.ts";
import { inJapanese } from "./page-records.ts";

/** A gateway of a user of the demo, over REST. */
export const gatewayOf = (
  demo: DemoSite,
  user: string,
  transport: RestTransport = createPasswordTransport(demo.credentials(user)),
): Gateway =>
  createGateway({
    programme,
    page: {
      appId: "",
      fetchFormFields: () => Promise.resolve({}),
      targetApp: () => null,
    },
    app: null,
    overrides: demo.apps,
    transport,
  });

/** Sentences about one nomination, by severity, in the order of the alphabet. */
export type Said = {
  readonly blocks: readonly string[];
  readonly warnings: readonly string[];
};

/** The end of `npm run report`. */
export type Printed = {
  readonly code: number;
  readonly printed: string;
  readonly isMade: boolean;
};

const toSaid = (
  lines: ReadonlyArray<{ severity: string; text: string }>,
): Said => ({
  blocks: lines
    .filter(({ severity }) => severity === "block")
    .map(({ text }) => text)
    .toSorted(),
  warnings: lines
    .filter(({ severity }) => severity !== "block")
    .map(({ text }) => text)
    .toSorted(),
});

const toLine = (finding: RecordFinding) => ({
  severity: finding.severity,
  text: recordFindingSentence(finding).ja,
});

/** The places that compare a nomination with its confirmation and its edition. */
export const lookAtPlaces = (
  demo: DemoSite,
  { user, today, edition }: { user: string; today: string; edition: string },
) => {
  const gateway = gatewayOf(demo, user);
  const clock = { today: () => today };
  // The two loaders read no more of their context than this.
  const context = {
    programme,
    gateway,
    clock,
    settings: defaultSettings,
  } as unknown as Parameters<typeof loadBoard>[0] &
    Parameters<typeof loadSource>[0];

  const page = async (id: string): Promise<Said> => {
    const nomination = await gateway.fetchRecord("nominations", id);
    const found = await fetchEdition({ gateway }, nomination.edition);
    if (found === null) throw new Error("the record names no edition");
    const compared = compare(context, nomination, {
      kind: "found",
      edition: found,
    });
    const own = new Set(compared.map((one) => recordFindingSentence(one).ja));
    return toSaid(
      toFindings(
        nomination,
        { kind: "found", twins: [] },
        compared,
        inJapanese(messages),
      )
        .filter(({ text }) => own.has(text))
        .map(({ text, isBlock = false }) => ({
          severity: isBlock ? "block" : "warning",
          text,
        })),
    );
  };

  const board = async (id: string): Promise<Said> => {
    const { findings } = await loadBoard(
      context,
      edition,
      () => undefined,
      () => undefined,
    );
    const own = findings.find(({ nomination }) => nomination.id === id);
    return toSaid((own?.findings ?? []).map(toLine));
  };

  const dialog = async (id: string): Promise<Said> => {
    const source = await loadSource(context, edition, () => undefined);
    const ready = toReady(context, source, {
      edition,
      kind: "本提出",
      firms: null,
      noneReason: "",
      warningReason: "",
    });
    return toSaid(
      ready.prepared.issues
        .filter(
          ({ finding, nominationId }) =>
            finding !== undefined && nominationId === id,
        )
        .map((issue) => ({
          severity: issue.severity,
          text: reportIssueSentence(programme, issue).ja,
        })),
    );
  };

  const commandLine = async (): Promise<Printed> => {
    const folder = await mkdtemp(join(tmpdir(), "suisen-places-"));
    const out = join(folder, "sheet.xlsx");
    const { baseUrl, username, password } = demo.credentials(user);
    try {
      const { code, stdout, stderr } = await runReport(
        ["--edition", edition, "--kind", "main", "--out", out],
        {
          KINTONE_BASE_URL: baseUrl,
          KINTONE_USERNAME: username,
          KINTONE_PASSWORD: password,
        },
      );
      return { code, printed: `${stdout}${stderr}`, isMade: existsSync(out) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  return { page, board, dialog, commandLine };
};
