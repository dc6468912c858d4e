// Written by build-index.ts.
import cardAda from '#lib/catalog/cards/ada.json' with { type: 'json' };
import cardAlpaca from '#lib/catalog/cards/alpaca.json' with { type: 'json' };
import cardBabbage from '#lib/catalog/cards/babbage.json' with { type: 'json' };
import cardBard from '#lib/catalog/cards/bard.json' with { type: 'json' };
import cardBert from '#lib/catalog/cards/bert.json' with { type: 'json' };
import cardBloom from '#lib/catalog/cards/bloom.json' with { type: 'json' };
import cardBloomz from '#lib/catalog/cards/bloomz.json' with { type: 'json' };
import cardChatglm from '#lib/catalog/cards/chatglm.json' with { type: 'json' };
import cardChatgpt from '#lib/catalog/cards/chatgpt.json' with { type: 'json' };
import cardChinchilla from '#lib/catalog/cards/chinchilla.json' with { type: 'json' };
import cardChineseAlpacaLora from '#lib/catalog/cards/chinese-alpaca-lora.json' with { type: 'json' };
import cardChineseVicuna from '#lib/catalog/cards/chinese-vicuna.json' with { type: 'json' };
import cardCodeCushman001 from '#lib/catalog/cards/code-cushman-001.json' with { type: 'json' };
import cardCodeDavinci001 from '#lib/catalog/cards/code-davinci-001.json' with { type: 'json' };
import cardCodeDavinci002 from '#lib/catalog/cards/code-davinci-002.json' with { type: 'json' };
import cardCodex from '#lib/catalog/cards/codex.json' with { type: 'json' };
import cardCurie from '#lib/catalog/cards/curie.json' with { type: 'json' };
import cardDavinci from '#lib/catalog/cards/davinci.json' with { type: 'json' };
import cardDavinciInstructBeta from '#lib/catalog/cards/davinci-instruct-beta.json' with { type: 'json' };
import cardEliza from '#lib/catalog/cards/eliza.json' with { type: 'json' };
import cardErnie30Titan from '#lib/catalog/cards/ernie-3-0-titan.json' with { type: 'json' };
import cardErnieBot from '#lib/catalog/cards/ernie-bot.json' with { type: 'json' };
import cardFlan from '#lib/catalog/cards/flan.json' with { type: 'json' };
import cardFlanPalm from '#lib/catalog/cards/flan-palm.json' with { type: 'json' };
import cardGlm130b from '#lib/catalog/cards/glm-130b.json' with { type: 'json' };
import cardGopher from '#lib/catalog/cards/gopher.json' with { type: 'json' };
import cardGpt1 from '#lib/catalog/cards/gpt-1.json' with { type: 'json' };
import cardGpt2 from '#lib/catalog/cards/gpt-2.json' with { type: 'json' };
import cardGpt3 from '#lib/catalog/cards/gpt-3.json' with { type: 'json' };
import cardGpt35 from '#lib/catalog/cards/gpt-3-5.json' with { type: 'json' };
import cardGpt4 from '#lib/catalog/cards/gpt-4.json' with { type: 'json' };
import cardInstructgpt from '#lib/catalog/cards/instructgpt.json' with { type: 'json' };
import cardJapaneseAlpacaLora from '#lib/catalog/cards/japanese-alpaca-lora.json' with { type: 'json' };
import cardJurassic1 from '#lib/catalog/cards/jurassic-1.json' with { type: 'json' };
import cardKoalpaca from '#lib/catalog/cards/koalpaca.json' with { type: 'json' };
import cardLamda from '#lib/catalog/cards/lamda.json' with { type: 'json' };
import cardLibrarian from '#lib/catalog/cards/librarian.json' with { type: 'json' };
import cardLlama from '#lib/catalog/cards/llama.json' with { type: 'json' };
import cardMtNlg from '#lib/catalog/cards/mt-nlg.json' with { type: 'json' };
import cardMt0 from '#lib/catalog/cards/mt0.json' with { type: 'json' };
import cardMt5 from '#lib/catalog/cards/mt5.json' with { type: 'json' };
import cardOpt from '#lib/catalog/cards/opt.json' with { type: 'json' };
import cardPalm from '#lib/catalog/cards/palm.json' with { type: 'json' };
import cardShannon from '#lib/catalog/cards/shannon.json' with { type: 'json' };
import cardT0 from '#lib/catalog/cards/t0.json' with { type: 'json' };
import cardT5 from '#lib/catalog/cards/t5.json' with { type: 'json' };
import cardTextDavinci001 from '#lib/catalog/cards/text-davinci-001.json' with { type: 'json' };
import cardTextDavinci002 from '#lib/catalog/cards/text-davinci-002.json' with { type: 'json' };
import cardTextDavinci003 from '#lib/catalog/cards/text-davinci-003.json' with { type: 'json' };

/** Every file of cards/, not yet checked. */
export const cardFiles: readonly unknown[] = [
  cardAda,
  cardAlpaca,
  cardBabbage,
  cardBard,
  cardBert,
  cardBloom,
  cardBloomz,
  cardChatglm,
  cardChatgpt,
  cardChinchilla,
  cardChineseAlpacaLora,
  cardChineseVicuna,
  cardCodeCushman001,
  cardCodeDavinci001,
  cardCodeDavinci002,
  cardCodex,
  cardCurie,
  cardDavinci,
  cardDavinciInstructBeta,
  cardEliza,
  cardErnie30Titan,
  cardErnieBot,
  cardFlan,
  cardFlanPalm,
  cardGlm130b,
  cardGopher,
  cardGpt1,
  cardGpt2,
  cardGpt3,
  cardGpt35,
  cardGpt4,
  cardInstructgpt,
  cardJapaneseAlpacaLora,
  cardJurassic1,
  cardKoalpaca,
  cardLamda,
  cardLibrarian,
  cardLlama,
  cardMtNlg,
  cardMt0,
  cardMt5,
  cardOpt,
  cardPalm,
  cardShannon,
  cardT0,
  cardT5,
  cardTextDavinci001,
  cardTextDavinci002,
  cardTextDavinci003,
];
