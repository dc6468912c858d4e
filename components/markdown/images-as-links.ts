type Node = {
  type: string;
  alt?: string | null;
  url?: string;
  value?: string;
  children?: Node[];
};

function mend(node: Node, isInLink: boolean): void {
  if (node.type === 'image') {
    const label: Node = { type: 'text', value: `🖼 ${node.alt || node.url || ''}` };
    if (isInLink) Object.assign(node, label);
    else Object.assign(node, { type: 'link', children: [label] });
    return;
  }
  for (const child of node.children ?? []) mend(child, isInLink || node.type === 'link');
}

/**
 * A remark plugin: an image becomes a link to it. Loading it would tell a stranger that, when and where the answer
 * is being read, and can carry words of the conversation out in its address.
 */
export function imagesAsLinks() {
  return (tree: Node) => mend(tree, false);
}
