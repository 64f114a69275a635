import { html } from "lit/html.js";
import { appKeys } from "../../apps/index.ts";
import type { AppKey } from "../../apps/index.ts";
import type { AppRecord } from "../../apps/records.ts";
import { hasErrorCode } from "../../errors/user-error.ts";
import { toMessage } from "../../errors/to-message.ts";
import {
  defaultSettings,
  parsePluginConfig,
  toPluginConfig,
} from "../../feature-kit/settings.ts";
import type { Settings } from "../../feature-kit/settings.ts";
import type { Feature } from "../../feature-kit/feature.ts";
import { hostEdition } from "../../feature-kit/host-record.ts";
import type { Inspect } from "../../feature-kit/inspect.ts";
import { ANCHORS } from "../../feature-kit/settings-anchors.ts";
import type {
  SettingsSection,
  SettingsSectionContext,
} from "../../feature-kit/settings-section.ts";
import type { OpenVisit } from "../../feature-kit/visit.ts";
import type { Programme } from "../../programmes/index.ts";
import { orderEditions } from "../../domain/edition-order.ts";
import { toLanguage } from "../../i18n/message.ts";
import { wordsOf } from "../../words/programme-words.ts";
import { createTranslator } from "../../i18n/translate.ts";
import { identifyApp } from "../../kintone/app-identity.ts";
import { createDirectoryReader } from "../../kintone/directory.ts";
import { createGateway } from "../../kintone/gateway.ts";
import { createPageClock } from "../../kintone/page-clock.ts";
import { parseFormHash, pathsFrom } from "../../kintone/page-paths.ts";
import { createPage } from "../../kintone/page.ts";
import { identifyProgramme } from "../../kintone/programme-identity.ts";
import type { Page } from "../../kintone/page.ts";
import { readPluginConfig, savePluginConfig } from "../../kintone/plugin.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderSkeleton } from "../../ui/progress.ts";
import { draw } from "../../ui/root.ts";
import { messages } from "./messages.ts";
import { parseForm, toForm } from "./settings-form.ts";
import type { FormProblem } from "./settings-form.ts";
import { renderSettings } from "./view.ts";

const ROOT_ID = "suisen-config";
const SKELETON_HEIGHT_PX = 480;

const readSettings = (): { settings: Settings; isBroken: boolean } => {
  try {
    return { settings: parsePluginConfig(readPluginConfig()), isBroken: false };
  } catch (error) {
    if (hasErrorCode(error, "settings/broken")) {
      return { settings: defaultSettings, isBroken: true };
    }
    throw error;
  }
};

/** The page to show while apps of the set are missing. */
type BeforeApps = (root: HTMLElement, page: Page) => Promise<void>;

/** The parts of the page that features bring along. */
type SettingsParts = {
  readonly beforeApps: BeforeApps;
  readonly inspect: Inspect;
  /** Features that an edition's record page has no room for. */
  readonly editionFeatures: readonly Feature[];
  /** Parts that draw themselves. */
  readonly sections: readonly SettingsSection[];
};

/** 募集回 is made first, the others around it; one of those that is open has its set. */
const isWholeSet = async (
  page: Page,
  programme: Programme,
  app: AppKey,
  settings: Settings,
): Promise<boolean> => {
  if (app !== "editions") return true;
  const gateway = createGateway({
    programme,
    page,
    app,
    overrides: settings.apps,
  });
  const found = await gateway.findApps();
  return appKeys.every((key) => found[key] !== undefined);
};

const run = async (
  root: HTMLElement,
  page: Page,
  { beforeApps, inspect, editionFeatures, sections }: SettingsParts,
): Promise<void> => {
  const language = toLanguage(page.user.language);
  const loading = createTranslator(messages, language)("loading");
  draw(root, renderSkeleton(loading, SKELETON_HEIGHT_PX));
  const fields = await page.fetchFormFields();
  const app = identifyApp(Object.keys(fields));
  const { settings, isBroken } = readSettings();
  const programme = identifyProgramme({ saved: settings.programme, fields });
  const t = createTranslator(messages, language, wordsOf(programme));
  if (app === null || !(await isWholeSet(page, programme, app, settings))) {
    await beforeApps(root, page);
    return;
  }
  const hrefs = pathsFrom(location.pathname);
  const clock = createPageClock(page.user.timezone);
  const form = toForm(settings);
  let problems: FormProblem[] = [];
  let isSaved = false;
  let saveError: string | null = null;

  let isChecking = false;

  const closedDaysIn = ({ closedDays }: Settings): string[] =>
    closedDays.map(({ date }) => date);
  const contextFor = (current: Settings): SettingsSectionContext => ({
    page,
    gateway: createGateway({ programme, page, app, overrides: current.apps }),
    directory: createDirectoryReader(),
    language: t.language,
    programme,
    clock,
    closedDays: closedDaysIn(current),
    overrides: current.apps,
    onChanged: () => void checkAgain(),
  });
  const look = (current: Settings) =>
    inspect(contextFor(current), {
      hrefs,
      today: clock.today(),
      closedDays: closedDaysIn(current),
      overrides: current.apps,
    });
  let facts = await look(settings);

  const editions = (): Array<AppRecord<"editions">> =>
    orderEditions(programme, facts.editions, clock.today());
  // A link from an edition's record asks for that edition's form.
  const meantId = parseFormHash(location.hash);
  const meant = facts.editions.find(({ id }) => id === meantId);
  let editionName = (meant ?? editions()[0])?.name;
  const visits: OpenVisit[] = [];
  const host = async (): Promise<void> => {
    const space = document.getElementById(ANCHORS.formSpace);
    const edition = editions().find(({ name }) => name === editionName);
    if (space === null || edition === undefined) {
      return;
    }
    visits.splice(0).forEach((visit) => visit.end());
    // A ground of its own: one that is still loading when another edition is
    // chosen goes on drawing where nobody sees it.
    const ground = document.createElement("div");
    space.replaceChildren(ground);
    const visit = await hostEdition({
      features: editionFeatures,
      programme,
      page,
      gateway: createGateway({
        programme,
        page,
        app,
        overrides: settings.apps,
      }),
      clock,
      settings,
      edition,
      space: ground,
      onStale: () => {
        refresh().catch((error: unknown) =>
          console.error("suisen: settings", error),
        );
      },
    });
    visits.push(visit);
  };

  const show = (): void => {
    draw(
      root,
      renderSettings({
        t,
        form,
        problems,
        isBroken,
        isSaved,
        saveError,
        checks: facts.checks,
        isChecking,
        appSettingsHref: hrefs.appSettings(page.appId),
        editionNames: editions().map(({ name }) => name),
        editionName,
        onCheck: () => void checkAgain(),
        onEdition: (name) => {
          editionName = name;
          void host();
        },
        onInput: (change) => {
          change(form);
          isSaved = false;
        },
        onSave: () => void save(),
      }),
    );
  };

  const save = async (): Promise<void> => {
    const parsed = parseForm(form);
    problems = "problems" in parsed ? parsed.problems : [];
    saveError = null;
    if ("settings" in parsed) {
      try {
        await savePluginConfig(toPluginConfig(parsed.settings));
        isSaved = true;
        facts = await look(parsed.settings);
      } catch (error) {
        console.error("suisen: settings", error);
        saveError = toMessage(error, t.language);
      }
    }
    show();
  };

  const checkAgain = async (): Promise<void> => {
    isChecking = true;
    show();
    try {
      facts = await look(settings);
    } catch (error) {
      console.error("suisen: settings", error);
      saveError = toMessage(error, t.language);
    }
    isChecking = false;
    const known = editions();
    const isKnown = known.some(({ name }) => name === editionName);
    if (!isKnown) editionName = known[0]?.name;
    show();
    if (!isKnown) await host();
  };

  /** A form was mapped, or its record changed meanwhile; what was typed stays. */
  const refresh = async (): Promise<void> => {
    await checkAgain();
    await host();
    // The button that was pressed is gone; the keyboard goes on from here.
    document.getElementById(ANCHORS.formSpace)?.focus({ preventScroll: true });
  };

  const mountSections = (): void => {
    const own = sections.filter(({ isFor }) => isFor?.(programme) ?? true);
    const grounds = own.map((section) => {
      const ground = document.createElement("div");
      section.mount(ground, contextFor(settings));
      return ground;
    });
    document.getElementById(ANCHORS.sections)?.replaceChildren(...grounds);
  };

  show();
  mountSections();
  await host();
  if (meant) document.getElementById(ANCHORS.forms)?.scrollIntoView();
};

/** The plugin's settings page, drawn into the element of config.html. */
export const mountSettingsPage = (parts: SettingsParts): void => {
  const root = document.getElementById(ROOT_ID);
  const page = createPage("desktop");
  if (root === null || page === null) {
    return;
  }
  run(root, page, parts).catch((error: unknown) => {
    console.error("suisen: settings", error);
    draw(
      root,
      html`${renderNotice(
        "error",
        toMessage(error, toLanguage(page.user.language)),
      )}`,
    );
  });
};
