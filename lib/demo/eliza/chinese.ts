import type { Script } from '#lib/demo/eliza/engine.ts';

const mirrored: Readonly<Record<string, string>> = { 我: '你', 咱: '你', 你: '我', 您: '我' };

/** The patterns of a script in characters: a blank between any two, as the engine wants it. */
const spaced = (pattern: string) => [...pattern].join(' ');

const keyword = (key: string, rank: number, ...rules: readonly (readonly [string, readonly string[]])[]) => ({
  key: spaced(key),
  rank,
  rules: rules.map(([pattern, replies]) => ({ pattern: spaced(pattern), replies })),
});

/** A small script in Chinese, matched by the character. Every line is written for Baijia. */
export const chinese: Script = {
  split: (text) => text.match(/[a-zA-Z0-9]+|\p{Script=Han}/gu) ?? [],
  join: (words) =>
    words.join('').replace(/([a-zA-Z0-9])(?=\p{Script=Han})|(\p{Script=Han})(?=[a-zA-Z0-9])/gu, '$& '),
  clauseEnd: /[，。；：！？、\n,.;:!?（）“”"]+/,
  substitutions: {},
  reflect: (words) => words.map((word) => mirrored[word] ?? word),
  classes: {},
  keywords: [
    keyword('机器', 50, [
      '*',
      ['机器让你不安吗？', '怎么会想到机器？', '要是你正在和一台机器说话，要紧吗？'],
    ]),
    keyword('人工智能', 50, ['*', ['你觉得人工智能和你有什么关系？', '说到人工智能，你担心什么？']]),
    keyword('梦', 6, ['*', ['这个梦让你想到什么？', '你常做这样的梦吗？', '梦里有谁？']]),
    keyword('妈', 8, ['*', ['多说说你的母亲。', '你和她平时怎么相处？']]),
    keyword('母亲', 8, ['*', ['多说说你的母亲。', '你和她平时怎么相处？']]),
    keyword('爸', 8, ['*', ['多说说你的父亲。', '你和他平时怎么相处？']]),
    keyword('父亲', 8, ['*', ['多说说你的父亲。', '你和他平时怎么相处？']]),
    keyword('如果', 4, ['*如果*', ['你觉得$2有多大可能？', '你希望$2吗？', '要是没有呢？']]),
    keyword('因为', 3, ['*', ['这是真正的原因吗？', '还有别的原因吗？']]),
    keyword('总是', 3, ['*', ['能说一次具体的吗？', '真的总是这样吗？']]),
    keyword('难过', 5, ['*', ['听你这么说，我也不好受。从什么时候开始的？', '难过的时候，你会做什么？']]),
    keyword('开心', 5, ['*', ['是什么让你开心？', '你最近常这样开心吗？']]),
    keyword('累', 4, ['*', ['是什么让你这么累？', '有谁能替你分担吗？']]),
    keyword('害怕', 5, ['*', ['你最怕的是什么？', '害怕的时候，身边有谁？']]),
    {
      ...keyword('我的', 3, ['*我的*', ['你的$2？', '为什么说起你的$2？']]),
      memory: { pattern: spaced('*我的*'), replies: ['刚才你提到你的$2，再说说吧。', '我还记着你的$2。'] },
    },
    keyword('我想', 3, ['*我想*', ['为什么想$2？', '要是如愿了，接下来呢？', '你想$2，有多久了？']]),
    keyword('我要', 3, ['*我要*', ['非$2不可吗？', '$2对你意味着什么？']]),
    keyword('我不', 3, ['*我不*', ['为什么不$2？', '要是$2了会怎样？']]),
    keyword('我觉得', 4, ['*我觉得*', ['你真的觉得$2吗？', '是什么让你觉得$2？']]),
    keyword('我是', 3, ['*我是*', ['身为$2，你感觉怎样？', '你一直是$2吗？']]),
    keyword('你是', 3, ['*你是*', ['我是不是$2，为什么要紧？', '你希望我是$2吗？']]),
    keyword('你能', 3, ['*你能*', ['你希望我$2？', '这件事，你自己试过吗？']]),
    keyword('请', 2, ['*请*', ['在说$2之前：你今天怎么样？', '是什么让你想到$2？']]),
    keyword('写', 1, ['*', ['要是我写了，你会拿它做什么？', '不如一起写，你来开头？']]),
    keyword('解释', 2, ['*解释*', ['是什么让你想到$2？', '你自己怎么看$2？']]),
    ...['为什么', '什么', '怎么', '如何', '谁', '吗'].map((word) =>
      keyword(word, 1, [
        '*',
        ['你为什么问这个？', '你最想听到怎样的回答？', '你自己怎么看？', '这个问题常常浮现吗？'],
      ]),
    ),
    keyword('你好', 4, ['*', ['你好。今天想聊点什么？', '又见面了。上次说到哪儿了？']]),
    keyword('谢谢', 2, ['*', ['是你自己说出来的。接下来呢？']]),
    keyword('再见', 2, ['*', ['再见。想说话的时候再来。']]),
    keyword('我', 0, ['*我*', ['多说说你自己。', '你说你$2，是这样吗？']]),
    keyword('你', 0, ['*', ['我们说的是你，不是我。', '还是说说你吧。']]),
  ],
  fallbacks: [
    '请接着说。',
    '我不太明白，能换个说法吗？',
    '这对你意味着什么？',
    '说起这件事，你心里怎样？',
    '有意思，再多说一点。',
  ],
};
