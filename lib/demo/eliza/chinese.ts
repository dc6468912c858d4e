import type { Script } from '#lib/demo/eliza/engine.ts';
import { parseKeywords } from '#lib/demo/eliza/parse-keywords.ts';

const mirrored: Readonly<Record<string, string>> = { 我: '你', 咱: '你', 你: '我', 您: '我' };

/** The patterns of a script in characters: a blank between any two, as the engine wants it. */
const spaced = (pattern: string) => [...pattern].join(' ');

const keywords = parseKeywords(
  `
50 机器
  * -> 机器让你不安吗？ | 怎么会想到机器？ | 要是你正在和一台机器说话，要紧吗？
50 人工智能
  * -> 你觉得人工智能和你有什么关系？ | 说到人工智能，你担心什么？
6 梦
  * -> 这个梦让你想到什么？ | 你常做这样的梦吗？ | 梦里有谁？
8 妈, 母亲
  * -> 多说说你的母亲。 | 你和她平时怎么相处？
8 爸, 父亲
  * -> 多说说你的父亲。 | 你和他平时怎么相处？
4 如果
  *如果* -> 你觉得$2有多大可能？ | 你希望$2吗？ | 要是没有呢？
3 因为
  * -> 这是真正的原因吗？ | 还有别的原因吗？
3 总是
  * -> 能说一次具体的吗？ | 真的总是这样吗？
5 难过
  * -> 听你这么说，我也不好受。从什么时候开始的？ | 难过的时候，你会做什么？
5 开心
  * -> 是什么让你开心？ | 你最近常这样开心吗？
4 累
  * -> 是什么让你这么累？ | 有谁能替你分担吗？
5 害怕
  * -> 你最怕的是什么？ | 害怕的时候，身边有谁？
3 我的
  *我的* -> 你的$2？ | 为什么说起你的$2？
  memory *我的* -> 刚才你提到你的$2，再说说吧。 | 我还记着你的$2。
3 我想
  *我想* -> 为什么想$2？ | 要是如愿了，接下来呢？ | 你想$2，有多久了？
3 我要
  *我要* -> 非$2不可吗？ | $2对你意味着什么？
3 我不
  *我不* -> 为什么不$2？ | 要是$2了会怎样？
4 我觉得
  *我觉得* -> 你真的觉得$2吗？ | 是什么让你觉得$2？
3 我是
  *我是* -> 身为$2，你感觉怎样？ | 你一直是$2吗？
3 你是
  *你是* -> 我是不是$2，为什么要紧？ | 你希望我是$2吗？
3 你能
  *你能* -> 你希望我$2？ | 这件事，你自己试过吗？
2 请
  *请* -> 在说$2之前：你今天怎么样？ | 是什么让你想到$2？
1 写
  * -> 要是我写了，你会拿它做什么？ | 不如一起写，你来开头？
2 解释
  *解释* -> 是什么让你想到$2？ | 你自己怎么看$2？
1 为什么, 什么, 怎么, 如何, 谁, 吗
  * -> 你为什么问这个？ | 你最想听到怎样的回答？ | 你自己怎么看？ | 这个问题常常浮现吗？
4 你好
  * -> 你好。今天想聊点什么？ | 又见面了。上次说到哪儿了？
2 谢谢
  * -> 是你自己说出来的。接下来呢？
2 再见
  * -> 再见。想说话的时候再来。
0 我
  *我* -> 多说说你自己。 | 你说你$2，是这样吗？
0 你
  * -> 我们说的是你，不是我。 | 还是说说你吧。
`,
  spaced,
);

/** A small script in Chinese, matched by the character. Every line is written for Baijia. */
export const chinese: Script = {
  split: (text) => text.match(/[a-zA-Z0-9]+|\p{Script=Han}/gu) ?? [],
  join: (words) =>
    words.join('').replace(/([a-zA-Z0-9])(?=\p{Script=Han})|(\p{Script=Han})(?=[a-zA-Z0-9])/gu, '$& '),
  clauseEnd: /[，。；：！？、\n,.;:!?（）“”"]+/,
  substitutions: {},
  reflect: (words) => words.map((word) => mirrored[word] ?? word),
  classes: {},
  keywords,
  fallbacks: [
    '请接着说。',
    '我不太明白，能换个说法吗？',
    '这对你意味着什么？',
    '说起这件事，你心里怎样？',
    '有意思，再多说一点。',
  ],
};
