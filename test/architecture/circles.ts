/** One thing that needs another; files or folders. */
export type Edge = { readonly from: string; readonly to: string };

export const arrow = ({ from, to }: Edge): string => `${from} -> ${to}`;

/** Edges whose opposite is there too. */
export const mutualEdges = (edges: readonly Edge[]): Edge[] => {
  const known = new Set(edges.map(arrow));
  return edges.filter(({ from, to }) =>
    known.has(arrow({ from: to, to: from })),
  );
};

/** Circles, each as a path that ends where it begins. */
export const circlesOf = (edges: readonly Edge[]): string[] => {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) {
    targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const finished = new Set<string>();
  const circles: string[] = [];
  const visit = (node: string, path: readonly string[]): void => {
    const start = path.indexOf(node);
    if (start >= 0) circles.push([...path.slice(start), node].join(" -> "));
    if (start >= 0 || finished.has(node)) return;
    for (const next of targets.get(node) ?? []) visit(next, [...path, node]);
    finished.add(node);
  };
  for (const node of targets.keys()) visit(node, []);
  return circles;
};
