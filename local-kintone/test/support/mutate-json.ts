/** Path into a JSON value. */
export type Path = Array<string | number>;
export const pathsOf = (value: unknown, at: Path = []): Path[] => {
  if (typeof value !== "object" || value === null) return [at];
  return [
    at,
    ...Object.entries(value).flatMap(([key, member]) =>
      pathsOf(member, [...at, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
};

export type Mutation = {
  at: number;
  kind: "replace" | "remove" | "rename" | "double";
  value: unknown;
};
/** The same value with something else at one place. */
export const mutate = (
  body: unknown,
  path: Path,
  change: Mutation,
): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return change.kind === "replace" ? change.value : body;
  if (Array.isArray(body)) {
    const list = [...(body as unknown[])];
    const index = Number(key);
    if (rest.length === 0 && change.kind === "remove") list.splice(index, 1);
    else if (rest.length === 0 && change.kind === "double")
      list.push(list[index]);
    else list[index] = mutate(list[index], rest, change);
    return list;
  }
  const entries = Object.entries(body as object).flatMap(
    ([name, member]): Array<[string, unknown]> => {
      if (name !== key) return [[name, member]];
      if (rest.length > 0) return [[name, mutate(member, rest, change)]];
      if (change.kind === "remove") return [];
      if (change.kind === "rename") return [[String(change.value), member]];
      return [[name, change.kind === "replace" ? change.value : member]];
    },
  );
  return Object.fromEntries(entries);
};
