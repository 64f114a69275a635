import { changeSteps } from "../../rooms/records/change-history.ts";
import type { ChangeStep } from "../../rooms/records/change-history.ts";
import { createRenderer } from "../../rooms/records/render.ts";
import { findViewable } from "../../rooms/rights/scope.ts";
import type { Scope } from "../../rooms/rights/scope.ts";
import { plainNumber } from "../../ground/plain.ts";
import { scopeOf } from "./route-context.ts";
import type { Route } from "./route-context.ts";

const personOf = (scope: Scope, code: string) => ({
  code,
  name: scope.site.store.users.get(code)?.name ?? code,
});

/** A change as far as the user may see the fields; the rest of it is not mentioned. */
const shownChange = (scope: Scope, { change, before, after }: ChangeStep) => {
  const render = createRenderer(scope, change.codes);
  const old = render(before);
  const fields = Object.entries(render(after)).map(([code, { value }]) => ({
    code,
    before: old[code]?.value ?? null,
    after: value,
  }));
  return {
    revision: change.revision,
    changedAt: change.changedAt,
    changedBy: personOf(scope, change.changedBy),
    fields,
  };
};

/** Changes of a record since it was added, newest first. */
export const readChanges: Route = (context) => {
  const scope = scopeOf(context);
  const record = findViewable(scope, plainNumber(context.params.record));
  return {
    created: {
      at: record.createdAt,
      by: personOf(scope, record.creator),
    },
    changes: changeSteps(record)
      .map((step) => shownChange(scope, step))
      .filter(({ fields }) => fields.length > 0),
  };
};
