/**
 * Strongly connected components of a directed graph (Tarjan 1972, without recursion).
 * @param edges for each node the nodes it points to.
 * @returns for each node the number of its component.
 */
export function strongComponents(edges: readonly (readonly number[])[]): number[] {
  const order = new Array<number>(edges.length).fill(-1);
  const low = new Array<number>(edges.length).fill(0);
  const component = new Array<number>(edges.length).fill(-1);
  const open: number[] = [];
  let visited = 0;
  let components = 0;

  const enter = (node: number) => {
    order[node] = visited;
    low[node] = visited;
    visited += 1;
    open.push(node);
    return { node, next: 0 };
  };
  const value = (list: readonly number[], node: number) => list[node] as number;

  for (const root of edges.keys()) {
    if (order[root] !== -1) continue;
    const path = [enter(root)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { node } = top;
      const target = edges[node]?.[top.next];
      top.next += 1;
      if (target !== undefined) {
        if (order[target] === -1) path.push(enter(target));
        else if (component[target] === -1) low[node] = Math.min(value(low, node), value(order, target));
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.node;
      if (parent !== undefined) low[parent] = Math.min(value(low, parent), value(low, node));
      if (low[node] !== order[node]) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        component[member] = components;
        if (member === node) break;
      }
      components += 1;
    }
  }
  return component;
}
