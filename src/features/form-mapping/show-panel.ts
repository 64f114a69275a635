import { toMessage } from "../../errors/to-message.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import {
  parseFormHash,
  parsePlaceHash,
  toFormHash,
} from "../../kintone/page-paths.ts";
import { downloadForm } from "../../kintone/report-records.ts";
import { readFormSteps } from "excel-form";
import { workInSlices } from "../../ui/in-slices.ts";
import type { MappingMessages } from "./messages.ts";
import { openMapping } from "./open-dialog.ts";
import type { MappingTask } from "./open-dialog.ts";
import { dropLost } from "./edit-map.ts";
import { judgeMap } from "./panel-state.ts";
import type { FormSource, PanelState } from "./panel-state.ts";
import { createProposalRun } from "./proposal-run.ts";
import type { ProposalRun } from "./proposal-run.ts";
import { renderPanel } from "./render-panel.ts";

type Context = FeatureContext<MappingMessages>;

const SPACE = "suisenForm";

const readState = async ({
  gateway,
  programme,
  visit,
}: Context): Promise<PanelState> => {
  const edition = visit.read("editions");
  try {
    const file = await downloadForm(gateway, edition);
    if (file === null) return { kind: "noFile" };
    const form = await workInSlices(readFormSteps(file.bytes), {
      isCancelled: () => false,
    });
    return judgeMap(programme, { ...file, form }, edition.formMap);
  } catch (error) {
    console.error("suisen: form", error);
    return { kind: "failed", error };
  }
};

type Begin = Pick<
  MappingTask,
  "map" | "foreign" | "revision" | "isStored" | "differences"
> & { readonly source: FormSource };

/** The map to begin with; null where there is nothing to map, or the proposal was cancelled. */
const toBegin = async (
  state: PanelState,
  proposal: ProposalRun,
): Promise<Begin | null> => {
  switch (state.kind) {
    case "noMap":
    case "mapBroken": {
      const { source } = state;
      const proposed = await proposal.start(source.form, { isAnyway: false });
      if (proposed === null) return null;
      return {
        source,
        map: proposed.map,
        foreign: proposed.foreign,
        revision: 0,
        isStored: false,
        differences: [],
      };
    }
    case "mapped":
      return {
        source: state.source,
        map: state.map,
        foreign: null,
        revision: state.map.revision,
        isStored: true,
        differences: [],
      };
    case "drifted":
      return {
        source: state.source,
        map: dropLost(state.source.form, state.comparison.proposed),
        foreign: null,
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
  proposal: ProposalRun,
  way: Pick<MappingTask, "boardHref" | "at">,
): Promise<boolean> => {
  const begin = await toBegin(state, proposal);
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
 * The panel about the edition's form. A user who may not add editions may
 * not change them either, and gets no panel.
 */
export const showMappingPanel = async (context: Context): Promise<void> => {
  const { programme, page, gateway, visit, t } = context;
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
  const proposal = createProposalRun(programme, () =>
    visit.replace(visit.record()),
  );
  const shownState = (): PanelState =>
    proposal.progress !== null && "source" in state
      ? { kind: "proposing", source: state.source, progress: proposal.progress }
      : state;
  const open = async (at: MappingTask["at"] = null): Promise<void> => {
    try {
      const way = { boardHref, at };
      if (await openFor(context, state, proposal, way)) page.reload();
    } catch (error) {
      console.error("suisen: mapping", error);
      await page.notify("ERROR", toMessage(error, t.language));
    }
  };

  showPanel(context, SPACE, "form-mapping", () =>
    renderPanel({
      t,
      state: shownState(),
      boardHref,
      fileCount: formFile.length,
      onOpen: () => void open(),
      onRetry: () => void load(),
      onCancel: proposal.cancel,
    }),
  );
  if (hasFile) void load();
};
