import type { Device } from "../kintone/page.ts";
import { onPageEvent } from "../kintone/plugin.ts";
import type { Feature, PlainMoment } from "./feature.ts";
import { runChange, runMoment } from "./run.ts";
import type { Stage } from "./run.ts";

const eventTypes: Readonly<Record<PlainMoment, readonly string[]>> = {
  "list.show": ["app.record.index.show"],
  "record.create": ["app.record.create.show"],
  "record.edit": ["app.record.edit.show"],
  "record.detail": ["app.record.detail.show"],
  "record.submit": ["app.record.create.submit", "app.record.edit.submit"],
  "record.created": ["app.record.create.submit.success"],
  "record.saved": [
    "app.record.create.submit.success",
    "app.record.edit.submit.success",
  ],
  "inline.submit": ["app.record.index.edit.submit"],
  "process.proceed": ["app.record.detail.process.proceed"],
};

const named = (device: Device, types: readonly string[]): string[] =>
  types.map((type) => (device === "mobile" ? `mobile.${type}` : type));

/** Phones have no inline edit. @see https://cybozu.dev/ja/kintone/docs/js-api/events/ */
const exists = (moment: PlainMoment, device: Device): boolean =>
  device === "desktop" || moment !== "inline.submit";

const mountMoments = (features: readonly Feature[], stage: Stage): void => {
  for (const moment of Object.keys(eventTypes) as PlainMoment[]) {
    const concerned = features.filter(({ on }) => on[moment] !== undefined);
    if (concerned.length > 0 && exists(moment, stage.device)) {
      onPageEvent(
        named(stage.device, eventTypes[moment]),
        runMoment(concerned, moment, stage),
      );
    }
  }
};

const mountChanges = (features: readonly Feature[], stage: Stage): void => {
  const fields = features.flatMap(
    ({ on }) => on["record.change"]?.fields ?? [],
  );
  for (const field of new Set(fields)) {
    onPageEvent(
      named(stage.device, [
        `app.record.create.change.${field}`,
        `app.record.edit.change.${field}`,
      ]),
      runChange(features, field, stage),
    );
  }
};

/**
 * Registers the features with kintone. Must run synchronously while the plugin's
 * script is evaluated, or show events are missed.
 */
export const mountFeatures = (
  device: Device,
  features: readonly Feature[],
): void => {
  const stage: Stage = { device, visit: null };
  mountMoments(features, stage);
  mountChanges(features, stage);
};
