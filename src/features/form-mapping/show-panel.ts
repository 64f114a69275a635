import { toMessage } from "../../errors/to-message.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import {
  parseFormHash,
  parsePlaceHash,
  toFormHash,
} from "../../kintone/page-paths.ts";
import { downloadForm } from "../../kintone/report-records.ts";
import { proposeMap, readForm } from "excel-form";
import type { MappingMessages } from "./messages.ts";
import { openMapping } from "./open-dialog.ts";
import type { MappingTask } from "./open-dialog.ts";
import { dropLost } from "./edit-map.ts";
import { judgeMap } from "./panel-state.ts";
import type { FormSource, PanelState } from "./panel-state.ts";
import { renderPanel } from "./render-panel.ts";
import { VOCABULARY } from "../../domain/vocabulary.ts";

type Context = FeatureContext<MappingMessages>;

const SPACE = "suisenForm";

const readState = async ({ gateway, visit }: Context): Promise<PanelState> => {
  const edition = visit.read("editions");
  try {
    const file = await downloadForm(gateway, edition);
    if (file === null) return { kind: "noFile" };
    const form = readForm(file.bytes);
    return judgeMap({ ...file, form }, edition.formMap);
  } catch (error) {
    console.error("suisen: form", error);
    return { kind: "failed", error };
  }
};

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
        map: proposeMap(VOCABULARY, state.source.form),
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

const openFor = async (
  context: Context,
  state: PanelState,
  way: Pick<MappingTask, "boardHref" | "at">,
): Promise<boolean> => {
  const begin = toBegin(state);
  if (begin === null) return false;
  const { source, ...start } = begin;
  const { id, name, revision, formMap } = context.visit.read("editions");
  return openMapping(context, {
    ...start,
    ...way,
    editionName: name,
    base: {
      id,
      revision,
      mapText: formMap,
      file: { name: source.name, bytes: source.bytes },
    },
    bytes: source.bytes,
    form: source.form,
  });
};

/** The cell that a link led to; once, so that nothing opens again by itself. */
const takeMeantCell = (editionId: string): MappingTask["at"] => {
  const { hash } = location;
  if (parseFormHash(hash) !== editionId) return null;
  history.replaceState(history.state, "", toFormHash(editionId));
  return parsePlaceHash(hash);
};

/**
 * The panel about the edition's form. Whoever may not add editions may not
 * change them either, and has nothing to do here.
 */
export const showMappingPanel = async (context: Context): Promise<void> => {
  const { page, gateway, visit, t } = context;
  const { addRecord } = await page.fetchAppRights();
  if (!addRecord) return;
  const { formFile } = visit.read("editions");
  const boardHref = await page.buildListUrl(
    await gateway.requireAppId("nominations"),
  );
  const hasFile = formFile.length > 0;
  let state: PanelState = { kind: hasFile ? "loading" : "noFile" };

  const load = async (): Promise<void> => {
    state = { kind: "loading" };
    visit.replace(visit.record());
    state = await readState(context);
    visit.replace(visit.record());
    const at = takeMeantCell(visit.read("editions").id);
    if (at !== null) await open(at);
  };
  const open = async (at: MappingTask["at"] = null): Promise<void> => {
    try {
      if (await openFor(context, state, { boardHref, at })) page.reload();
    } catch (error) {
      console.error("suisen: mapping", error);
      await page.notify("ERROR", toMessage(error, t.language));
    }
  };

  showPanel(context, SPACE, "form-mapping", () =>
    renderPanel({
      t,
      state,
      boardHref,
      fileCount: formFile.length,
      onOpen: () => void open(),
      onRetry: () => void load(),
    }),
  );
  if (hasFile) void load();
};
