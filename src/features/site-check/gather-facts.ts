import type { AppSettings } from "../../app-kit/app-settings.ts";
import { appKeys, type AppKey } from "../../apps/index.ts";
import { toHolderKey } from "../../domain/notice-reach.ts";
import type {
  Directory,
  Notice,
  NoticeTarget,
  Person,
} from "../../domain/notice-reach.ts";
import type { CheckedSociety } from "../../domain/society-gaps.ts";
import { hasErrorCode } from "../../errors/user-error.ts";
import type { SettingsSectionContext } from "../../feature-kit/settings-section.ts";
import type { DirectoryReader } from "../../kintone/directory.ts";
import type { Programme } from "../../programmes/index.ts";
import type { Connection } from "../../provision/connect/connection.ts";
import type { FederationEntity } from "../../provision/plan/federation.ts";
import { presentFederation } from "../../provision/plan/federation.ts";
import { planSetUp, type SetUp } from "../../provision/set-up/plan-set-up.ts";
import { createMemory } from "../../provision/site/memory.ts";

/** The site as a page or a script reaches it. */
export type SiteAccess = {
  readonly connection: Connection;
  readonly pluginId: string;
  /** Null where it is unknown. */
  fetchSubscription(): Promise<string | null>;
};

/** The same plan as that of 更新; the settings are those not published yet. */
export const planUpdate = (
  { connection, pluginId }: SiteAccess,
  programme: Programme,
): Promise<SetUp> =>
  planSetUp({
    connection,
    programme,
    plugin: { id: pluginId, version: null, hash: "", names: [] },
    memory: createMemory(),
  });

/** Facts beyond those of every app manager; null where the user may not read them. */
export type SiteFacts = {
  readonly subscription: string | null;
  readonly setUp: SetUp | null;
  /** Apps on which the plugin is switched off. */
  readonly withDisabledPlugin: readonly AppKey[];
  readonly federation: FederationEntity | null;
  readonly notices: readonly Notice[];
  readonly directory: Directory;
  /** Null: the user sees no societies, which the federation alone does. */
  readonly societies: readonly CheckedSociety[] | null;
  readonly isInFederation: boolean;
};

type RawNotice = {
  readonly title?: string;
  readonly targets?: ReadonlyArray<{ readonly entity: NoticeTarget }>;
  readonly entity?: NoticeTarget;
};

/** The settings are kintone's own JSON. */
const listIn = (setting: unknown): readonly RawNotice[] => {
  const list: unknown = Array.isArray(setting)
    ? setting
    : Object(setting).notifications;
  return Array.isArray(list) ? (list as readonly RawNotice[]) : [];
};

const noticesOf = (app: string, settings: AppSettings): Notice[] =>
  [...listIn(settings.recordNotifications), ...listIn(settings.reminders)].map(
    ({ title = "", targets = [] }) => ({
      app,
      title,
      targets: targets.map(({ entity }) => entity),
    }),
  );

const listNotices = ({ actual, desired }: SetUp): Notice[] =>
  appKeys.flatMap((key: AppKey) => {
    const app = actual.apps[key];
    const name = String(desired.apps[key].general.name);
    return app === undefined ? [] : noticesOf(name, app.settings);
  });

const holdersOf = (
  notices: readonly Notice[],
  societies: readonly CheckedSociety[],
  federation: FederationEntity | null,
): NoticeTarget[] => {
  const all: NoticeTarget[] = [
    ...(federation === null ? [] : [federation]),
    ...notices.flatMap(({ targets }) => targets),
    ...societies.flatMap(({ organization }) =>
      organization.map(({ code }) => ({ type: "ORGANIZATION", code })),
    ),
  ].filter(
    ({ type, code }) =>
      code !== "everyone" && (type === "GROUP" || type === "ORGANIZATION"),
  );
  return [
    ...new Map(all.map((target) => [toHolderKey(target), target])).values(),
  ];
};

/** A site answers 100 requests at a time at most. */
const ASKED_AT_ONCE = 10;

const readMembers = async (
  reader: DirectoryReader,
  holders: readonly NoticeTarget[],
): Promise<Map<string, Person[]>> => {
  const [organizations, groups] = await Promise.all([
    reader.listOrganizations(),
    reader.listGroups(),
  ]);
  const present = new Set([
    ...organizations.map(({ code }) => `ORGANIZATION ${code}`),
    ...groups.map(({ code }) => `GROUP ${code}`),
  ]);
  const asked = holders.filter((holder) => present.has(toHolderKey(holder)));
  const members = new Map<string, Person[]>();
  for (let from = 0; from < asked.length; from += ASKED_AT_ONCE)
    await Promise.all(
      asked.slice(from, from + ASKED_AT_ONCE).map(async (holder) => {
        const kind = holder.type === "GROUP" ? "GROUP" : "ORGANIZATION";
        const found = await reader.listMembers(kind, holder.code);
        members.set(toHolderKey(holder), found);
      }),
    );
  return members;
};

/**
 * A user who manages one app alone has no plan of all five. Apps that lost their
 * mark would be made anew, so there is no plan for them either.
 */
const planOrNull = async (
  access: SiteAccess,
  programme: Programme,
): Promise<SetUp | null> => {
  try {
    const setUp = await planUpdate(access, programme);
    const isWhole = appKeys.every((key) => setUp.actual.apps[key]);
    return isWhole ? setUp : null;
  } catch (error) {
    if (hasErrorCode(error, "provision/no-right")) return null;
    throw error;
  }
};

const societyFields = [
  "name",
  "organization",
  "contactUsers",
  "active",
] as const;

const isMember = (
  user: string,
  federation: FederationEntity | null,
  members: ReadonlyMap<string, readonly Person[]>,
): boolean =>
  federation !== null &&
  (members.get(toHolderKey(federation)) ?? []).some(
    ({ code }) => code === user,
  );

export type Context = Pick<
  SettingsSectionContext,
  "gateway" | "programme" | "directory"
> & {
  /** Login name of the user who looks. */
  readonly user: string;
};

/** Reads what 点検 and 通し稽古 look at. */
export const gatherFacts = async (
  access: SiteAccess,
  { user, gateway, programme, directory: reader }: Context,
): Promise<SiteFacts> => {
  const [setUp, subscription, societies, users] = await Promise.all([
    planOrNull(access, programme),
    access.fetchSubscription(),
    gateway.listRecords("societies", { fields: societyFields }),
    reader.listUsers(),
  ]);
  const federation = setUp && presentFederation(setUp.actual);
  const notices = setUp === null ? [] : listNotices(setUp);
  const members = await readMembers(
    reader,
    holdersOf(notices, societies, federation),
  );
  const isInFederation = isMember(user, federation, members);
  return {
    subscription,
    setUp,
    withDisabledPlugin: appKeys.filter((key) =>
      setUp?.actual.apps[key]?.disabledPlugins.includes(access.pluginId),
    ),
    federation,
    notices,
    directory: { users: new Set(users.map(({ code }) => code)), members },
    societies: societies.length === 0 && !isInFederation ? null : societies,
    isInFederation,
  };
};
