'use client';

import '#components/markdown/markdown.css';
import { useTranslations } from 'next-intl';
import {
  type ComponentProps,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import { harden } from 'rehype-harden';
import {
  type Components,
  defaultRehypePlugins,
  defaultRemarkPlugins,
  type ExtraProps,
  Streamdown,
} from 'streamdown';
import { ExternalLink } from '#components/markdown/external-link.tsx';
import { htmlAsText } from '#components/markdown/html-as-text.ts';
import { imagesAsLinks } from '#components/markdown/images-as-links.ts';
import { askForPlugins, markdownPlugins } from '#components/markdown/markdown-plugins.ts';
import { withMathSigns } from '#components/markdown/math-signs.ts';
import { useFocusableCode } from '#components/markdown/use-focusable-code.ts';

const remarkPlugins = [...Object.values(defaultRemarkPlugins), htmlAsText, imagesAsLinks];

const rehypePlugins = [
  ...['raw', 'sanitize'].map((name) => defaultRehypePlugins[name] ?? fail(name)),
  [
    harden,
    {
      allowedImagePrefixes: [],
      allowDataImages: false,
      imageBlockPolicy: 'text-only',
      allowedLinkPrefixes: ['*'],
      allowedProtocols: ['http:', 'https:', 'mailto:'],
      linkBlockPolicy: 'text-only',
    },
  ] satisfies [typeof harden, Parameters<typeof harden>[0]],
];

/** A later Streamdown without its sanitiser must not start at all. */
function fail(name: string): never {
  throw new Error(`streamdown has no ${name} plugin`);
}

function ScrollingTable({ node: _, ...rest }: ComponentProps<'table'> & ExtraProps) {
  const t = useTranslations('lane');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="markdown-table" tabIndex={0} aria-label={t('table')}>
      <table {...rest} />
    </section>
  );
}

const components: Components = {
  a: ({ href, children }) => <ExternalLink href={href}>{children}</ExternalLink>,
  img: ({ alt }) => <span>{alt}</span>,
  table: ScrollingTable,
};

const controls = {
  code: { copy: true, download: false },
  table: false,
  mermaid: false,
  image: false,
} as const;

type Props = { text: string; isStreaming: boolean };

/** Heavy: loaded through `Markdown`. Renders behind what the person does; only the last block is read anew. */
export function MarkdownView({ text, isStreaming }: Props) {
  const t = useTranslations('lane');
  const deferred = useDeferredValue(text);
  const mended = useMemo(() => withMathSigns(deferred), [deferred]);
  const plugins = useSyncExternalStore(
    markdownPlugins.subscribe,
    markdownPlugins.get,
    markdownPlugins.getOnServer,
  );
  const translations = useMemo(() => ({ copyCode: t('copyCode'), copied: t('copied') }), [t]);
  useEffect(() => askForPlugins(mended), [mended]);
  const body = useRef<HTMLDivElement>(null);
  useFocusableCode(body, isStreaming);
  return (
    <div ref={body} className="contents">
      <Streamdown
        className="markdown"
        dir="auto"
        mode="streaming"
        isAnimating={isStreaming}
        parseIncompleteMarkdown={isStreaming}
        remarkPlugins={remarkPlugins}
        rehypePlugins={rehypePlugins}
        components={components}
        controls={controls}
        plugins={plugins}
        lineNumbers={false}
        codeBlockMaxHeight={0}
        linkSafety={linkSafety}
        translations={translations}
      >
        {mended}
      </Streamdown>
    </div>
  );
}

/** Streamdown's own dialog is not used: ExternalLink asks. */
const linkSafety = { enabled: false };
