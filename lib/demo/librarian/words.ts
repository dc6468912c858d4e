import type { Language, Topic } from '#lib/demo/librarian/facts.ts';

type Words = {
  topics: Readonly<Record<Topic, string>>;
  separator: string;
  found(count: number): string;
  more(count: number): string;
  source: string;
  card: string;
  unknown: string;
  examples: readonly string[];
};

/** What the librarian itself says; the facts come from the cards. */
export const words: Readonly<Record<Language, Words>> = {
  en: {
    topics: {
      maker: 'Made by',
      date: 'Released',
      size: 'Parameters',
      data: 'Training data',
      base: 'Based on',
      method: 'Training method',
      architecture: 'Architecture',
      licence: 'Licence',
      access: 'Access today',
      window: 'Context window',
      languages: 'Languages',
      prompt: 'Prompt format',
      difference: 'Where the source document differs',
      remark: 'Worth knowing',
    },
    separator: ': ',
    found: (count) => `The catalog has ${count} matching cards.`,
    more: (count) => `And ${count} more.`,
    source: 'Source',
    card: 'Card',
    unknown: 'I found no card for that. I only know this catalog of language models. You could ask:',
    examples: [
      'Who made BLOOM?',
      'How many tokens was Chinchilla trained on?',
      'Which models are based on LLaMA?',
    ],
  },
  zh: {
    topics: {
      maker: '机构',
      date: '发布时间',
      size: '参数规模',
      data: '训练数据',
      base: '基于',
      method: '训练方法',
      architecture: '架构',
      licence: '许可',
      access: '现在怎么用',
      window: '上下文窗口',
      languages: '语言',
      prompt: '提示格式',
      difference: '与原始文档的出入',
      remark: '值得一提',
    },
    separator: '：',
    found: (count) => `图鉴里有 ${count} 张相关卡片。`,
    more: (count) => `另有 ${count} 张。`,
    source: '来源',
    card: '卡片',
    unknown: '没有找到相关的卡片。我只了解这本语言模型图鉴，可以这样问：',
    examples: ['BLOOM 是谁做的？', 'Chinchilla 用了多少训练数据？', '哪些模型基于 LLaMA？'],
  },
};
