import type { FeatureContext } from "../../feature-kit/feature.ts";
import type { Reading } from "excel-form";
import { draw } from "../../ui/root.ts";
import { applyCorrections, openDoubts, subjectOf } from "./corrections.ts";
import type { Corrections } from "./corrections.ts";
import type { ReturnMessages } from "./messages.ts";
import { isCancelled, workInSlices } from "../../ui/in-slices.ts";
import { loadReturnSource, returnedSteps } from "./read-returned.ts";
import type { ReturnSource } from "./read-returned.ts";
import type { ReturnPage, ReturnState } from "./return-page.ts";
import {
  compareReturned,
  firstChoice,
  planWrites,
  toggle,
} from "./view-model.ts";
import { renderReturn } from "./view.ts";
import { writeReturned } from "./write-returned.ts";

type Context = FeatureContext<ReturnMessages>;

type ReadFile = { readonly name: string; readonly reading: Reading };

/** Runs one dialog. */
const runReturn = (
  context: Context,
  root: HTMLElement,
  editionId: string,
  hrefOf: ReturnPage["hrefOf"],
  close: () => void,
) => {
  const { gateway, t } = context;
  let source: ReturnSource | null = null;
  let file: ReadFile | null = null;
  let society: string | null = null;
  let corrections: Corrections = new Map();
  let state: ReturnState = { kind: "loading" };
  let hasWritten = false;
  // A file that was given up must not be drawn over what came after it.
  let turn = 0;

  const show = (next: ReturnState): void => {
    state = next;
    draw(root, renderReturn(toPage()));
    // Move the focus here: the pressed button went with its step.
    if (!root.contains(document.activeElement)) root.focus();
  };

  const compare = (): void => {
    if (source === null) return;
    if (source.map.kind !== "ready") {
      show({ kind: source.map.kind });
      return;
    }
    if (file === null) {
      show({ kind: "waiting", error: null });
      return;
    }
    const { reading } = file;
    const entries = compareReturned({
      programme: context.programme,
      ...source.records,
      data: applyCorrections(reading, corrections),
      society,
    });
    const doubts = openDoubts(reading, corrections);
    show({
      kind: "compared",
      fileName: file.name,
      entries,
      doubts,
      notes: reading.findings.filter(({ level }) => level === "note"),
      choice: firstChoice(entries, new Set(doubts.map(subjectOf))),
      results: new Map(),
      progress: null,
    });
  };

  const load = async (): Promise<void> => {
    show({ kind: "loading" });
    try {
      const loaded = await loadReturnSource(gateway, editionId);
      source = loaded;
      compare();
    } catch (error) {
      console.error("suisen: returned form", error);
      show({ kind: "failed", error });
    }
  };

  const read = async (chosen: File): Promise<void> => {
    const known = source?.map;
    if (known?.kind !== "ready") return;
    turn += 1;
    const own = turn;
    const { name: fileName } = chosen;
    try {
      show({ kind: "reading", fileName, progress: { done: 0, total: 1 } });
      const bytes = new Uint8Array(await chosen.arrayBuffer());
      const reading = await workInSlices(returnedSteps(bytes, known), {
        isCancelled: () => own !== turn,
        onProgress: (progress) => show({ kind: "reading", fileName, progress }),
      });
      file = { name: chosen.name, reading };
      corrections = new Map();
      society = null;
      compare();
    } catch (error) {
      if (isCancelled(error)) return;
      console.error("suisen: returned form", error);
      show({ kind: "waiting", error });
    }
  };

  const write = async (): Promise<void> => {
    if (state.kind !== "compared" || source === null) return;
    const { entries, choice } = state;
    const compared = state;
    const writes = planWrites(entries, choice);
    const total = writes.length;
    hasWritten = true;
    show({ ...compared, progress: { done: 0, total } });
    const results = await writeReturned(
      gateway,
      source.records.edition,
      writes,
      (done) => show({ ...compared, progress: { done, total } }),
    );
    show({ ...compared, results, progress: null });
  };

  const toPage = (): ReturnPage => ({
    programme: context.programme,
    t,
    state,
    societies: source?.records.societies.map(({ name }) => name) ?? [],
    society,
    hrefOf,
    onFile: (chosen) => void read(chosen),
    onCorrect: (finding, correction) => {
      corrections = new Map([...corrections, [subjectOf(finding), correction]]);
      compare();
    },
    onSociety: (name) => {
      society = name;
      compare();
    },
    onToggle: (...names) => {
      if (state.kind === "compared") {
        show({ ...state, choice: toggle(state.choice, ...names) });
      }
    },
    onCancel: () => {
      turn += 1;
      compare();
    },
    onOtherFile: () => {
      file = null;
      // Compare with the values just written, too.
      if (hasWritten) void load();
      else compare();
    },
    onReload: () => void load(),
    onWrite: () => void write(),
    onClose: close,
  });

  return {
    load,
    /** Half-way through writing the dialog stays: it has to say how it ended. */
    mayClose: () => !(state.kind === "compared" && state.progress !== null),
    get hasWritten() {
      return hasWritten;
    },
  };
};

/** @returns true when something was written */
export const openReturn = async (
  context: Context,
  editionId: string,
): Promise<boolean> => {
  const { gateway, page, t } = context;
  const hrefOf = await page.fetchRecordHref(
    await gateway.requireAppId("nominations"),
  );
  const root = document.createElement("div");
  root.className = "suisen-root suisen-return-root";
  root.tabIndex = -1;
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", t("title"));
  let close = (): void => undefined;
  const run = runReturn(context, root, editionId, hrefOf, () => close());
  const dialog = await page.openDialog({
    title: t("title"),
    body: root,
    showOkButton: false,
    showCloseButton: true,
    beforeClose: () => run.mayClose(),
  });
  close = () => dialog.close();
  void run.load();
  await dialog.show();
  return run.hasWritten;
};
