import { toMessage } from "../../errors/to-message.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { downloadForm } from "../../kintone/report-records.ts";
import { proposeMap, readForm } from "../../report/index.ts";
import type { MappingMessages } from "./messages.ts";
import { openMapping } from "./open-dialog.ts";
import type { MappingTask } from "./open-dialog.ts";
import { judgeMap } from "./panel-state.ts";
import type { FormSource, PanelState } from "./panel-state.ts";
import { renderPanel } from "./render-panel.ts";

type Context = FeatureContext<MappingMessages>;

const SPACE = "suisenForm";
const MAP_FIELD = "formMap";

type Loaded =
  | { readonly kind: "noFile" | "loading" }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "ready"; readonly source: FormSource };

const readSource = async ({ gateway, visit }: Context): Promise<Loaded> => {
  const edition = visit.read("editions");
  try {
    const file = await downloadForm(gateway, edition);
    if (file === null) return { kind: "noFile" };
    const form = readForm(file.bytes);
    const size = edition.formFile[0]?.size ?? 0;
    return { kind: "ready", source: { ...file, size, form } };
  } catch (error) {
    console.error("suisen: form", error);
    return { kind: "failed", error };
  }
};

const toState = (loaded: Loaded, mapText: string): PanelState =>
  loaded.kind === "ready" ? judgeMap(loaded.source, mapText) : loaded;

type Begin = Pick<
  MappingTask,
  "map" | "revision" | "isStored" | "differences"
> & { readonly source: FormSource };

/** The map to begin with; null where there is nothing to map. */
const toBegin = (state: PanelState): Begin | null => {
  switch (state.kind) {
    case "noMap":
    case "mapBroken":
      return {
        source: state.source,
        map: proposeMap(state.source.form),
        revision: 0,
        isStored: false,
        differences: [],
      };
    case "mapped":
      return {
        source: state.source,
        map: state.map,
        revision: state.map.revision,
        isStored: true,
        differences: [],
      };
    case "drifted":
      return {
        source: state.source,
        map: state.comparison.proposed,
        revision: state.map.revision,
        isStored: false,
        differences: state.comparison.differences,
      };
    default:
      return null;
  }
};

const openFor = async (context: Context, state: PanelState): Promise<void> => {
  const { visit, page, t } = context;
  const begin = toBegin(state);
  if (begin === null) return;
  const { source, ...start } = begin;
  const edition = visit.read("editions");
  const isEditing = visit.kind !== "detail";
  try {
    const wasSaved = await openMapping(context, {
      ...start,
      editionName: edition.name,
      base: {
        id: edition.id,
        revision: edition.revision,
        mapText: edition.formMap,
        file: { name: source.name, size: source.size },
      },
      bytes: source.bytes,
      form: source.form,
      intoForm: isEditing
        ? (mapText) =>
            visit.changeForm((form) => {
              const field = form[MAP_FIELD];
              if (field !== undefined) field.value = mapText;
            })
        : null,
    });
    // kintone's own page still shows, and would save, the record as it was.
    if (wasSaved && !isEditing) location.reload();
  } catch (error) {
    console.error("suisen: mapping", error);
    await page.notify("ERROR", toMessage(error, t.language));
  }
};

/**
 * The panel about the edition's form. Whoever may not add editions may not
 * change them either, and has nothing to do here.
 */
export const showMappingPanel = async (context: Context): Promise<void> => {
  const { page, visit, t } = context;
  page.setFieldShown(MAP_FIELD, false);
  const { addRecord } = await page.fetchAppRights();
  if (!addRecord) {
    page.setFieldShown(SPACE, false);
    return;
  }
  const { formFile } = visit.read("editions");
  let loaded: Loaded = { kind: formFile.length > 0 ? "loading" : "noFile" };
  let judged: { mapText: string; loaded: Loaded; state: PanelState } | null =
    null;
  const stateNow = (): PanelState => {
    const { formMap: mapText } = visit.read("editions");
    if (judged?.mapText !== mapText || judged.loaded !== loaded) {
      judged = { mapText, loaded, state: toState(loaded, mapText) };
    }
    return judged.state;
  };

  const load = async (): Promise<void> => {
    loaded = { kind: "loading" };
    visit.replace(visit.record());
    loaded = await readSource(context);
    visit.replace(visit.record());
  };

  showPanel(context, SPACE, "form-mapping", () =>
    renderPanel({
      t,
      state: stateNow(),
      fileCount: formFile.length,
      isEditing: visit.kind !== "detail",
      onOpen: () => void openFor(context, stateNow()),
      onRetry: () => void load(),
    }),
  );
  if (formFile.length > 0) void load();
};
