import type { Card } from '#lib/catalog/schema.ts';

const chineseNames: Readonly<Record<string, string>> = {
  AI21: '以色列',
  Baidu: '百度 文心',
  BigScience: '大科学 开放科学',
  DeepMind: '深度思维',
  Google: '谷歌',
  'Hugging Face': '抱抱脸',
  Meta: '脸书',
  Microsoft: '微软',
  NVIDIA: '英伟达',
  'Peng Cheng': '鹏城实验室',
  SenseTime: '商汤',
  Stanford: '斯坦福',
  Tsinghua: '清华大学',
  Zhipu: '智谱',
  MIT: '麻省理工',
  'Bell Labs': '贝尔实验室',
};

const chineseTerms: Readonly<Record<string, string>> = {
  base: '基础模型 预训练',
  instruct: '指令微调 指示微调',
  chat: '对话模型 聊天',
  program: '程序',
  'decoder-only': '解码器',
  'encoder-decoder': '编码器 解码器',
  'encoder-only': '编码器',
  'multi-task': '多任务',
  rules: '规则 模式匹配',
  'n-gram': '元语法 统计',
  retrieval: '检索',
  en: 'english 英语 英文',
  zh: 'chinese 中文 汉语',
  ja: 'japanese 日语 日文',
  ko: 'korean 韩语 韩文',
  multilingual: '多语言',
  code: '代码',
};

/** Case, width and accents of letters do not count in a search. */
export function normalizeText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
}

/** All a search in the catalog looks into, in both languages. */
export function searchText(card: Card): string {
  const { verified, asStated } = card;
  const organisations = verified.organisation.value.join(' ');
  const terms = [card.kind, verified.architecture.value, ...verified.languages.value];
  const parts = [
    card.id,
    card.name,
    ...(card.aliases ?? []),
    organisations,
    ...Object.entries(chineseNames).flatMap(([name, chinese]) =>
      organisations.includes(name) ? chinese : [],
    ),
    ...terms.flatMap((term) => [term, chineseTerms[term] ?? '']),
    ...Object.values(asStated.cells ?? {}),
    card.remark?.en,
    card.remark?.['zh-CN'],
    ...verified.instructionMethod.value.flatMap((method) => [method.en, method['zh-CN']]),
    verified.licence.value.licence.en,
    verified.licence.value.licence['zh-CN'],
    verified.releaseDate.value,
    ...card.access.hubIds,
  ];
  return normalizeText(parts.filter(Boolean).join(' '));
}
