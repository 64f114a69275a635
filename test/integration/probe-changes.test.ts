import { expect, test } from "vitest";
import { startProbeSite } from "../../scripts/probe/local-site.ts";
import { probeRows } from "../../scripts/probe/rows.ts";
import { runProbe } from "../../scripts/probe/run-probe.ts";
import { startFront } from "../support/probe-front.ts";
import type { Asked } from "../support/probe-front.ts";

/*
 * One behaviour of the site changed for one row each: the row says so. What a site may refuse is
 * tried in probe.test.ts; these rows are about what it takes, and about what it answers.
 */

type Json = Record<string, unknown>;
type Change = {
  /** Requests that are changed while the row is tried; the first of them, unless said otherwise. */
  readonly of: (asked: Asked) => boolean;
  /** Without it the request is refused. */
  readonly answer?: (answer: Json) => Json;
};

const asks =
  (method: string, ending: string) =>
  ({ method: given, path }: Asked): boolean =>
    given === method && path.endsWith(ending);
const refusing = (method: string, ending: string): Change => ({
  of: asks(method, ending),
});
const answering = (ending: string, answer: Change["answer"]): Change => ({
  of: asks("GET", ending),
  ...(answer && { answer }),
});

/** Replaces a text everywhere in an answer. */
const renaming =
  (from: string, to: string) =>
  (answer: Json): Json =>
    JSON.parse(JSON.stringify(answer).replaceAll(from, to)) as Json;

/** Tables of a form without their first column. */
const dropFirstColumns = ({ properties, ...more }: Json): Json => ({
  ...more,
  properties: Object.fromEntries(
    Object.entries(properties as Record<string, Json>).map(([code, field]) => [
      code,
      field.type === "SUBTABLE"
        ? {
            ...field,
            fields: Object.fromEntries(
              Object.entries(field.fields as Json).slice(1),
            ),
          }
        : field,
    ]),
  ),
});

const changes: Readonly<Record<string, Change>> = {
  "app-open-to-all-when-made": answering("/app/acl.json", () => ({
    rights: [],
  })),
  "organisation-with-those-below": refusing("GET", "/records.json"),
  "calendar-without-date": answering(
    "/views.json",
    renaming("作成日時", "更新日時"),
  ),
  "lookup-copies-like-types": refusing("POST", "/form/fields.json"),
  "lookup-with-its-targets": refusing("POST", "/form/fields.json"),
  "field-of-a-column-deleted": refusing("DELETE", "/form/fields.json"),
  "columns-left-out-stay": answering("/form/fields.json", dropFirstColumns),
  "built-in-codes-japanese": answering(
    "/form/fields.json",
    renaming("ステータス", "Status"),
  ),
  "own-list-in-full-width-brackets": answering(
    "/views.json",
    renaming("(作業者が自分)", "（作業者が自分）"),
  ),
  "two-assignees-of-one": refusing("PUT", "/app/status.json"),
  "unassigned-action": refusing("PUT", "/record/status.json"),
  "order-without-direction": answering("/records.json", ({ records }) => ({
    records: (records as unknown[]).toReversed(),
  })),
  "file-is-empty": refusing("GET", "/records.json"),
  "word-found-at-once": answering("/records.json", () => ({ records: [] })),
  "deploy-keeps-revisions": answering(
    "/record.json",
    renaming('"__REVISION__","value":"1"', '"__REVISION__","value":"2"'),
  ),
  "new-field-on-old-records": answering(
    "/record.json",
    renaming(
      '"probeLate":{"type":"SINGLE_LINE_TEXT","value":""}',
      '"probeLate":{"type":"SINGLE_LINE_TEXT","value":"x"}',
    ),
  ),
  "get-with-a-json-body": refusing("GET", "/app.json"),
};

/** Rows after which nothing else could be tried, had they been refused. */
const endings: Readonly<Record<string, Change>> = {
  "process-switched-on-alone": refusing("PUT", "/app/status.json"),
  "first-status-renamed": refusing("PUT", "/app/status.json"),
};

const REFUSAL = JSON.stringify({ code: "CB_VA01", id: "x", message: "" });

class Seen extends Error {}

/** Outcomes of the probe on a site that is changed; ends after the row `last`. */
const outcomesOf = async (
  changed: Readonly<Record<string, Change>>,
  last?: string,
): Promise<Record<string, string>> => {
  const { credentials, close } = await startProbeSite();
  const outcomes: Record<string, string> = {};
  const pending = new Map(Object.entries(changed));
  const front = await startFront(credentials.baseUrl, async (asked, ask) => {
    const row = probeRows[Object.keys(outcomes).length]?.id ?? "";
    const change = pending.get(row);
    if (!change?.of(asked)) return ask();
    pending.delete(row);
    if (!change.answer) return { status: 400, text: REFUSAL };
    const { status, text } = await ask();
    const answer = change.answer(JSON.parse(text) as Json);
    return { status, text: JSON.stringify(answer) };
  });
  try {
    await runProbe(
      { ...credentials, baseUrl: front.baseUrl },
      {
        keep: true,
        onResult: ({ row, outcome }) => {
          outcomes[row.id] = outcome;
          if (row.id === last) throw new Seen();
        },
      },
    );
  } catch (error) {
    if (!(error instanceof Seen)) throw error;
  } finally {
    front.close();
    await close();
  }
  return outcomes;
};

const differingIn = (outcomes: Record<string, string>): string[] =>
  Object.entries(outcomes).flatMap(([id, outcome]) =>
    outcome === "as-expected" ? [] : [id],
  );

test("each behaviour that a site takes or answers is told by its row when it changes", async () => {
  const outcomes = await outcomesOf(changes);
  expect(differingIn(outcomes).toSorted()).toEqual(
    Object.keys(changes).toSorted(),
  );
});

test.each(Object.entries(endings))(
  "%s is told when it is refused",
  async (id, change) => {
    const outcomes = await outcomesOf({ [id]: change }, id);
    expect(differingIn(outcomes)).toEqual([id]);
  },
);

test("no row is left that nothing here or in the refusals changes", () => {
  const told = new Set([
    ...Object.keys(changes),
    ...Object.keys(endings),
    // A reading of the local kintone, in probe.test.ts.
    "settings-of-an-unseen-app",
  ]);
  const left = probeRows.filter(
    ({ id, expected }) => !expected.startsWith("refused") && !told.has(id),
  );
  expect(left.map(({ id }) => id)).toEqual([]);
});
