import { appKeys, apps } from "../../apps/index.ts";
import type { AppKey } from "../../apps/index.ts";
import { toMessage } from "../../errors/to-message.ts";
import { toAnchor } from "../../feature-kit/settings-anchors.ts";
import type { Check } from "../../feature-kit/settings-section.ts";
import { differenceText } from "../../provision/plan/list-differences.ts";
import type { Difference } from "../../provision/plan/list-differences.ts";
import type { AppFacts } from "./check-set.ts";
import { fine, look, note } from "./finding.ts";
import type { Ground } from "./finding.ts";
import type { SiteFacts } from "./gather-facts.ts";

/** The rights that decide who sees a record. */
const SIGHT = new Set<Difference["kind"]>(["appAcl", "recordAcl"]);

const rightsCheck = (
  { t, hrefs, facts: { site } }: Ground,
  key: AppKey,
  { id, isClosed }: AppFacts & { id: string },
): Check[] => {
  if (isClosed === null) return [];
  const app = t(key);
  if (isClosed) return [fine(t("rightsClosed", { app }))];
  return [
    look(
      t("rightsOpen", { app }),
      site?.setUp
        ? { label: t("goToUpdate"), href: toAnchor("update") }
        : { label: t("openRights"), href: hrefs.appSettings(id) },
    ),
  ];
};

/** One truth: an open right has a finding of its own, so its lines are left out here. */
const differencesOf = (
  { facts }: Ground,
  key: AppKey,
  isClosed: boolean | null,
): Difference[] =>
  facts.differences.filter(
    ({ app, kind }) =>
      app === key &&
      kind !== "plugin" &&
      (isClosed !== false || !SIGHT.has(kind)),
  );

const settingsCheck = (
  ground: Ground,
  key: AppKey,
  found: AppFacts & { id: string },
): Check => {
  const { t, hrefs, facts } = ground;
  const app = t(key);
  const toUpdate = { label: t("goToUpdate"), href: toAnchor("update") };
  const differences = differencesOf(ground, key, found.isClosed);
  const isPlanned = facts.site?.setUp != null;
  if (isPlanned && differences.length > 0)
    return look(
      t("appDiffers", { app, count: differences.length }),
      toUpdate,
      differences.map((one) => differenceText(one, t.language)),
    );
  if (!isPlanned && found.wrongFields.length > 0)
    return look(
      t("fieldsMissing", { app, fields: found.wrongFields.join("、") }),
      { label: t("openRights"), href: hrefs.appSettings(found.id) },
    );
  const count = Object.keys(apps[key].fields).length;
  return fine(t("fieldsFine", { app, count }));
};

const pluginCheck = (
  { t, facts, hrefs }: Ground,
  key: AppKey,
  id: string,
): Check[] => {
  const name = { app: t(key) };
  if (facts.site?.withDisabledPlugin.includes(key) === true)
    return [
      look(t("pluginDisabled", name), {
        label: t("openRights"),
        href: hrefs.appSettings(id),
      }),
    ];
  return facts.differences.some(
    ({ app, kind }) => app === key && kind === "plugin",
  )
    ? [
        look(t("pluginMissing", name), {
          label: t("goToUpdate"),
          href: toAnchor("update"),
        }),
      ]
    : [];
};

/** Settings that nobody has published: users still have the earlier ones. */
export const publicationFindings = (
  { t }: Ground,
  { setUp }: SiteFacts,
): Check[] => {
  const waiting = appKeys.filter((key) => setUp?.actual.apps[key]?.hasPending);
  return waiting.length === 0
    ? []
    : [
        note(
          t("unpublished", { apps: waiting.map((key) => t(key)).join("、") }),
          {
            label: t("goToUpdate"),
            href: toAnchor("update"),
          },
        ),
      ];
};

/** Findings about one app: is it there, closed, as planned, with the plugin? */
export const appFindings = (ground: Ground, key: AppKey): Check[] => {
  const { t, facts } = ground;
  const app = t(key);
  const toApps = { label: t("goToApps"), href: toAnchor("apps") };
  const found = facts.set.apps[key];
  const { id } = found;
  if (id === null) return [look(t("appMissing", { app }), toApps)];
  if (found.error !== null) {
    const reason = toMessage(found.error, t.language);
    return [look(t("appUnreadable", { app, reason }), toApps)];
  }
  return [
    fine(
      t("appFound", { app, id, overridden: facts.set.overrides[key] ?? "" }),
    ),
    ...rightsCheck(ground, key, { ...found, id }),
    ...pluginCheck(ground, key, id),
    settingsCheck(ground, key, { ...found, id }),
  ];
};
