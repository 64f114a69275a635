import { accessOfUser } from "../../rooms/rights/access.ts";
import { formOf } from "../../model/form.ts";
import { noPrivilege } from "../../ground/errors.ts";
import type { FieldProperty, StoredRecord, User } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { guestSpaceOf } from "./boot-data.ts";
import { namedApp } from "./route-context.ts";
import type { Route } from "./route-context.ts";

/** A record that does not exist yet, for asking what its author may fill in. */
const draft = (site: Site, user: User): StoredRecord => {
  const now = new Date(site.clock.now()).toISOString();
  return {
    id: 0,
    revision: 0,
    values: {},
    creator: user.code,
    createdAt: now,
    modifier: user.code,
    updatedAt: now,
    status: null,
    assignees: [],
    statusHistory: [],
    comments: [],
    nextCommentId: 1,
  };
};

type Preset = { type: string; code: string };
const presetsOf = (property: FieldProperty): Preset[] => {
  const { defaultValue } = property;
  const isList = Array.isArray(defaultValue);
  return isList
    ? defaultValue.filter(
        (it): it is Preset => typeof it === "object" && it !== null,
      )
    : [];
};

const presetNameOf = (
  site: Site,
  { type, code }: Preset,
): string | undefined => {
  if (type === "USER") return site.store.users.get(code)?.name;
  if (type === "ORGANIZATION") return site.store.organizations.get(code)?.name;
  return site.store.groups.get(code)?.name;
};

const presetNames = (
  site: Site,
  fields: FieldProperty[],
): Record<string, string> => {
  const presets = fields.flatMap((field) => [
    ...presetsOf(field),
    ...Object.values(field.fields ?? {}).flatMap(presetsOf),
  ]);
  return Object.fromEntries(
    presets.map((preset) => [
      `${preset.type}:${preset.code}`,
      presetNameOf(site, preset) ?? preset.code,
    ]),
  );
};

const primaryOrganization = (site: Site, user: User) => {
  const code = user.organizations[0];
  const organization =
    code === undefined ? undefined : site.store.organizations.get(code);
  return organization
    ? { code: organization.code, name: organization.name }
    : null;
};

/**
 * Data for the form of a new record: rights on its fields, names for its
 * defaults.
 */
export const readNewRecord: Route = (context) => {
  const { site, user } = context;
  const app = namedApp(context);
  const access = accessOfUser(site, app, user);
  if (!app.live || !access.app.recordAddable) throw noPrivilege();
  const { settings } = app.live;
  const record = draft(site, user);
  const rights = [...formOf(settings).byCode.keys()].map(
    (code) => [code, access.fieldRights(code, record)] as const,
  );
  return {
    rights: Object.fromEntries(rights),
    known: {
      names: presetNames(site, Object.values(settings.fields)),
      primaryOrganization: primaryOrganization(site, user),
    },
  };
};

/** Apps with live pages that the user may look into or add to. */
export const listApps: Route = ({ site, user }) => {
  const apps = [...site.store.apps.values()].flatMap((app) => {
    const { recordViewable, recordAddable } = accessOfUser(site, app, user).app;
    if (!app.live || !(recordViewable || recordAddable)) return [];
    const { name, description } = app.live.settings.general;
    return [
      {
        id: String(app.id),
        guestSpaceId: guestSpaceOf(site, app),
        name: String(name),
        description: String(description),
      },
    ];
  });
  return { apps };
};
