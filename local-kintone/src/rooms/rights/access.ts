import type { RecordTest } from "../../language/query/comparison.ts";
import { formOf } from "../../model/form.ts";
import type { Caller } from "../../model/endpoint.ts";
import { appRights, appRightsOfUser } from "./app-rights.ts";
import type { AppRights } from "./app-rights.ts";
import type {
  App,
  AppSettings,
  StoredRecord,
  User,
} from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { holds, matchEntity } from "./entities.ts";
import type { Match } from "./entities.ts";
import {
  compileStoredCondition,
  storedConditionContext,
} from "./stored-condition.ts";
import { fieldAclOf, recordAclOf } from "./rows.ts";
import type { Accessibility, RecordRights } from "./rows.ts";

export type FieldRights = { viewable: boolean; editable: boolean };

/** Everything one asker may do with the records of one app. */
export type Access = {
  readonly app: AppRights;
  /** No record permission tells one record from another. */
  readonly isSameForAll: boolean;
  recordRights(record: StoredRecord): RecordRights;
  /** Rights on a field or a table column; record rights apply in addition. */
  fieldRights(code: string, record: StoredRecord): FieldRights;
  /** Tells whether a field may be seen in every record, in none, or in some. */
  visibility(code: string): Match;
};

const FULL: RecordRights = { viewable: true, editable: true, deletable: true };
const NO_RIGHTS: RecordRights = {
  viewable: false,
  editable: false,
  deletable: false,
};

type Block = {
  applies: RecordTest;
  rows: Array<{ match: Match; rights: RecordRights }>;
};

const compileBlocks = (
  site: Site,
  app: App,
  settings: AppSettings,
  user: User,
): Block[] => {
  const context = storedConditionContext(site, app, user);
  return recordAclOf(settings).map(({ filterCond, rows }) => {
    const applies = compileStoredCondition(settings, filterCond, context);
    // A condition that no longer fits the form must not open the records.
    if (!applies) return { applies: () => true, rows: [] };
    return {
      applies,
      rows: rows.map((row) => ({
        match: matchEntity(site, user, settings, row),
        rights: row,
      })),
    };
  });
};

/**
 * Rights from record permissions: the first block whose condition holds decides,
 * in it the first row that means the user; nobody meant, nothing granted. A record
 * that no block is about stays free.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/update-record-permissions/
 */
const recordAclRights = (
  blocks: Block[],
  record: StoredRecord,
): RecordRights => {
  const block = blocks.find((it) => it.applies(record));
  if (!block) return FULL;
  const row = block.rows.find(({ match }) => holds(match, record));
  return row?.rights ?? NO_RIGHTS;
};

type FieldRow = { match: Match; accessibility: Accessibility };

const firstRow = (rows: FieldRow[], record: StoredRecord): Accessibility =>
  rows.find(({ match }) => holds(match, record))?.accessibility ?? "NONE";

const isVisible = ({ accessibility }: FieldRow) => accessibility !== "NONE";

/** Rows before the first one that is the same for every record may differ by record. */
const visibilityOf = (rows: FieldRow[]): Match => {
  const certain = rows.findIndex(({ match }) => match === true);
  const last = certain < 0 ? undefined : rows[certain];
  const rest = last !== undefined && isVisible(last);
  const varying = rows
    .slice(0, certain < 0 ? rows.length : certain)
    .filter(({ match }) => match !== false);
  if (varying.every((row) => isVisible(row) === rest)) return rest;
  return (record) => firstRow(rows, record) !== "NONE";
};

const both = (a: Match, b: Match): Match => {
  if (a === false || b === false) return false;
  if (a === true) return b;
  if (b === true) return a;
  return (record) => a(record) && b(record);
};

class UserAccess implements Access {
  readonly app: AppRights;
  readonly isSameForAll: boolean;
  /** Rights on records that no record permission matches. */
  readonly #free: RecordRights;
  readonly #blocks: Block[];
  readonly #fields: ReadonlyMap<string, FieldRow[]>;
  readonly #tableOf: (code: string) => string | null;
  readonly #visibility = new Map<string, Match>();

  constructor(
    site: Site,
    app: App,
    settings: AppSettings,
    user: User,
    rights: AppRights,
  ) {
    this.app = rights;
    this.#free = this.#within(FULL);
    this.#blocks = compileBlocks(site, app, settings, user);
    this.isSameForAll = this.#blocks.length === 0;
    this.#fields = new Map(
      [...fieldAclOf(settings)].map(([code, rows]) => [
        code,
        rows.map((row) => ({
          match: matchEntity(site, user, settings, row),
          accessibility: row.accessibility,
        })),
      ]),
    );
    const { byCode } = formOf(settings);
    this.#tableOf = (code) => byCode.get(code)?.table ?? null;
  }

  recordRights(record: StoredRecord): RecordRights {
    if (this.#blocks.length === 0) return this.#free;
    return this.#within(recordAclRights(this.#blocks, record));
  }

  /** Record rights as far as the app's reach. */
  #within(acl: RecordRights): RecordRights {
    const viewable = this.app.recordViewable && acl.viewable;
    return {
      viewable,
      editable: viewable && this.app.recordEditable && acl.editable,
      deletable: viewable && this.app.recordDeletable && acl.deletable,
    };
  }

  #ownRights(code: string, record: StoredRecord): FieldRights {
    const rows = this.#fields.get(code);
    const accessibility = rows ? firstRow(rows, record) : "WRITE";
    return {
      viewable: accessibility !== "NONE",
      editable: accessibility === "WRITE",
    };
  }

  fieldRights(code: string, record: StoredRecord): FieldRights {
    const own = this.#ownRights(code, record);
    const table = this.#tableOf(code);
    if (table === null) return own;
    const outer = this.#ownRights(table, record);
    return {
      viewable: own.viewable && outer.viewable,
      editable: own.editable && outer.editable,
    };
  }

  visibility(code: string): Match {
    const known = this.#visibility.get(code);
    if (known !== undefined) return known;
    const rows = this.#fields.get(code);
    const own = rows ? visibilityOf(rows) : true;
    const table = this.#tableOf(code);
    const visibility = table === null ? own : both(own, this.visibility(table));
    this.#visibility.set(code, visibility);
    return visibility;
  }
}

/**
 * API tokens know rights on the app only: record and field permissions do not hold
 * them (https://zenn.dev/juridon/articles/f1bd51a4719893 uses that).
 */
const tokenAccess = (rights: AppRights): Access => ({
  app: rights,
  isSameForAll: true,
  recordRights: () => ({
    viewable: rights.recordViewable,
    editable: rights.recordEditable,
    deletable: rights.recordDeletable,
  }),
  fieldRights: () => ({ viewable: true, editable: true }),
  visibility: () => true,
});

const liveSettings = (app: App): AppSettings =>
  (app.live ?? app.preview).settings;

/** Rights of the sender of a request on an app's records. */
export const accessOf = (site: Site, app: App, caller: Caller): Access => {
  const rights = appRights(site, app, caller);
  if (caller.by === "token") return tokenAccess(rights);
  return new UserAccess(site, app, liveSettings(app), caller.user, rights);
};

/** The same for a user who sends nothing: receivers of notifications, viewers of pages. */
export const accessOfUser = (site: Site, app: App, user: User): Access => {
  const rights = appRightsOfUser(site, app, user);
  return new UserAccess(site, app, liveSettings(app), user, rights);
};
