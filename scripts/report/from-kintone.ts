import { rm } from "node:fs/promises";
import { toIncluded } from "../../src/domain/included-nomination.ts";
import { isBlocked } from "../../src/domain/report-issues.ts";
import { prepareReport } from "../../src/domain/prepare-report.ts";
import type { PreparedReport } from "../../src/domain/prepare-report.ts";
import {
  firmIssues,
  firmSheets,
  wholeSheet,
} from "../../src/domain/report-sheets.ts";
import type { ReportSheet } from "../../src/domain/report-sheets.ts";
import {
  suggestKind,
  type DeliveryKind,
} from "../../src/domain/report-selection.ts";
import { todayIn } from "../../src/domain/today.ts";
import { AppError } from "../../src/errors/app-error.ts";
import { parseAnswer } from "../../src/errors/trouble.ts";
import { defaultSettings } from "../../src/feature-kit/settings.ts";
import { reportIssueSentence } from "../../src/words/report-words.ts";
import { deliverReport } from "../../src/kintone/deliver-report.ts";
import { createGateway } from "../../src/kintone/gateway.ts";
import {
  downloadForm,
  loadReportRecords,
} from "../../src/kintone/report-records.ts";
import type { AppIds } from "../../src/kintone/sibling-apps.ts";
import { createScriptTransport } from "../../src/kintone/transport.ts";
import type { Programme } from "../../src/programmes/index.ts";
import { explainError } from "../../src/provision/apply/explain-error.ts";
import {
  parseCredentials,
  requireProgramme,
} from "../../src/provision/command.ts";
import { connect, createMemory } from "../../src/provision/index.ts";
import type { Credentials } from "../../src/provision/index.ts";
import {
  authorizationOf,
  createAgent,
  createFetch,
} from "../../src/provision/node/agent.ts";
import { findApps } from "../../src/provision/site/find-apps.ts";
import { fillForm, isAboutOneFirm, preflight } from "excel-form";
import { openReportForm } from "../../src/report/open-form.ts";
import type { OpenedForm } from "../../src/report/open-form.ts";
import { toLedgerFacts } from "../../src/report/ledger-facts.ts";
import type { ReportKind } from "./options.ts";
import { readBytes, refuseSameFiles, writeAll } from "./files.ts";
import { CATALOGUE, catalogueOf } from "../../src/domain/value-catalogue.ts";

/** Reason kept in the ledger, where the dialog asks the user for one. */
const MADE_BY_COMMAND = "コマンド（npm run report）で作成";

type EditionCommand = {
  readonly edition: string;
  readonly out: string;
  readonly form?: string | undefined;
  readonly map?: string | undefined;
  readonly kind?: ReportKind | undefined;
  readonly nomination?: string | undefined;
  readonly programme?: string | undefined;
};

const READING = { ja: "kintoneから読み取る", en: "read from kintone" };

const KINDS: Readonly<Record<ReportKind, DeliveryKind>> = {
  main: "本提出",
  addition: "追加提出",
};

const findAppIds = async (
  credentials: Credentials,
  programme: Programme,
): Promise<AppIds> => {
  const found = await findApps(
    connect(credentials).client,
    programme.id,
    createMemory(),
  );
  return Object.fromEntries(
    Object.entries(found).map(([key, app]) => [key, app.id]),
  );
};

const fetchTimeZone = async (credentials: Credentials): Promise<string> => {
  const url = new URL("/v1/users.json", credentials.baseUrl);
  url.searchParams.set("codes[0]", credentials.auth.username);
  const send = createFetch(createAgent(credentials));
  const response = await send(url, { headers: authorizationOf(credentials) });
  const answer = parseAnswer(response.status, await response.text());
  const { users } = (answer ?? {}) as {
    users?: Array<{ timezone: string }>;
  }; // documented answer of the User API
  return users?.[0]?.timezone ?? "Asia/Tokyo";
};

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/**
 * Selects the content of the one file.
 *
 * @throws AppError `report/firm-needed`, `report/firm-missing`
 */
const chooseSheet = (
  programme: Programme,
  { map }: OpenedForm,
  prepared: PreparedReport,
  nomination: string | undefined,
): ReportSheet => {
  const isPerFirm =
    isAboutOneFirm(CATALOGUE, map) && prepared.selection.count > 0;
  if (!isPerFirm && nomination === undefined) return wholeSheet(prepared);
  if (nomination === undefined) {
    const firms = prepared.selection.entries.map(
      ({ nomination: { id, registeredName } }) => `${id} ${registeredName}`,
    );
    throw new AppError("report/firm-needed", { firms: firms.join("、") });
  }
  const [sheet] = isPerFirm
    ? firmSheets(programme, prepared, new Set([nomination]))
    : [];
  if (!sheet) throw new AppError("report/firm-missing", { nomination });
  return sheet;
};

/**
 * The same export as the dialog's, ledger entry included, with the rights of
 * the user of `KINTONE_USERNAME`.
 *
 * @throws AppError `report/blocked` naming every block; nothing is written then
 */
export const makeFromKintone = async (
  command: EditionCommand,
  environment: NodeJS.ProcessEnv,
) => {
  const { out } = command;
  const files = [command.form, command.map].filter((f) => f !== undefined);
  await refuseSameFiles(files, [out]);
  const programme = requireProgramme(command.programme);
  const credentials = parseCredentials(environment);
  const [apps, timeZone] = await Promise.all([
    findAppIds(credentials, programme),
    fetchTimeZone(credentials),
  ]).catch((error: unknown) => {
    throw explainError(error, READING, credentials.baseUrl);
  });
  const gateway = createGateway({
    programme,
    page: {
      appId: "",
      targetApp: () => null,
      fetchFormFields: () => Promise.resolve({}),
    },
    app: null,
    overrides: apps,
    transport: createScriptTransport({
      baseUrl: credentials.baseUrl,
      headers: authorizationOf(credentials),
      send: createFetch(createAgent(credentials)),
      ...(credentials.guestSpaceId !== undefined && {
        root: `/k/guest/${credentials.guestSpaceId}`,
      }),
    }),
  });
  const records = await loadReportRecords(gateway, command.edition);
  const form = openReportForm({
    programme: gateway.programme,
    file:
      command.form === undefined
        ? await downloadForm(gateway, records.edition)
        : { name: command.form, bytes: await readBytes(command.form) },
    mapText:
      command.map === undefined
        ? records.edition.formMap
        : decode(await readBytes(command.map)),
  });
  const now = Date.now();
  const { nomination } = command;
  const suggested: ReportKind =
    !isAboutOneFirm(CATALOGUE, form.map) &&
    suggestKind(records.deliveries) === "追加提出"
      ? "addition"
      : "main";
  const { kind = suggested } = command;
  const whole = prepareReport({
    programme,
    records,
    kind: KINDS[kind],
    noneReason: "",
    today: todayIn(timeZone, now),
    warnDays: defaultSettings.warnDays,
    closedDays: [],
    formName: form.name,
  });
  if (kind === "addition" && whole.selection.count === 0) {
    throw new AppError("report/nothing-to-add", { edition: command.edition });
  }
  const sheet = chooseSheet(programme, form, whole, nomination);
  const issues =
    nomination === undefined
      ? whole.issues
      : firmIssues(whole, new Set([nomination]));
  const formIssues = preflight(
    catalogueOf(programme),
    form.form,
    form.map,
    sheet.data,
  );
  const sentences = [
    ...issues.map((issue) => ({
      severity: issue.severity,
      text: `${issue.nominationId === null ? "" : `#${issue.nominationId} `}${reportIssueSentence(programme, issue).ja}`,
    })),
    ...formIssues.map(({ severity, message }) => ({
      severity,
      text: message.ja,
    })),
  ];
  if (
    isBlocked(issues) ||
    formIssues.some(({ severity }) => severity === "block")
  ) {
    throw new AppError("report/blocked", {
      reasons: sentences
        .filter(({ severity }) => severity === "block")
        .map(({ text }) => text)
        .join(" "),
    });
  }
  const filled = fillForm(CATALOGUE, form.bytes, form.map, sheet.data, {
    form: form.form,
  });
  const { edition } = whole;
  const { length: count } = sheet.entries;
  // First the file: an entry in the ledger without one could not be mailed.
  await writeAll([{ path: out, content: filled.bytes }]);
  const delivery = await deliverReport(gateway, {
    edition: edition.name,
    kind: whole.selection.kind,
    madeAt: now,
    file: { name: sheet.fileName, bytes: filled.bytes },
    ...toLedgerFacts({ form, filled, data: sheet.data }),
    count,
    caseCount: sheet.caseCount,
    noneReason: count === 0 ? edition.noneReason : "",
    warningReason: sentences.length === 0 ? "" : MADE_BY_COMMAND,
    included: sheet.entries.map((entry) => toIncluded(programme, entry)),
  }).catch(async (error: unknown) => {
    await rm(out, { force: true });
    throw error;
  });
  return {
    out,
    kind,
    count,
    delivery,
    resultHash: filled.proof.resultHash,
    warnings: sentences.map(({ text }) => text),
  };
};
