import type { Programme } from "../programmes/index.ts";

/** Works a value out once for each programme. */
export const perProgramme = <T>(
  compute: (programme: Programme) => T,
): ((programme: Programme) => T) => {
  const known = new WeakMap<Programme, T>();
  return (programme) => {
    const found = known.get(programme);
    if (found !== undefined) return found;
    const made = compute(programme);
    known.set(programme, made);
    return made;
  };
};
