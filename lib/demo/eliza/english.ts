import type { Script } from '#lib/demo/eliza/engine.ts';
import { parseKeywords } from '#lib/demo/eliza/parse-keywords.ts';

const substitutions: Script['substitutions'] = {
  "i'm": 'i am',
  im: 'i am',
  "i've": 'i have',
  "i'd": 'i would',
  "i'll": 'i will',
  "you're": 'you are',
  "you've": 'you have',
  "he's": 'he is',
  "she's": 'she is',
  "it's": 'it is',
  "that's": 'that is',
  "what's": 'what is',
  "who's": 'who is',
  "there's": 'there is',
  "they're": 'they are',
  "we're": 'we are',
  "can't": 'cannot',
  cant: 'cannot',
  "don't": 'do not',
  dont: 'do not',
  "doesn't": 'does not',
  "didn't": 'did not',
  "isn't": 'is not',
  "won't": 'will not',
  "wouldn't": 'would not',
  mom: 'mother',
  mum: 'mother',
  dad: 'father',
  dreamed: 'dreamt',
  maybe: 'perhaps',
  recall: 'remember',
  hi: 'hello',
  hey: 'hello',
  thank: 'thanks',
  yeah: 'yes',
  nope: 'no',
  bye: 'goodbye',
  ai: 'machine',
  chatbot: 'machine',
  bot: 'machine',
  computer: 'machine',
  computers: 'machine',
  machines: 'machine',
  program: 'machine',
  everybody: 'everyone',
  nobody: 'everyone',
};

const mirrored: Readonly<Record<string, string>> = {
  i: 'you',
  me: 'you',
  my: 'your',
  mine: 'yours',
  myself: 'yourself',
  am: 'are',
  your: 'my',
  yours: 'mine',
  yourself: 'myself',
};

/** "I think you are kind to me" becomes "you think I am kind to you". */
function reflect(words: readonly string[]): string[] {
  return words.map((word, index) => {
    const lower = word.toLowerCase();
    const before = words[index - 1]?.toLowerCase();
    if (lower === 'you') return index === words.length - 1 ? 'me' : 'I';
    if (lower === 'are' && before === 'you') return 'am';
    if (lower === 'was' && before === 'i') return 'were';
    return mirrored[lower] ?? word;
  });
}

const keywords = parseKeywords(`
50 machine
  * -> Do machines worry you? | Why do you bring up machines just now? | What do you think machines have to do with you? | Would it matter to you if you were talking to one?
40 eliza
  * -> Names interest me less than you do. Please go on.
3 sorry
  * -> No need to apologise. | What do you feel when you say sorry?
5 remember
  * i remember * -> Does $2 come to mind often? | What else belongs to that memory? | Why $2 just now?
  * you remember * -> Did you think I would forget $2? | What about $2 should I bear in mind?
4 dreamt
  * i * dreamt * -> Really: $3? | Have you imagined $3 while awake as well? | =dream
3 dream
  * -> What does that dream say to you? | Who is in your dreams? | Do your dreams trouble you?
3 dreams
  * -> =dream
3 if
  * if * -> How likely is it that $2? | Do you hope that $2? | And if not?
1 perhaps
  * -> You sound unsure. | Why only perhaps? | Can you not be more definite?
8 mother
  * -> =my | Tell me more about your mother. | Who else is close to you?
8 father
  * -> =my | Tell me more about your father. | How do you get on with him?
2 my
  * my * @family * -> Tell me more about your family. | Your $3: what comes to mind? | Who else in your family $4?
  * my * -> Your $2? | Why do you say your $2? | Does it matter to you that your $2?
  memory * my * -> Let us go back to something: your $2. | Earlier you said that your $2. Has that to do with this? | I keep thinking of your $2.
1 i
  * i am * @low * -> I am sorry to hear that you are $3. How long has that been so? | Does talking here make you less $3? | What would have to change for you not to be $3?
  * i am * @high * -> What has made you $3? | Have you often been $3 of late? | Say more about being $3.
  * i want/need/wish * -> What would it mean to you to have $3? | Why do you $2 $3? | Suppose you got it soon. What then? | What if you never got $3?
  * i am * -> How long have you been $2? | Are you glad to be $2? | You are $2. Go on.
  * i feel * -> Tell me more about feeling $2. | Do you often feel $2? | When do you feel $2?
  * i think/believe * -> Do you really think so? | What makes you sure that $3? | You are not certain that $3?
  * i cannot * -> How do you know you cannot $2? | Have you tried? | Perhaps now you could $2.
  * i do not * -> Do you not $2? | Why not $2? | Would you rather $2? | Does that trouble you?
  * i * you * -> Is it really so that you $2 me? | Do you $2 anyone else?
  * i * -> You say you $2. | Can you say more about why you $2? | Do you say that for a reason?
2 you are
  * you are * -> What makes you think I am $2? | Does it please you to think I am $2? | Perhaps you would like to be $2.
2 are you
  * who/what are you * -> Who would you like me to be? | Does it matter who I am? | And who are you?
  * are you * -> Why does it matter whether I am $2? | Would you prefer it if I were not $2? | What do you think?
1 you
  * can/could you * -> You would like me to $3? | Could you not $3 yourself? | What would change if I could $3?
  * do you * -> Why do you wonder whether I $2? | And you: do you $2 yourself? | Let us stay with you.
  * you do not * me * -> Why do you think I do not $2 you? | Would you like me to $2 you?
  * you * me * -> Why do you think I $2 you? | Suppose I did $2 you. Then what?
  * you * -> We were talking about you, not about me. | Why do you say that I $2? | Let us stay with you.
2 why
  * why do not you * -> Do you think I ought to $2? | Perhaps in good time I will $2.
  * why cannot i * -> Do you think you should be able to $2? | What stands in your way?
  * -> =question
0 what, how, who, where, when, which
  * -> =question
0 question
  * -> Why do you ask? | What answer would please you most? | Does that question come to you often? | What do you think yourself? | What is it that you really want to know?
1 explain, write, tell, describe, translate, summarize, summarise, list, give
  * $key me * -> And if I did, what would you do with it? | What drew you to $2?
  * $key * -> You ask me to work. What would it be like to do it together? | What drew you to $2? | Before we come to $2: how are you today?
1 because
  * -> Is that the real reason? | What other reasons come to mind? | Does that explain anything else?
1 always
  * -> Can you think of one time in particular? | Really always? | When was the last time?
2 everyone
  * -> Surely not everyone. | Whom do you have in mind? | Anyone in particular?
10 alike
  * -> In what way? | What is it that they share? | And where do they differ?
1 like
  * is/are/was like * -> In what way are they alike? | What does that likeness tell you? | What else is like that?
0 yes
  * -> You seem quite sure. | I see. Go on. | Can you say more?
0 no
  * -> Why not? | Is that a firm no? | You say no. What would a yes cost?
0 thanks
  * -> You did the talking. What comes next?
0 hello
  * -> Good day. What is on your mind? | Hello again. Where were we?
0 goodbye
  * -> Goodbye. Come back when you feel like talking.
`);

/** A conversation in English, in the manner of a therapist who only asks. Every line is written for Baijia. */
export const english: Script = {
  split: (text) =>
    text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.map((word) => word.replace('’', "'")) ?? [],
  join: (words) => words.join(' '),
  clauseEnd: /[.,;:!?\n()"“”]+|\bbut\b/i,
  substitutions,
  reflect,
  classes: {
    family: [
      'mother',
      'father',
      'sister',
      'brother',
      'wife',
      'husband',
      'son',
      'daughter',
      'child',
      'children',
      'family',
      'parents',
    ],
    low: [
      'sad',
      'unhappy',
      'depressed',
      'tired',
      'lonely',
      'afraid',
      'scared',
      'anxious',
      'worried',
      'angry',
      'sick',
      'lost',
      'stressed',
      'bored',
    ],
    high: ['happy', 'glad', 'better', 'excited', 'proud', 'calm', 'fine', 'cheerful'],
  },
  keywords,
  fallbacks: [
    'Please go on.',
    'I am not sure I follow you. Can you put it another way?',
    'What does that mean to you?',
    'Does speaking of this trouble you?',
    'That is interesting. Say more.',
  ],
};
