import { findCard } from '#lib/catalog/cards.ts';
import type { Card } from '#lib/catalog/schema.ts';

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

function openText(open: boolean | string): Record<Language, string> {
  if (typeof open === 'string') return same(open);
  return open ? { en: 'weights open', zh: '权重开放' } : { en: 'weights not open', zh: '权重未开放' };
}

/** Everything the librarian can say about a card, in the order of `topics`. */
export function factsOf(card: Card): Fact[] {
  const { verified: facts, access } = card;
  const open = openText(facts.licence.value.weightsOpen);
  const unknown = { en: 'not published', zh: '未公布' };
  const sizes = facts.parameters.value.map(sizeText).join(', ');
  const tokens = facts.trainingTokens.value
    .map(
      ({ tokensB, appliesTo, meaning }) =>
        `${tokensB === null ? '' : `${tokensB}B, `}${meaning} (${appliesTo})`,
    )
    .join('; ');
  const note = (text: string | undefined) => (text ? ` (${text})` : '');
  const values: Partial<Record<Topic, Record<Language, string>>> = {
    maker: same(facts.organisation.value.join(', ')),
    date: same(`${facts.releaseDate.value ?? '?'}${note(facts.releaseDate.note)}`),
    size: sizes ? same(sizes + note(facts.parameters.note)) : unknown,
    data: tokens ? same(tokens) : unknown,
    architecture: same(facts.architecture.value + note(facts.architecture.note)),
    licence: {
      en: `${facts.licence.value.licence}; ${open.en}`,
      zh: `${facts.licence.value.licence}；${open.zh}`,
    },
    access: same(access.today),
    languages: same(facts.languages.value.join(', ') + note(facts.languages.note)),
    prompt: same(card.promptFormat.description),
  };
  const parents = [
    ...facts.basedOn.value.map((id) => findCard(id)?.name ?? id),
    ...(facts.basedOn.external ? [facts.basedOn.external] : []),
  ];
  if (parents.length > 0) values.base = same(parents.join(', ') + note(facts.basedOn.note));
  if (facts.instructionMethod.value.length > 0)
    values.method = same(facts.instructionMethod.value.join('; '));
  else if (facts.instructionMethod.note) values.method = same(facts.instructionMethod.note);
  if (facts.contextWindow)
    values.window = same(`${facts.contextWindow.value.join(', ')} tokens${note(facts.contextWindow.note)}`);
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
