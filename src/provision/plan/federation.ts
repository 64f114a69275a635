import type { AppSettings } from "../../app-kit/app-settings.ts";
import { FEDERATION_GROUP } from "../../apps/parts/rights.ts";
import type { ActualSite } from "../site/actual.ts";

/** The group or the organisation that represents the federation on a site. */
export type FederationEntity = {
  readonly type: "GROUP" | "ORGANIZATION";
  readonly code: string;
};

export const defaultFederation: FederationEntity = {
  type: "GROUP",
  code: FEDERATION_GROUP,
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isDefault = (entity: unknown): boolean =>
  isObject(entity) &&
  entity.type === defaultFederation.type &&
  entity.code === defaultFederation.code;

const replaceIn = (value: unknown, entity: FederationEntity): unknown => {
  if (Array.isArray(value)) return value.map((item) => replaceIn(item, entity));
  if (!isObject(value)) return value;
  if (isDefault(value.entity))
    return {
      ...value,
      entity,
      includeSubs: entity.type === "ORGANIZATION",
    };
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      replaceIn(part, entity),
    ]),
  );
};

/** Settings in which the chosen entity has what they give to the federation. */
export const withFederation = (
  settings: AppSettings,
  entity: FederationEntity,
): AppSettings =>
  // Only entities are exchanged; the shape stays.
  replaceIn(settings, entity) as AppSettings;

type Right = { readonly entity?: { type?: unknown; code?: unknown } };

/** The entity that the present rights name; null where they name none or several. */
export const presentFederation = ({
  apps,
}: ActualSite): FederationEntity | null => {
  // Rights of apps are read as JSON.
  const rights = (apps.societies?.settings.appAcl ?? []) as readonly Right[];
  const named = rights.flatMap(({ entity }): FederationEntity[] => {
    const { type, code } = entity ?? {};
    const isNamed = type === "GROUP" || type === "ORGANIZATION";
    return isNamed && typeof code === "string" && code !== "everyone"
      ? [{ type, code }]
      : [];
  });
  const [only, ...others] = named;
  return only === undefined || others.length > 0 ? null : only;
};
