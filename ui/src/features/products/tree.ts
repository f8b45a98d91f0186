export interface Figures {
  revenue: number;
  views: number;
  order_lines: number;
}

export interface Branch extends Figures {
  /** The whole path, which is also the category's id. */
  path: string;
  name: string;
  depth: number;
  branches: Branch[];
}

const figures = ['revenue', 'views', 'order_lines'] as const;

/** A category id such as `Bath/Towels` is a path; what stands below a branch is part of it. The greatest revenue first. */
export function treeOf(rows: readonly (Figures & { category: string | null })[], none: string): Branch[] {
  const roots: Branch[] = [];
  for (const row of rows) {
    let level = roots;
    const parts = row.category === null ? [none] : row.category.split('/');
    parts.forEach((name, depth) => {
      const path = row.category === null ? '' : parts.slice(0, depth + 1).join('/');
      let branch = level.find((known) => known.path === path);
      if (branch === undefined) {
        branch = { path, name, depth, revenue: 0, views: 0, order_lines: 0, branches: [] };
        level.push(branch);
      }
      for (const figure of figures) branch[figure] += row[figure];
      level = branch.branches;
    });
  }
  return sorted(roots);
}

function sorted(branches: Branch[]): Branch[] {
  branches.sort((one, other) => other.revenue - one.revenue || one.name.localeCompare(other.name));
  branches.forEach((branch) => sorted(branch.branches));
  return branches;
}

/** The branches that show while some are open, in the order of the page. */
export function shown(branches: readonly Branch[], open: ReadonlySet<string>): Branch[] {
  return branches.flatMap((branch) => [branch, ...(open.has(branch.path) ? shown(branch.branches, open) : [])]);
}

/** The value in the middle; of none, zero. */
export function median(values: readonly number[]): number {
  const ordered = [...values].sort((one, other) => one - other);
  const middle = Math.floor(ordered.length / 2);
  if (ordered.length === 0) return 0;
  return ordered.length % 2 === 1 ? ordered[middle]! : (ordered[middle - 1]! + ordered[middle]!) / 2;
}
