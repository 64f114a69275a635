import { toMessage } from "../../errors/to-message.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { downloadForm } from "../../kintone/report-records.ts";
import { proposeMap, readForm } from "../../report/index.ts";
import type { MappingMessages } from "./messages.ts";
import { openMapping } from "./open-dialog.ts";
import type { MappingTask } from "./open-dialog.ts";
import { dropLost } from "./edit-map.ts";
import { judgeMap } from "./panel-state.ts";
import type { FormSource, PanelState } from "./panel-state.ts";
import { renderPanel } from "./render-panel.ts";

type Context = FeatureContext<MappingMessages>;

const SPACE = "suisenForm";

/** The map as it is stored, and the edition's revision with it. */
type Stored = { readonly mapText: string; readonly revision: string };

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

const toState = (loaded: Loaded, { mapText }: Stored): PanelState =>
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
        map: dropLost(state.source.form, state.comparison.proposed),
        revision: state.map.revision,
        isStored: false,
        differences: state.comparison.differences,
      };
    default:
      return null;
  }
};

/** What opening the screen needs besides the panel's state. */
type Opening = {
  readonly state: PanelState;
  readonly stored: Stored;
};

const openFor = async (
  context: Context,
  { state, stored }: Opening,
): Promise<Stored> => {
  const begin = toBegin(state);
  if (begin === null) return stored;
  const { source, ...start } = begin;
  const { id, name: editionName } = context.visit.read("editions");
  const saved = await openMapping(context, {
    ...start,
    editionName,
    base: {
      ...stored,
      id,
      file: { name: source.name, size: source.size },
    },
    bytes: source.bytes,
    form: source.form,
  });
  return saved ?? stored;
};

/**
 * The panel about the edition's form. Whoever may not add editions may not
 * change them either, and has nothing to do here.
 */
export const showMappingPanel = async (context: Context): Promise<void> => {
  const { page, visit, t } = context;
  const { addRecord } = await page.fetchAppRights();
  if (!addRecord) return;
  const { formFile, formMap, revision } = visit.read("editions");
  let stored: Stored = { mapText: formMap, revision };
  let loaded: Loaded = { kind: formFile.length > 0 ? "loading" : "noFile" };
  let state = toState(loaded, stored);

  const again = (): void => {
    state = toState(loaded, stored);
    visit.replace(visit.record());
  };
  const load = async (): Promise<void> => {
    loaded = { kind: "loading" };
    again();
    loaded = await readSource(context);
    again();
  };
  const open = async (): Promise<void> => {
    try {
      const next = await openFor(context, { state, stored });
      if (next === stored) return;
      stored = next;
      again();
      page.reload();
    } catch (error) {
      console.error("suisen: mapping", error);
      await page.notify("ERROR", toMessage(error, t.language));
    }
  };

  showPanel(context, SPACE, "form-mapping", () =>
    renderPanel({
      t,
      state,
      fileCount: formFile.length,
      onOpen: () => void open(),
      onRetry: () => void load(),
    }),
  );
  if (formFile.length > 0) void load();
};
