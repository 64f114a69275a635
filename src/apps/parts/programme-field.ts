import { text } from "../../app-kit/define-fields.ts";
import type { TextField } from "../../app-kit/field.ts";
import type { Programme } from "../../programmes/index.ts";

/**
 * Names the programme of the set of apps. The default value of the form says it
 * of the app, also where there is no record yet.
 */
export const programmeField = ({ id }: Pick<Programme, "id">): TextField =>
  text("制度ID", { defaultValue: id });
