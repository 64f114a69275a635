import type { AppKey } from "../apps/app-key.ts";
import { toMessage } from "../errors/to-message.ts";
import { toLanguage } from "../i18n/message.ts";
import { identifyApp } from "../kintone/app-identity.ts";
import { createGateway } from "../kintone/gateway.ts";
import type { PageEvent } from "../kintone/page-api.ts";
import { createPageClock } from "../kintone/page-clock.ts";
import { createPage } from "../kintone/page.ts";
import { identifyProgramme } from "../kintone/programme-identity.ts";
import type { Device, Page } from "../kintone/page.ts";
import { readPluginConfig } from "../kintone/plugin.ts";
import type { Answer, Feature, PageContext, PlainMoment } from "./feature.ts";
import { defaultSettings, parsePluginConfig } from "./settings.ts";
import type { Settings } from "./settings.ts";
import { openVisit } from "./visit.ts";
import type { OpenVisit, VisitKind } from "./visit.ts";

/** Moments at which a new page visit begins. */
const visitKinds: Readonly<Partial<Record<PlainMoment, VisitKind>>> = {
  "list.show": "list",
  "record.create": "create",
  "record.edit": "edit",
  "record.detail": "detail",
};

/** Moments at which an error of ours must hold the save or the action back. */
const gates: ReadonlySet<PlainMoment> = new Set<PlainMoment>([
  "record.submit",
  "inline.submit",
  "process.proceed",
]);

/** The one page that is open in this document. */
export type Stage = { device: Device; visit: OpenVisit | null };

const findAppByRecord = (event: PageEvent): AppKey | null =>
  event.record === undefined ? null : identifyApp(Object.keys(event.record));

/** An empty list does not show its fields; its form does. */
const fetchListFields = async (event: PageEvent, page: Page) =>
  event.record === undefined ? page.fetchFormFields() : undefined;

const explain = (error: unknown, page: Page, event: PageEvent): string => {
  // The console keeps the stack for support; the user reads the sentence.
  console.error(`suisen: ${event.type}`, error);
  return toMessage(error, toLanguage(page.user.language));
};

const appliesTo = (feature: Feature, app: AppKey, device: Device): boolean =>
  feature.apps.includes(app) && feature.devices.includes(device);

/** Broken settings are said once per page; the work goes on with the defaults. */
const readSettings = (
  page: Page,
  event: PageEvent,
  isNewPage: boolean,
): Settings => {
  try {
    return parsePluginConfig(readPluginConfig());
  } catch (error) {
    if (isNewPage) {
      void page.notify("ERROR", explain(error, page, event));
    }
    return defaultSettings;
  }
};

const openContext = (
  given: Pick<PageContext, "app" | "programme" | "page" | "settings">,
  visit: OpenVisit,
): PageContext => ({
  ...given,
  visit,
  clock: createPageClock(given.page.user.timezone),
  gateway: createGateway({
    programme: given.programme,
    page: given.page,
    app: given.app,
    overrides: given.settings.apps,
  }),
});

const enterVisit = (
  stage: Stage,
  kind: VisitKind | undefined,
  page: Page,
  event: PageEvent,
): OpenVisit => {
  if (kind === undefined && stage.visit !== null) {
    return stage.visit;
  }
  stage.visit?.end();
  stage.visit = openVisit(kind ?? "list", page, event.record ?? {});
  return stage.visit;
};

type Run = { page: Page; context: PageContext; event: PageEvent };

/** On show pages one broken feature must not take the others along. */
const runShow = async (
  features: readonly Feature[],
  moment: PlainMoment,
  { page, context, event }: Run,
): Promise<void> => {
  for (const feature of features) {
    try {
      await feature.on[moment]?.(context, event);
    } catch (error) {
      await page.notify("ERROR", explain(error, page, event));
    }
  }
};

/** The first feature that objects, or fails, holds the save or the action back. */
const runGate = async (
  features: readonly Feature[],
  moment: PlainMoment,
  { page, context, event }: Run,
): Promise<Answer> => {
  try {
    for (const feature of features) {
      const answer = await feature.on[moment]?.(context, event);
      if (answer !== undefined) {
        return answer;
      }
    }
    return undefined;
  } catch (error) {
    return explain(error, page, event);
  }
};

const hold = (event: PageEvent, reason: string): PageEvent => {
  event.error = reason;
  return event;
};

/**
 * Phones show no `event.error` of a process action, so there it is said aloud.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/events/event-object-actions/
 */
const settleGate = async (
  answer: Answer,
  moment: PlainMoment,
  { page, event }: Run,
): Promise<PageEvent | false> => {
  if (typeof answer !== "string") {
    return answer === false ? false : event;
  }
  if (moment === "process.proceed" && page.device === "mobile") {
    await page.notify("ERROR", answer);
    return false;
  }
  return hold(event, answer);
};

const runInVisit = async (
  features: readonly Feature[],
  moment: PlainMoment,
  run: Run,
  visit: OpenVisit,
): Promise<PageEvent | false> => {
  const leave = visit.enterHandler();
  try {
    if (gates.has(moment)) {
      const answer = await runGate(features, moment, run);
      return await settleGate(answer, moment, run);
    }
    await runShow(features, moment, run);
    // Panels drawn earlier must show what features changed in the record.
    visit.replace(run.event.record ?? {});
    return run.event;
  } finally {
    leave();
  }
};

/**
 * One handler per moment for all features: kintone lets only the last handler's
 * return value count, so two handlers would undo each other's changes.
 */
export const runMoment =
  (features: readonly Feature[], moment: PlainMoment, stage: Stage) =>
  async (event: PageEvent): Promise<PageEvent | false> => {
    const page = createPage(stage.device);
    if (page === null) {
      return event;
    }
    try {
      const fields = await fetchListFields(event, page);
      const app =
        fields === undefined
          ? findAppByRecord(event)
          : identifyApp(Object.keys(fields));
      if (app === null) {
        return event;
      }
      const kind = visitKinds[moment];
      const visit = enterVisit(stage, kind, page, event);
      const settings = readSettings(page, event, kind !== undefined);
      const programme = identifyProgramme({
        saved: settings.programme,
        record: event.record,
        fields,
      });
      const context = openContext({ app, programme, page, settings }, visit);
      const concerned = features.filter((feature) =>
        appliesTo(feature, app, stage.device),
      );
      return await runInVisit(
        concerned,
        moment,
        { page, context, event },
        visit,
      );
    } catch (error) {
      await page.notify("ERROR", explain(error, page, event));
      return event;
    }
  };

/** Change events must be answered at once: kintone ignores a Promise there. */
export const runChange =
  (features: readonly Feature[], field: string, stage: Stage) =>
  (event: PageEvent): PageEvent => {
    const page = createPage(stage.device);
    const app = findAppByRecord(event);
    const { visit } = stage;
    if (page === null || app === null || visit === null) {
      return event;
    }
    const leave = visit.enterHandler();
    try {
      const settings = readSettings(page, event, false);
      const programme = identifyProgramme({
        saved: settings.programme,
        record: event.record,
      });
      const context = openContext({ app, programme, page, settings }, visit);
      for (const feature of features) {
        const change = feature.on["record.change"];
        if (
          appliesTo(feature, app, stage.device) &&
          change?.fields.some((code) => code === field)
        ) {
          change.handle?.(context, event);
        }
      }
      visit.replace(event.record ?? {});
    } catch (error) {
      void page.notify("ERROR", explain(error, page, event));
    } finally {
      leave();
    }
    return event;
  };
