// What is always fetched together in one file. Left to itself, the bundler cuts it into dozens wherever a part that is fetched
// later shares a module with it, for which every visit would pay in requests, and in bytes, since small files compress badly.

interface ModuleFacts {
  readonly importedIds: readonly string[];
}
interface Graph {
  getModuleInfo(id: string): ModuleFacts | null;
}

/** Modules that come with these: they, and what is imported from the start, however far. */
export function comesWith(ids: readonly string[], graph: Graph): ReadonlySet<string> {
  const found = new Set<string>();
  const open = ids.filter((id) => graph.getModuleInfo(id));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(graph.getModuleInfo(next)?.importedIds ?? []));
  }
  return found;
}

/**
 * A group of the bundler's code splitting: what comes with a module, in one file.
 * @param name of the file
 * @param id of the module; a build without it has no such file
 * @param apart modules that are fetched without it, too: what comes with them stays with them
 */
export function wholeChunk(name: string, id: string, apart: readonly string[]) {
  let known: { readonly graph: Graph; readonly ids: ReadonlySet<string> } | undefined;
  function idsIn(graph: Graph): ReadonlySet<string> {
    const others = comesWith(apart, graph);
    return new Set([...comesWith([id], graph)].filter((one) => !others.has(one)));
  }
  return {
    debugName: name,
    includeDependenciesRecursively: false,
    name(module: string, graph: Graph): string | null {
      // Worked out once for each build.
      if (known?.graph !== graph) known = { graph, ids: idsIn(graph) };
      return known.ids.has(module) ? name : null;
    },
  };
}
