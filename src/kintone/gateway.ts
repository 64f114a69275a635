import { createApps } from "../apps/index.ts";
import type { AppKey } from "../apps/index.ts";
import type { Programme } from "../programmes/index.ts";
import {
  createAppRecordParser,
  parseAppRecord,
  toAppRestRecord,
} from "../apps/records.ts";
import type {
  AppFieldCode,
  AppRecord,
  AppRecordInput,
  AppRecordPart,
} from "../apps/records.ts";
import type { FormField } from "./page-api.ts";
import type { Page } from "./page.ts";
import { allOf, everything, where } from "./query.ts";
import type { Condition } from "./query.ts";
import { readPages } from "./read-pages.ts";
import type { AnsweredPage, PageAsk, Reading } from "./read-pages.ts";
import { readWithRetry, writeOnce } from "./retry.ts";
import { findSiblingApps, requireApp } from "./sibling-apps.ts";
import type { AppIds } from "./sibling-apps.ts";
import { listAbove } from "./organizations.ts";
import { createPageTransport } from "./transport.ts";
import type { RestTransport } from "./transport.ts";

export type Mention = { code: string; type: "USER" | "GROUP" | "ORGANIZATION" };

/** kintone puts the names of those mentioned in front of the text. */
export type RecordComment = { text: string; creatorCode: string };

type ListOptions<Code extends string> = Reading & {
  /**
   * Field codes to read; `$id` and `$revision` always come along. `status` means
   * the process state, whose code depends on the site's language. A field
   * that the apps of this programme lack is not asked for and reads as blank.
   */
  fields: ReadonlyArray<Code | "status">;
  condition?: Condition;
};

/**
 * Everything a feature asks of kintone, with the rights of the user who looks.
 * Apps are named by key. All failures are AppErrors of `errors.ts`.
 */
export type Gateway = {
  /** The award of the set of apps. */
  readonly programme: Programme;
  /** The same with the apps of another award, and with the same rights. */
  openSet(programme: Programme, apps: AppIds): Gateway;
  /** Ids of the set's apps as far as they can be found. */
  findApps(): Promise<AppIds>;
  /** @throws AppError `apps/not-found` */
  requireAppId(key: AppKey): Promise<string>;
  listRecords<K extends AppKey, C extends AppFieldCode<K>>(
    key: K,
    options: ListOptions<C>,
  ): Promise<Array<AppRecordPart<K, C>>>;
  fetchRecord<K extends AppKey>(key: K, id: string): Promise<AppRecord<K>>;
  addRecord<K extends AppKey>(
    key: K,
    record: AppRecordInput<K>,
  ): Promise<{ id: string; revision: string }>;
  /** Checks the revision when given; `kintone/changed-meanwhile` when stale. */
  updateRecord<K extends AppKey>(
    key: K,
    id: string,
    record: AppRecordInput<K>,
    revision?: string,
  ): Promise<{ revision: string }>;
  /**
   * Applies all changes or none, in their order. At most 20 changes of at most
   * 100 records each.
   *
   * @see https://cybozu.dev/ja/kintone/docs/rest-api/bulk-request/bulk-request/
   */
  applyTogether(changes: readonly RecordChange[]): Promise<void>;
  addComment(
    key: AppKey,
    id: string,
    comment: { text: string; mentions: Mention[] },
  ): Promise<void>;
  /** The latest ten comments, newest first. */
  listComments(key: AppKey, id: string): Promise<RecordComment[]>;
  /** @returns the key to write into a FILE field */
  uploadFile(file: { name: string; bytes: Uint8Array }): Promise<string>;
  /** @param fileKey - the key that a record's FILE value carries */
  downloadFile(fileKey: string): Promise<Uint8Array>;
  fetchFields(appId: string): Promise<Record<string, FormField>>;
  /** Ids of the app's lists by name. */
  fetchViewIds(appId: string): Promise<ReadonlyMap<string, string>>;
  /**
   * Codes of all organisations above the given ones; [] for a user who may not
   * ask for them, such as a guest.
   *
   * @see https://cybozu.dev/ja/common/docs/user-api/organizations/get-organizations/
   */
  listOrganizationsAbove(codes: readonly string[]): Promise<string[]>;
  /** Live record permissions; needs app management. */
  fetchRecordRights(appId: string): Promise<readonly RecordRight[]>;
};

/** Records of one app that change in a transaction with others. */
export type RecordChange =
  | {
      [K in AppKey]: {
        readonly kind: "add";
        readonly app: K;
        readonly records: ReadonlyArray<AppRecordInput<K>>;
      };
    }[AppKey]
  | {
      [K in AppKey]: {
        readonly kind: "update";
        readonly app: K;
        readonly records: ReadonlyArray<{
          readonly id: string;
          readonly record: AppRecordInput<K>;
          /** `kintone/changed-meanwhile` when stale; unchecked when absent. */
          readonly revision?: string;
        }>;
      };
    }[AppKey]
  | {
      readonly kind: "move";
      readonly app: AppKey;
      /** Name of the process action. */
      readonly action: string;
      readonly ids: readonly string[];
    };

export type RecordRight = {
  filterCond: string;
  entities: ReadonlyArray<{
    entity: { code: string; type: string };
    viewable: boolean;
  }>;
};

/** A record as REST gives it; what it holds is checked by the app's parser. */
type RawRecord = Record<string, { value: unknown }>;

type GatewayOptions = {
  programme: Programme;
  page: Pick<Page, "appId" | "fetchFormFields" | "targetApp">;
  app: AppKey | null;
  overrides: AppIds;
  transport?: RestTransport;
};

const ownFields = ["$id", "$revision"] as const;

const toUpdates = <K extends AppKey>({
  app,
  records,
}: {
  app: K;
  records: ReadonlyArray<{
    id: string;
    record: AppRecordInput<K>;
    revision?: string;
  }>;
}) =>
  records.map(({ id, record, revision }) => ({
    id,
    record: toAppRestRecord(app, record),
    ...(revision !== undefined && { revision }),
  }));

const toAdditions = <K extends AppKey>({
  app,
  records,
}: {
  app: K;
  records: ReadonlyArray<AppRecordInput<K>>;
}) => records.map((record) => toAppRestRecord(app, record));

const toBulkPart = (change: RecordChange, app: string) => {
  if (change.kind === "add")
    return {
      method: "POST",
      api: "/k/v1/records.json",
      payload: { app, records: toAdditions(change) },
    };
  return change.kind === "update"
    ? {
        method: "PUT",
        api: "/k/v1/records.json",
        payload: { app, records: toUpdates(change) },
      }
    : {
        method: "PUT",
        api: "/k/v1/records/status.json",
        payload: {
          app,
          records: change.ids.map((id) => ({ id, action: change.action })),
        },
      };
};

export const createGateway = ({
  programme,
  page,
  app,
  overrides,
  transport = createPageTransport(),
}: GatewayOptions): Gateway => {
  const fetchFields = async (
    appId: string,
  ): Promise<Record<string, FormField>> => {
    const { properties } = await readWithRetry(() =>
      transport.request<{ properties: Record<string, FormField> }>(
        "GET",
        "app/form/fields",
        { app: appId },
      ),
    );
    return properties;
  };

  let apps: Promise<AppIds> | undefined;
  const findApps = (): Promise<AppIds> => {
    apps ??=
      app === null
        ? Promise.resolve(overrides)
        : page.fetchFormFields().then((fields) =>
            findSiblingApps({
              app,
              appId: page.appId,
              fields,
              targetApp: page.targetApp,
              overrides,
              fetchFields,
            }),
          );
    return apps;
  };
  const requireAppId = async (key: AppKey): Promise<string> =>
    requireApp(await findApps(), key);

  const models = createApps(programme);
  const resolveFields = async (
    key: AppKey,
    appId: string,
    asked: readonly string[],
  ): Promise<string[]> => {
    const fields = asked.filter(
      (code) => code === "status" || code in models[key].fields,
    );
    if (!fields.includes("status")) {
      return [...new Set([...fields, ...ownFields])];
    }
    const form =
      key === app ? await page.fetchFormFields() : await fetchFields(appId);
    const status = Object.values(form).find(({ type }) => type === "STATUS");
    const codes = fields.flatMap((code) =>
      code === "status" ? (status?.code ?? []) : code,
    );
    return [...new Set([...codes, ...ownFields])];
  };

  const fetchPage = (
    appId: string,
    fields: readonly string[],
    condition: Condition,
    { above, below, order, limit, totalCount }: PageAsk,
  ): Promise<AnsweredPage<RawRecord>> => {
    const { text } = allOf(
      where("$id", ">", above),
      below === Infinity ? everything : where("$id", "<", below),
      condition,
    );
    return readWithRetry(() =>
      transport.request("GET", "records", {
        app: appId,
        fields,
        query: `${text} order by $id ${order} limit ${limit}`,
        totalCount,
      }),
    );
  };

  const listRecords = async <K extends AppKey, C extends AppFieldCode<K>>(
    key: K,
    { fields: asked, condition = everything, ...reading }: ListOptions<C>,
  ): Promise<Array<AppRecordPart<K, C>>> => {
    const appId = await requireAppId(key);
    const fields = await resolveFields(key, appId, asked);
    const parse = createAppRecordParser(
      key,
      asked.filter((code): code is C => code !== "status"),
    );
    return readPages(
      (ask) => fetchPage(appId, fields, condition, ask),
      { idOf: (record: RawRecord) => Number(record.$id?.value), parse },
      reading,
    );
  };

  return {
    programme,
    openSet: (other, set) =>
      createGateway({
        programme: other,
        page,
        app: null,
        overrides: set,
        transport,
      }),
    findApps,
    requireAppId,
    listRecords,
    fetchFields,
    fetchViewIds: async (appId) => {
      const { views } = await readWithRetry(() =>
        transport.request<{ views: Record<string, { id: string }> }>(
          "GET",
          "app/views",
          { app: appId },
        ),
      );
      return new Map(Object.entries(views).map(([name, { id }]) => [name, id]));
    },
    listOrganizationsAbove: (codes) => listAbove(transport, codes),
    fetchRecordRights: async (appId) => {
      const { rights } = await readWithRetry(() =>
        transport.request<{ rights: RecordRight[] }>("GET", "record/acl", {
          app: appId,
        }),
      );
      return rights;
    },
    fetchRecord: async (key, id) => {
      const appId = await requireAppId(key);
      const { record } = await readWithRetry(() =>
        transport.request<{ record: RawRecord }>("GET", "record", {
          app: appId,
          id,
        }),
      );
      return parseAppRecord(key, record);
    },
    addRecord: async (key, record) => {
      const appId = await requireAppId(key);
      return writeOnce(() =>
        transport.request<{ id: string; revision: string }>("POST", "record", {
          app: appId,
          record: toAppRestRecord(key, record),
        }),
      );
    },
    updateRecord: async (key, id, record, revision) => {
      const appId = await requireAppId(key);
      return writeOnce(() =>
        transport.request<{ revision: string }>("PUT", "record", {
          app: appId,
          id,
          record: toAppRestRecord(key, record),
          ...(revision === undefined ? {} : { revision }),
        }),
      );
    },
    applyTogether: async (changes) => {
      const requests = await Promise.all(
        changes.map(async (change) =>
          toBulkPart(change, await requireAppId(change.app)),
        ),
      );
      await writeOnce(() =>
        transport.request("POST", "bulkRequest", { requests }),
      );
    },
    addComment: async (key, id, comment) => {
      const appId = await requireAppId(key);
      await writeOnce(() =>
        transport.request("POST", "record/comment", {
          app: appId,
          record: id,
          comment,
        }),
      );
    },
    listComments: async (key, id) => {
      const appId = await requireAppId(key);
      const { comments } = await readWithRetry(() =>
        transport.request<{
          comments: Array<{ text: string; creator: { code: string } }>;
        }>("GET", "record/comments", { app: appId, record: id }),
      );
      return comments.map(({ text, creator }) => ({
        text,
        creatorCode: creator.code,
      }));
    },
    uploadFile: (file) => writeOnce(() => transport.upload(file)),
    downloadFile: (fileKey) => readWithRetry(() => transport.download(fileKey)),
  };
};
