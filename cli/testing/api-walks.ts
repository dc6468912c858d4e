import type { ApiWalker } from '#cli/testing/api-walker.ts';

type WithId = { id: string };
type Turn = WithId & { responses: { laneId: string }[] };
type Step = (walker: ApiWalker, place: { modelUrl: string }) => Promise<void>;

const demo = [{ endpointId: 'eliza' }, { endpointId: 'shannon' }];

async function startComparison(walker: ApiWalker, endpointIds: readonly string[]): Promise<WithId> {
  const lanes = endpointIds.map((endpointId) => ({ endpointId }));
  return walker.call('createComparison', { body: { mode: 'open', lanes } });
}

async function addEndpoint(walker: ApiWalker, baseUrl: string, model: string): Promise<string> {
  const body = { name: model, protocol: 'chat', baseUrl, model };
  return (await walker.call<WithId>('createEndpoint', { body })).id;
}

const walkEndpoints: Step = async (walker, { modelUrl }) => {
  const id = await addEndpoint(walker, modelUrl, 'echo');
  const path = { id };
  await walker.call('listEndpoints');
  await walker.call('getEndpoint', { path });
  await walker.call('updateEndpoint', { path, body: { price: { inputPerMillion: 1, outputPerMillion: 2 } } });
  await walker.call('testEndpoint', { path });
  await walker.call('getEndpointFacts', { path });
  await walker.call('discoverEndpoints');
  await walker.call('disableEndpoint', { path });
};

const walkComparisons: Step = async (walker, { modelUrl }) => {
  const echo = await addEndpoint(walker, modelUrl, 'echo');
  const comparison = await startComparison(walker, [echo, echo]);
  const path = { id: comparison.id };
  await walker.call('listComparisons', { query: { limit: '1', q: '' } });
  const body = { prompt: 'Is everything as documented?', idempotencyKey: 'one' };
  const turn = await walker.call<Turn>('askComparison', { path, body });
  await walker.call('askComparison', { path, body });
  const other = { ...body, prompt: 'Something else' };
  await walker.refuse('askComparison', { path, body: other }, { status: 409, code: 'conflict' });
  const headers = { accept: 'text/event-stream' };
  await walker.call('askComparison', { path, body: { prompt: 'And as a stream?' }, headers });
  await walker.call('getComparison', { path });
  await walker.call('renameComparison', { path, body: { title: 'Walked' } });
  const stale = { path: { id: turn.id, laneId: turn.responses[0]?.laneId ?? '' } };
  await walker.refuse('retryLane', stale, { status: 409, code: 'conflict' });
  await walker.call('deleteComparison', { path });
};

const walkTurns: Step = async (walker, { modelUrl }) => {
  const slow = await addEndpoint(walker, modelUrl, 'story-20');
  const { id } = await startComparison(walker, [slow, slow]);
  const turn = await walker.call<Turn>('askComparison', { path: { id }, body: { prompt: 'Go' } });
  const path = { id: turn.id };
  const laneId = turn.responses[0]?.laneId ?? '';
  await walker.call('getTurn', { path });
  await walker.call('retryLane', { path: { ...path, laneId } });
  await walker.call('followTurn', { path });
  await walker.call('stopTurn', { path, body: { laneId } });
};

const walkBallots: Step = async (walker, { modelUrl }) => {
  const endpointIds = await Promise.all(
    ['echo', 'echo', 'no-such-model'].map((model) => addEndpoint(walker, modelUrl, model)),
  );
  const { id } = await startComparison(walker, endpointIds);
  const turn = await walker.call<Turn>('askComparison', { path: { id }, body: { prompt: 'Judge this' } });
  const [a = '', b = '', failed = ''] = turn.responses.map(({ laneId }) => laneId);
  const path = { id: turn.id };
  const first = {
    ranking: [[a], [b]],
    ratings: { [a]: { overall: 6, flags: ['hallucination'] } },
    strength: 2,
  };
  await walker.call('putBallot', { path, body: first });
  await walker.call('putBallot', { path, body: { ranking: [[a, b]], comment: 'alike' } });
  const unfit = { path, body: { ranking: [[a], [failed]] } };
  await walker.refuse('putBallot', unfit, { status: 409, code: 'lane-not-rankable' });
  await walker.call('getBallot', { path });
  await walker.call('getTurnVotes', { path });
};

/** A blind comparison hides who answers, and its ballot is final: its answers have other shapes. */
const walkBattle: Step = async (walker) => {
  const body = { mode: 'blind', count: 2, endpointIds: demo.map(({ endpointId }) => endpointId) };
  const { id } = await walker.call<WithId>('createComparison', { body });
  const headers = { accept: 'text/event-stream' };
  await walker.call('askComparison', { path: { id }, body: { prompt: 'Who are you?' }, headers });
  const { turns } = await walker.call<{ turns: Turn[] }>('getComparison', { path: { id } });
  const [turn] = turns;
  const [a = '', b = ''] = turn?.responses.map(({ laneId }) => laneId) ?? [];
  const path = { id: turn?.id ?? '' };
  await walker.call('getTurn', { path });
  await walker.call('putBallot', { path, body: { ranking: [[a], [b]] } });
  await walker.refuse(
    'putBallot',
    { path, body: { ranking: [[b], [a]] } },
    { status: 409, code: 'ballot-final' },
  );
};

const battle = (winner: string) => ({
  question_id: `walk ${winner}`,
  model_a: 'alder',
  model_b: 'birch',
  winner,
  judge: 'walker',
  conversation_a: [
    { role: 'user', content: 'Which?' },
    { role: 'assistant', content: 'This.' },
  ],
  conversation_b: [
    { role: 'user', content: 'Which?' },
    { role: 'assistant', content: 'That.' },
  ],
  tstamp: 1_700_000_000,
});

const walkLog: Step = async (walker) => {
  const { data } = await walker.call<{ data: WithId[] }>('listPreferences', {
    query: { limit: '200', q: 'this' },
  });
  const path = { id: data[0]?.id ?? '' };
  await walker.call('getOverview', { query: { q: 'this' } });
  await walker.call('getPreference', { path });
  await walker.call('getPreferenceHistory', { path });
  await walker.call('getOverview', { query: { outcome: 'win', timeZone: 'Asia/Shanghai' } });
  const text = ['model_a', 'tie', 'nobody'].map((winner) => JSON.stringify(battle(winner))).join('\n');
  const file = { type: 'application/x-ndjson', text };
  await walker.call('previewImport', { file });
  const query = { leaderboard: 'in' };
  await walker.call('importLog', { path: { format: 'arena-33k' }, query, file });
  for (const format of ['trl-preference', 'csv', 'baijia'])
    await walker.call('exportLog', { path: { format } });
  for (const part of ['folder', 'manifest', 'dataset-info']) {
    await walker.call('exportLog', { path: { format: 'llama-factory' }, query: { part } });
  }
  await walker.call('countExport', { path: { format: 'arena' }, query: { outcome: 'win' } });
};

const walkChanges: Step = async (walker) => {
  const { data } = await walker.call<{ data: WithId[] }>('listPreferences', { query: { limit: '1' } });
  const path = { id: data[0]?.id ?? '' };
  await walker.call('changePreference', { path, body: { kind: 'note', value: 'Look again.' } });
  const tag = { kind: 'tag', value: 'walked' };
  const all = { filter: { excluded: 'none', hasComment: false }, change: tag };
  const { matched } = await walker.call<{ matched: number }>('changePreferences', {
    body: { ...all, dryRun: true },
  });
  const body = { ...all, expected: matched };
  const { actionId } = await walker.call<{ actionId: string }>('changePreferences', { body });
  const others = { body: { ...all, expected: matched + 1 } };
  await walker.refuse('changePreferences', others, { status: 409, code: 'conflict' });
  await walker.call('listTags');
  await walker.call('listActions', { query: { limit: '2' } });
  const action = { path: { id: actionId } };
  await walker.call('undoAction', action);
  await walker.refuse('undoAction', action, { status: 409, code: 'conflict' });
};

const walkViews: Step = async (walker) => {
  const body = { name: 'Walked', filter: { outcome: 'tie', q: 'this' } };
  const { id } = await walker.call<WithId>('createView', { body });
  await walker.refuse('createView', { body }, { status: 409, code: 'conflict' });
  await walker.call('listViews');
  await walker.call('updateView', { path: { id }, body: { name: 'Walked on' } });
  await walker.call('deleteView', { path: { id } });
};

const walkBoards: Step = async (walker) => {
  for (const by of ['endpoint', 'card']) {
    for (const board of [
      'getBoard',
      'getBoardMatrix',
      'getBoardHistory',
      'getBoardAgreement',
      'getBoardRobustness',
    ]) {
      await walker.call(board, { query: { by } });
    }
  }
  await walker.call('listBoardOptions');
  await walker.call('screenRaters');
};

const walkCatalog: Step = async (walker) => {
  const { data } = await walker.call<{ data: WithId[] }>('listCards');
  for (const { id } of data) await walker.call('getCard', { path: { id } });
  await walker.call('listCards', { query: { q: 'qwen', open: 'true' } });
  await walker.call('suggestCards', { body: { models: [{ model: 'qwen3:8b', name: '' }] } });
};

const walkService: Step = async (walker) => {
  await walker.call('checkLive');
  await walker.call('checkReady');
  await walker.call('getDocument');
};

/** Every operation with what it must take, in an order in which each finds what it needs. */
export const walks: readonly Step[] = [
  walkEndpoints,
  walkComparisons,
  walkTurns,
  walkBallots,
  walkBattle,
  walkLog,
  walkChanges,
  walkViews,
  walkBoards,
  walkCatalog,
  walkService,
];
