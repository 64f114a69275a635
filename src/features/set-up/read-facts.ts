import type { DirectoryEntry, SiteFacts } from "../../kintone/site-facts.ts";
import type { FederationEntity } from "../../provision/plan/federation.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { messages } from "./messages.ts";

type T = Translator<typeof messages>;

export type Finding = {
  readonly level: "ok" | "note" | "look";
  readonly text: string;
};

const planFinding = (t: T, plan: string | null): Finding[] => {
  if (plan === null) return [];
  return plan === "LIGHT"
    ? [{ level: "look", text: t("planLight") }]
    : [{ level: "ok", text: t("planFine", { plan }) }];
};

/** The findings before the apps exist; what stops the set-up comes first. */
export const toFindings = (t: T, facts: SiteFacts): Finding[] => {
  const { isAdministrator, plan, organizations } = facts;
  const findings: Finding[] = [
    ...(isAdministrator === null
      ? []
      : [
          isAdministrator
            ? ({ level: "ok", text: t("isAdministrator") } as const)
            : ({ level: "look", text: t("noAdministrator") } as const),
        ]),
    ...planFinding(t, plan),
    organizations.length === 0
      ? { level: "note", text: t("noOrganizations") }
      : {
          level: "ok",
          text: t("organizations", { count: organizations.length }),
        },
  ];
  const order = ["look", "note", "ok"];
  return findings.toSorted(
    (a, b) => order.indexOf(a.level) - order.indexOf(b.level),
  );
};

export type FederationChoice = {
  readonly label: string;
  /** Null: the group of the declarations is made. */
  readonly federation: FederationEntity | null;
};

const entryChoice =
  (t: T, type: FederationEntity["type"]) =>
  ({ code, name }: DirectoryEntry): FederationChoice => ({
    label: t(type === "GROUP" ? "group" : "organization", { name, code }),
    federation: { type, code },
  });

/** kintone's own groups, which nobody of a federation is put into. */
const BUILT_IN = new Set(["everyone", "Administrators"]);

/** The groups and organisations to choose from; our own group first. */
export const toChoices = (t: T, facts: SiteFacts): FederationChoice[] => {
  const groups = facts.groups.filter(({ code }) => !BUILT_IN.has(code));
  const own = groups.filter(({ code }) => code === "federation");
  const others = groups.filter(({ code }) => code !== "federation");
  return [
    ...(own.length === 0
      ? [{ label: t("makeGroup"), federation: null }]
      : own.map(entryChoice(t, "GROUP"))),
    ...others.map(entryChoice(t, "GROUP")),
    ...facts.organizations.map(entryChoice(t, "ORGANIZATION")),
  ];
};
