import { findCard } from '#lib/catalog/cards.ts';
import type { BothLanguages, Card } from '#lib/catalog/schema.ts';

type TrainingTokens = Card['verified']['trainingTokens']['value'][number];

export type Language = 'en' | 'zh';

export const topics = [
  'maker',
  'date',
  'size',
  'data',
  'base',
  'method',
  'architecture',
  'licence',
  'access',
  'window',
  'languages',
  'prompt',
  'difference',
  'remark',
] as const;
export type Topic = (typeof topics)[number];

/** One thing that a card says; `value` in both languages is what the answer prints. */
export type Fact = { card: Card; topic: Topic; value: Readonly<Record<Language, string>> };

/** Words with which people ask for a topic; they are found with it, never printed. */
export const askedWith: Readonly<Record<Topic, string>> = {
  maker:
    'who made makes built created developed maker company organisation lab 谁 谁做的 谁开发 谁发布 机构 公司 研发 出品 开发者',
  date: 'when date released release year announced published old 什么时候 何时 哪年 发布时间 年份 日期 推出',
  size: 'big size parameters large many billion weights 多大 规模 参数 多少参数 参数量',
  data: 'tokens training data corpus 训练数据 语料 多少词元 训练量',
  base: 'based base derived parent foundation built 基于 基础模型 基座 底座 来自 衍生',
  method:
    'trained instruction tuning method rlhf fine-tuned reinforcement human feedback 训练方法 指令微调 怎么训练 如何训练 强化学习 人类反馈',
  architecture: 'architecture structure transformer kind 架构 结构 模型结构',
  licence: 'licence license open source free commercial use allowed 许可 许可证 协议 开源 商用 能否商用',
  access:
    'run use try download access available today shut down retired where hub api weights 怎么用 哪里 下载 运行 还能用 下线 停用 获取',
  window: 'context window length long input 上下文 窗口 长度 多长',
  languages: 'language languages speaks multilingual 语言 多语言 哪些语言',
  prompt: 'prompt format template chat messages 提示 提示词 模板 格式',
  difference:
    'wrong error mistake differ difference discrepancy stated source document 错误 差异 不符 出入 原文',
  remark: 'special unusual known interesting 特点 特别 有名',
};

const sizeText = (billions: number) => (billions < 1 ? `${Math.round(billions * 1000)}M` : `${billions}B`);
const same = (text: string) => ({ en: text, zh: text });

/** A text of a card as the librarian keeps it. */
const both = (text: BothLanguages) => ({ en: text.en, zh: text['zh-CN'] });

function openText(open: boolean | BothLanguages): Record<Language, string> {
  if (typeof open === 'object') return both(open);
  return open ? { en: 'weights open', zh: '权重开放' } : { en: 'weights not open', zh: '权重未开放' };
}

/** The value with what is noted of it in brackets. */
function withNote(
  value: Record<Language, string>,
  note: BothLanguages | undefined,
): Record<Language, string> {
  if (!note) return value;
  return { en: `${value.en} (${note.en})`, zh: `${value.zh}（${note['zh-CN']}）` };
}

function joined(texts: readonly Record<Language, string>[]): Record<Language, string> {
  return { en: texts.map(({ en }) => en).join('; '), zh: texts.map(({ zh }) => zh).join('；') };
}

function tokensText({ tokensB, appliesTo, meaning }: TrainingTokens): Record<Language, string> {
  const count = tokensB === null ? '' : `${tokensB}B`;
  return {
    en: `${count && `${count}, `}${meaning.en} (${appliesTo.en})`,
    zh: `${count && `${count}，`}${meaning['zh-CN']}（${appliesTo['zh-CN']}）`,
  };
}

/** Everything the librarian can say about a card, in the order of `topics`. */
export function factsOf(card: Card): Fact[] {
  const { verified: facts, access } = card;
  const open = openText(facts.licence.value.weightsOpen);
  const unknown = { en: 'not published', zh: '未公布' };
  const sizes = facts.parameters.value.map(sizeText).join(', ');
  const data = [
    ...(facts.trainingData?.value.map(both) ?? []),
    ...facts.trainingTokens.value.map(tokensText),
  ];
  const values: Partial<Record<Topic, Record<Language, string>>> = {
    maker: same(facts.organisation.value.join(', ')),
    date: withNote(same(facts.releaseDate.value ?? '?'), facts.releaseDate.note),
    size: sizes ? withNote(same(sizes), facts.parameters.note) : unknown,
    data: data.length > 0 ? joined(data) : unknown,
    architecture: withNote(same(facts.architecture.value), facts.architecture.note),
    licence: joined([both(facts.licence.value.licence), open]),
    access: both(access.today),
    languages: withNote(same(facts.languages.value.join(', ')), facts.languages.note),
    prompt: both(card.promptFormat.description),
  };
  const parents = [
    ...facts.basedOn.value.map((id) => findCard(id)?.name ?? id),
    ...(facts.basedOn.external ? [facts.basedOn.external] : []),
  ];
  if (parents.length > 0) values.base = withNote(same(parents.join(', ')), facts.basedOn.note);
  if (facts.instructionMethod.value.length > 0)
    values.method = joined(facts.instructionMethod.value.map(both));
  else if (facts.instructionMethod.note) values.method = both(facts.instructionMethod.note);
  if (facts.contextWindow)
    values.window = withNote(
      same(`${facts.contextWindow.value.join(', ')} tokens`),
      facts.contextWindow.note,
    );
  if (card.discrepancies.length > 0) {
    values.difference = {
      en: card.discrepancies.map((sentence) => sentence.en).join(' '),
      zh: card.discrepancies.map((sentence) => sentence['zh-CN']).join(''),
    };
  }
  if (card.remark) values.remark = { en: card.remark.en, zh: card.remark['zh-CN'] };
  return topics.flatMap((topic) => {
    const value = values[topic];
    return value ? [{ card, topic, value }] : [];
  });
}
