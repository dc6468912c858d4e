'use client';

import '#components/markdown/markdown.css';
import { memo, useDeferredValue, useMemo, useRef, useState } from 'react';
import { MarkdownBlock } from '#components/markdown/markdown-block.tsx';
import { withMathSigns } from '#components/markdown/math-signs.ts';
import { blocksOfWhole, createBlockSplitter } from '#components/markdown/split-blocks.ts';
import { useFocusableCode } from '#components/markdown/use-focusable-code.ts';

const blocksInGroup = 8;
/** Blocks of a stored answer that are drawn at once; the others follow when nothing else is to be done. */
const blocksAtFirst = 16;

type Props = { text: string; isStreaming: boolean };

/** Heavy: loaded through `Markdown`. While a text grows, only its last blocks are read and drawn anew. */
export function MarkdownView({ text, isStreaming }: Props) {
  const [split] = useState(createBlockSplitter);
  const blocks = useMemo(() => {
    const mended = withMathSigns(text);
    return isStreaming ? split(mended) : blocksOfWhole(mended, split);
  }, [text, isStreaming, split]);
  const shown = blocks.slice(0, useDeferredValue(Number.POSITIVE_INFINITY, blocksAtFirst));
  // The height of what has been drawn is known, so it can be left out of the work while it is out of sight.
  const [wasStreaming] = useState(isStreaming);
  const body = useRef<HTMLDivElement>(null);
  useFocusableCode(body, isStreaming);
  const groups = groupsOf(shown);
  return (
    <div ref={body} className="markdown">
      {groups.map((group, index) => (
        <BlockGroup
          // biome-ignore lint/suspicious/noArrayIndexKey: a text grows at its end, its parts are their positions
          key={index}
          blocks={group}
          isOpen={isStreaming && index === groups.length - 1}
          canSkip={wasStreaming && index < groups.length - 2}
        />
      ))}
    </div>
  );
}

function groupsOf(blocks: readonly string[]): string[][] {
  const count = Math.ceil(blocks.length / blocksInGroup);
  return Array.from({ length: count }, (_, index) =>
    blocks.slice(index * blocksInGroup, (index + 1) * blocksInGroup),
  );
}

type GroupProps = { blocks: readonly string[]; isOpen: boolean; canSkip: boolean };

/** A long answer is a list of a few groups, so that its growing costs the same at its end as at its beginning. */
const BlockGroup = memo(function BlockGroup({ blocks, isOpen, canSkip }: GroupProps) {
  return (
    <div className={canSkip ? 'markdown-group markdown-skip' : 'markdown-group'}>
      {blocks.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <MarkdownBlock key={index} text={text} isOpen={isOpen && index === blocks.length - 1} />
      ))}
    </div>
  );
}, isSameGroup);

function isSameGroup(one: GroupProps, other: GroupProps): boolean {
  return (
    one.isOpen === other.isOpen &&
    one.canSkip === other.canSkip &&
    one.blocks.length === other.blocks.length &&
    one.blocks.every((text, index) => text === other.blocks[index])
  );
}
