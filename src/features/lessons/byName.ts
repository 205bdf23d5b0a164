// Files of a folder by their names, as `import.meta.glob` gives them by their paths.
export const byName = (files: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path.replace(/^.*\/([^/]+)\.md$/, '$1'), text]),
  );
