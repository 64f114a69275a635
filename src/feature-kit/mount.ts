import type { AppKey } from "../apps/index.ts";
import { toMessage } from "../errors/to-message.ts";
import { toLanguage } from "../i18n/message.ts";
import { identifyApp } from "../kintone/app-identity.ts";
import { createGateway } from "../kintone/gateway.ts";
import type { PageEvent } from "../kintone/page-api.ts";
import { createPageClock } from "../kintone/page-clock.ts";
import { createPage } from "../kintone/page.ts";
import type { Device, Page } from "../kintone/page.ts";
import { onPageEvent, readPluginConfig } from "../kintone/plugin.ts";
import type { Feature, PageContext, PlainMoment } from "./feature.ts";
import { parsePluginConfig } from "./settings.ts";

const eventTypes: Readonly<Record<PlainMoment, readonly string[]>> = {
  "list.show": ["app.record.index.show"],
  "record.create": ["app.record.create.show"],
  "record.edit": ["app.record.edit.show"],
  "record.detail": ["app.record.detail.show"],
  "record.submit": ["app.record.create.submit", "app.record.edit.submit"],
  "inline.submit": ["app.record.index.edit.submit"],
  "process.proceed": ["app.record.detail.process.proceed"],
};

/** Moments at which an error of ours must hold the save or the action back. */
const gates: ReadonlySet<string> = new Set<PlainMoment>([
  "record.submit",
  "inline.submit",
  "process.proceed",
]);

const openContext = (page: Page, app: AppKey): PageContext => {
  const settings = parsePluginConfig(readPluginConfig());
  return {
    app,
    page,
    settings,
    clock: createPageClock(page.user.timezone),
    gateway: createGateway({ page, app, overrides: settings.apps }),
  };
};

const findAppByRecord = (event: PageEvent): AppKey | null =>
  event.record === undefined ? null : identifyApp(Object.keys(event.record));

/** A list may be empty and so cannot tell its fields; its form can. */
const findApp = async (event: PageEvent, page: Page): Promise<AppKey | null> =>
  event.record === undefined
    ? identifyApp(Object.keys(await page.fetchFormFields()))
    : findAppByRecord(event);

const report = (error: unknown, page: Page, event: PageEvent): string => {
  // The console keeps the stack for support; the user reads the sentence.
  console.error(`suisen: ${event.type}`, error);
  return toMessage(error, toLanguage(page.user.language));
};

const appliesTo = (feature: Feature, app: AppKey, device: Device): boolean =>
  feature.apps.includes(app) && feature.devices.includes(device);

/**
 * One handler per moment for all features: kintone lets only the last handler's
 * return value count, so two handlers would undo each other's changes.
 */
const runMoment =
  (features: readonly Feature[], moment: PlainMoment, device: Device) =>
  async (event: PageEvent): Promise<PageEvent> => {
    const page = createPage(device);
    if (page === null) {
      return event;
    }
    try {
      const app = await findApp(event, page);
      if (app === null) {
        return event;
      }
      const context = openContext(page, app);
      for (const feature of features) {
        if (appliesTo(feature, app, device)) {
          await feature.on[moment]?.(context, event);
        }
      }
    } catch (error) {
      const text = report(error, page, event);
      if (gates.has(moment)) {
        event.error = text;
      } else {
        await page.notify("ERROR", text);
      }
    }
    return event;
  };

/** Change events must be answered at once: kintone ignores a Promise there. */
const runChange =
  (features: readonly Feature[], field: string, device: Device) =>
  (event: PageEvent): PageEvent => {
    const page = createPage(device);
    const app = findAppByRecord(event);
    if (page === null || app === null) {
      return event;
    }
    try {
      const context = openContext(page, app);
      for (const feature of features) {
        const change = feature.on["record.change"];
        if (appliesTo(feature, app, device) && change?.fields.includes(field)) {
          change.handle(context, event);
        }
      }
    } catch (error) {
      void page.notify("ERROR", report(error, page, event));
    }
    return event;
  };

const named = (device: Device, types: readonly string[]): string[] =>
  types.map((type) => (device === "mobile" ? `mobile.${type}` : type));

/** Phones have no inline edit. @see https://cybozu.dev/ja/kintone/docs/js-api/events/ */
const exists = (moment: PlainMoment, device: Device): boolean =>
  device === "desktop" || moment !== "inline.submit";

/**
 * Registers the features with kintone. Must run synchronously while the plugin's
 * script is evaluated, or show events are missed.
 */
export const mountFeatures = (
  device: Device,
  features: readonly Feature[],
): void => {
  for (const moment of Object.keys(eventTypes) as PlainMoment[]) {
    const concerned = features.filter(({ on }) => on[moment] !== undefined);
    if (concerned.length > 0 && exists(moment, device)) {
      onPageEvent(
        named(device, eventTypes[moment]),
        runMoment(concerned, moment, device),
      );
    }
  }
  const fields = features.flatMap(
    ({ on }) => on["record.change"]?.fields ?? [],
  );
  for (const field of new Set(fields)) {
    onPageEvent(
      named(device, [
        `app.record.create.change.${field}`,
        `app.record.edit.change.${field}`,
      ]),
      runChange(features, field, device),
    );
  }
};
