'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, memo, useMemo } from 'react';
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
import { useMarkdownPlugins } from '#components/markdown/markdown-plugins.ts';
import { OpenCode } from '#components/markdown/open-code.tsx';
import { findOpenFence } from '#components/markdown/open-fence.ts';

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

/** Streamdown's own dialog is not used: ExternalLink asks. */
const linkSafety = { enabled: false };

const asOneBlock = (text: string) => [text];

type Props = { text: string; isOpen: boolean };

/** One block of an answer. It is read again only while it is open, that is, the last of an answer that goes on. */
export const MarkdownBlock = memo(function MarkdownBlock({ text, isOpen }: Props) {
  const t = useTranslations('lane');
  const plugins = useMarkdownPlugins(text);
  const translations = useMemo(() => ({ copyCode: t('copyCode'), copied: t('copied') }), [t]);
  const fence = isOpen ? findOpenFence(text) : null;
  const className = headingStart.test(text) ? 'markdown-block markdown-heading' : 'markdown-block';
  if (fence) return <OpenCode className={className} {...fence} />;
  return (
    <Streamdown
      className={className}
      dir="auto"
      mode="streaming"
      parseIncompleteMarkdown={isOpen}
      parseMarkdownIntoBlocksFn={asOneBlock}
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
      {text}
    </Streamdown>
  );
});

const headingStart = /^ {0,3}#{1,3}[ \t]/;
