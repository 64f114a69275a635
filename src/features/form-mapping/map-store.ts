import type { FeatureContext } from "../../feature-kit/feature.ts";
import type { Form, ReportMap } from "excel-form";
import type { SaveState } from "./mapping-page.ts";
import type { MappingMessages } from "./messages.ts";
import { saveMap, toSavedMap } from "./save-map.ts";
import type { EditionBase, SaveOutcome } from "./save-map.ts";

type Context = Pick<FeatureContext<MappingMessages>, "gateway">;

type Options = {
  readonly form: Form;
  readonly base: EditionBase;
  /** The revision of the stored map; 0 when there is none. */
  readonly revision: number;
  readonly onChange: () => void;
};

/** Keeps the map in the edition's record. */
export type MapStore = {
  readonly state: SaveState;
  /** The revision of the stored map; 0 when there is none. */
  readonly revision: number;
  readonly base: EditionBase;
  /** @returns the map as it was stored; null when it was not, and `state` says why */
  save(map: ReportMap): Promise<ReportMap | null>;
  /** The map has changed since. */
  forget(): void;
};

export const createMapStore = (
  context: Context,
  { form, onChange, ...first }: Options,
): MapStore => {
  let { base, revision } = first;
  let state: SaveState = { kind: "idle" };

  const settle = (outcome: SaveOutcome, map: ReportMap): ReportMap | null => {
    ({ base } = outcome);
    if (outcome.kind === "conflict") {
      state = outcome;
      return null;
    }
    ({ revision } = map);
    state = { kind: "saved" };
    return map;
  };

  const fail = (error: unknown): null => {
    console.error("suisen: map", error);
    state = { kind: "failed", error };
    return null;
  };

  return {
    get state() {
      return state;
    },
    get revision() {
      return revision;
    },
    get base() {
      return base;
    },
    save: async (map) => {
      const next = toSavedMap(form, map, {
        revision,
        formName: base.file.name,
      });
      state = { kind: "saving" };
      onChange();
      try {
        return settle(await saveMap(context, base, next), next);
      } catch (error) {
        return fail(error);
      }
    },
    forget: () => {
      if (state.kind !== "saving") state = { kind: "idle" };
    },
  };
};
