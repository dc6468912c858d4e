import type { Keyword, Script } from '#lib/demo/eliza/engine.ts';

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

const feelingRules = [
  {
    pattern: '* i am * @low *',
    replies: [
      'I am sorry to hear that you are $3. How long has that been so?',
      'Does talking here make you less $3?',
      'What would have to change for you not to be $3?',
    ],
  },
  {
    pattern: '* i am * @high *',
    replies: ['What has made you $3?', 'Have you often been $3 of late?', 'Say more about being $3.'],
  },
];

const keywords: readonly Keyword[] = [
  {
    key: 'machine',
    rank: 50,
    rules: [
      {
        pattern: '*',
        replies: [
          'Do machines worry you?',
          'Why do you bring up machines just now?',
          'What do you think machines have to do with you?',
          'Would it matter to you if you were talking to one?',
        ],
      },
    ],
  },
  {
    key: 'eliza',
    rank: 40,
    rules: [{ pattern: '*', replies: ['Names interest me less than you do. Please go on.'] }],
  },
  {
    key: 'sorry',
    rank: 3,
    rules: [{ pattern: '*', replies: ['No need to apologise.', 'What do you feel when you say sorry?'] }],
  },
  {
    key: 'remember',
    rank: 5,
    rules: [
      {
        pattern: '* i remember *',
        replies: ['Does $2 come to mind often?', 'What else belongs to that memory?', 'Why $2 just now?'],
      },
      {
        pattern: '* you remember *',
        replies: ['Did you think I would forget $2?', 'What about $2 should I bear in mind?'],
      },
    ],
  },
  {
    key: 'dreamt',
    rank: 4,
    rules: [
      {
        pattern: '* i * dreamt *',
        replies: ['Really: $3?', 'Have you imagined $3 while awake as well?', '=dream'],
      },
    ],
  },
  {
    key: 'dream',
    rank: 3,
    rules: [
      {
        pattern: '*',
        replies: [
          'What does that dream say to you?',
          'Who is in your dreams?',
          'Do your dreams trouble you?',
        ],
      },
    ],
  },
  { key: 'dreams', rank: 3, rules: [{ pattern: '*', replies: ['=dream'] }] },
  {
    key: 'if',
    rank: 3,
    rules: [
      { pattern: '* if *', replies: ['How likely is it that $2?', 'Do you hope that $2?', 'And if not?'] },
    ],
  },
  {
    key: 'perhaps',
    rank: 1,
    rules: [
      { pattern: '*', replies: ['You sound unsure.', 'Why only perhaps?', 'Can you not be more definite?'] },
    ],
  },
  {
    key: 'mother',
    rank: 8,
    rules: [
      { pattern: '*', replies: ['=my', 'Tell me more about your mother.', 'Who else is close to you?'] },
    ],
  },
  {
    key: 'father',
    rank: 8,
    rules: [
      { pattern: '*', replies: ['=my', 'Tell me more about your father.', 'How do you get on with him?'] },
    ],
  },
  {
    key: 'my',
    rank: 2,
    rules: [
      {
        pattern: '* my * @family *',
        replies: [
          'Tell me more about your family.',
          'Your $3: what comes to mind?',
          'Who else in your family $4?',
        ],
      },
      {
        pattern: '* my *',
        replies: ['Your $2?', 'Why do you say your $2?', 'Does it matter to you that your $2?'],
      },
    ],
    memory: {
      pattern: '* my *',
      replies: [
        'Let us go back to something: your $2.',
        'Earlier you said that your $2. Has that to do with this?',
        'I keep thinking of your $2.',
      ],
    },
  },
  {
    key: 'i',
    rank: 1,
    rules: [
      ...feelingRules,
      {
        pattern: '* i want/need/wish *',
        replies: [
          'What would it mean to you to have $3?',
          'Why do you $2 $3?',
          'Suppose you got it soon. What then?',
          'What if you never got $3?',
        ],
      },
      {
        pattern: '* i am *',
        replies: ['How long have you been $2?', 'Are you glad to be $2?', 'You are $2. Go on.'],
      },
      {
        pattern: '* i feel *',
        replies: ['Tell me more about feeling $2.', 'Do you often feel $2?', 'When do you feel $2?'],
      },
      {
        pattern: '* i think/believe *',
        replies: ['Do you really think so?', 'What makes you sure that $3?', 'You are not certain that $3?'],
      },
      {
        pattern: '* i cannot *',
        replies: ['How do you know you cannot $2?', 'Have you tried?', 'Perhaps now you could $2.'],
      },
      {
        pattern: '* i do not *',
        replies: ['Do you not $2?', 'Why not $2?', 'Would you rather $2?', 'Does that trouble you?'],
      },
      { pattern: '* i * you *', replies: ['Is it really so that you $2 me?', 'Do you $2 anyone else?'] },
      {
        pattern: '* i *',
        replies: ['You say you $2.', 'Can you say more about why you $2?', 'Do you say that for a reason?'],
      },
    ],
  },
  {
    key: 'you are',
    rank: 2,
    rules: [
      {
        pattern: '* you are *',
        replies: [
          'What makes you think I am $2?',
          'Does it please you to think I am $2?',
          'Perhaps you would like to be $2.',
        ],
      },
    ],
  },
  {
    key: 'are you',
    rank: 2,
    rules: [
      {
        pattern: '* who/what are you *',
        replies: ['Who would you like me to be?', 'Does it matter who I am?', 'And who are you?'],
      },
      {
        pattern: '* are you *',
        replies: [
          'Why does it matter whether I am $2?',
          'Would you prefer it if I were not $2?',
          'What do you think?',
        ],
      },
    ],
  },
  {
    key: 'you',
    rank: 1,
    rules: [
      {
        pattern: '* can/could you *',
        replies: [
          'You would like me to $3?',
          'Could you not $3 yourself?',
          'What would change if I could $3?',
        ],
      },
      {
        pattern: '* you do not * me *',
        replies: ['Why do you think I do not $2 you?', 'Would you like me to $2 you?'],
      },
      {
        pattern: '* you * me *',
        replies: ['Why do you think I $2 you?', 'Suppose I did $2 you. Then what?'],
      },
      {
        pattern: '* you *',
        replies: [
          'We were talking about you, not about me.',
          'Why do you say that I $2?',
          'Let us stay with you.',
        ],
      },
    ],
  },
  {
    key: 'why',
    rank: 2,
    rules: [
      {
        pattern: '* why do not you *',
        replies: ['Do you think I ought to $2?', 'Perhaps in good time I will $2.'],
      },
      {
        pattern: '* why cannot i *',
        replies: ['Do you think you should be able to $2?', 'What stands in your way?'],
      },
      { pattern: '*', replies: ['=question'] },
    ],
  },
  ...['what', 'how', 'who', 'where', 'when', 'which'].map((key) => ({
    key,
    rank: 0,
    rules: [{ pattern: '*', replies: ['=question'] }],
  })),
  {
    key: 'question',
    rank: 0,
    rules: [
      {
        pattern: '*',
        replies: [
          'Why do you ask?',
          'What answer would please you most?',
          'Does that question come to you often?',
          'What do you think yourself?',
          'What is it that you really want to know?',
        ],
      },
    ],
  },
  ...['explain', 'write', 'tell', 'describe', 'translate', 'summarize', 'summarise', 'list', 'give'].map(
    (key) => ({
      key,
      rank: 1,
      rules: [
        {
          pattern: `* ${key} me *`,
          replies: ['And if I did, what would you do with it?', 'What drew you to $2?'],
        },
        {
          pattern: `* ${key} *`,
          replies: [
            'You ask me to work. What would it be like to do it together?',
            'What drew you to $2?',
            'Before we come to $2: how are you today?',
          ],
        },
      ],
    }),
  ),
  {
    key: 'because',
    rank: 1,
    rules: [
      {
        pattern: '*',
        replies: [
          'Is that the real reason?',
          'What other reasons come to mind?',
          'Does that explain anything else?',
        ],
      },
    ],
  },
  {
    key: 'always',
    rank: 1,
    rules: [
      {
        pattern: '*',
        replies: ['Can you think of one time in particular?', 'Really always?', 'When was the last time?'],
      },
    ],
  },
  {
    key: 'everyone',
    rank: 2,
    rules: [
      {
        pattern: '*',
        replies: ['Surely not everyone.', 'Whom do you have in mind?', 'Anyone in particular?'],
      },
    ],
  },
  {
    key: 'alike',
    rank: 10,
    rules: [
      { pattern: '*', replies: ['In what way?', 'What is it that they share?', 'And where do they differ?'] },
    ],
  },
  {
    key: 'like',
    rank: 1,
    rules: [
      {
        pattern: '* is/are/was like *',
        replies: [
          'In what way are they alike?',
          'What does that likeness tell you?',
          'What else is like that?',
        ],
      },
    ],
  },
  {
    key: 'yes',
    rank: 0,
    rules: [{ pattern: '*', replies: ['You seem quite sure.', 'I see. Go on.', 'Can you say more?'] }],
  },
  {
    key: 'no',
    rank: 0,
    rules: [
      { pattern: '*', replies: ['Why not?', 'Is that a firm no?', 'You say no. What would a yes cost?'] },
    ],
  },
  { key: 'thanks', rank: 0, rules: [{ pattern: '*', replies: ['You did the talking. What comes next?'] }] },
  {
    key: 'hello',
    rank: 0,
    rules: [{ pattern: '*', replies: ['Good day. What is on your mind?', 'Hello again. Where were we?'] }],
  },
  {
    key: 'goodbye',
    rank: 0,
    rules: [{ pattern: '*', replies: ['Goodbye. Come back when you feel like talking.'] }],
  },
];

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
