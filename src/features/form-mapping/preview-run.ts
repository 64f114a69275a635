import type { FeatureContext } from "../../feature-kit/feature.ts";
import { loadReportRecords } from "../../kintone/report-records.ts";
import type { Form, ReportMap } from "excel-form";
import type { PreviewState } from "./mapping-page.ts";
import type { MappingMessages } from "./messages.ts";
import { toPreviewData } from "./preview-data.ts";
import type { PreviewData } from "./preview-data.ts";
import { previewMap } from "./preview.ts";

type Context = Pick<FeatureContext<MappingMessages>, "gateway" | "clock">;

type Blank = { readonly bytes: Uint8Array; readonly form: Form };

/** 「実データで見る」: reads the records once and fills the form again for every map. */
export type PreviewRun = {
  readonly state: PreviewState;
  start(map: () => ReportMap): Promise<void>;
  stop(): void;
  /** The map has changed. */
  follow(map: ReportMap): void;
};

export const createPreviewRun = (
  { gateway, clock }: Context,
  { bytes, form }: Blank,
  editionName: string,
  onChange: () => void,
): PreviewRun => {
  let state: PreviewState = { kind: "off" };
  let known: PreviewData | null = null;

  const fill = (map: ReportMap, { data, isProvisional }: PreviewData): void => {
    const preview = previewMap(bytes, form, map, data);
    state = { kind: "on", preview, isProvisional };
  };
  const isWanted = (): boolean => state.kind === "loading";

  const load = async (): Promise<PreviewData> => {
    const records = await loadReportRecords(gateway, editionName);
    return toPreviewData(gateway.programme, records, clock.today());
  };
  const remember = (data: PreviewData): PreviewData => {
    known = data;
    return data;
  };

  return {
    get state() {
      return state;
    },
    start: async (map) => {
      state = { kind: "loading" };
      onChange();
      try {
        const data = known ?? remember(await load());
        // Switched off again while reading.
        if (!isWanted()) return;
        fill(map(), data);
      } catch (error) {
        console.error("suisen: preview", error);
        state = { kind: "failed", error };
      }
      onChange();
    },
    stop: () => {
      state = { kind: "off" };
    },
    follow: (map) => {
      if (state.kind === "on" && known !== null) fill(map, known);
    },
  };
};
