/** What became of one item of a batch; `refused` concerns this item alone. */
export type Settled<Result> = { done: Result } | { refused: unknown };

type Options<Item, Result> = {
  /** Answers in the order of the items. What it throws concerns them all. */
  work: (items: readonly Item[]) => Promise<Settled<Result>[]>;
  /** Items of one key are never in one batch, nor in two at the same time. */
  keyOf: (item: Item) => string;
  /** Items a batch has at most. */
  most: number;
  /** Whether an error would be the same for every item, so that trying them one by one is of no use. */
  concernsAll: (error: unknown) => boolean;
};

type Waiting<Item, Result> = {
  item: Item;
  key: string;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
};

/**
 * Does together what is asked for while a batch is at work: one call alone starts at once, and many at a time cost
 * little more than one. An item that breaks its batch is found by trying each alone.
 */
export function inBatches<Item, Result>(options: Options<Item, Result>): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let isWorking = false;

  const workOff = async () => {
    isWorking = true;
    while (waiting.length > 0) await settle(takeBatch(waiting, options.most), options);
    isWorking = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, key: options.keyOf(item), resolve, reject });
      if (!isWorking) void workOff();
    });
}

/** The oldest of each key, up to `most`. */
function takeBatch<Item, Result>(waiting: Waiting<Item, Result>[], most: number): Waiting<Item, Result>[] {
  const batch = new Map<string, Waiting<Item, Result>>();
  for (const entry of waiting) {
    if (batch.size === most) break;
    if (!batch.has(entry.key)) batch.set(entry.key, entry);
  }
  const taken = new Set(batch.values());
  const rest = waiting.filter((entry) => !taken.has(entry));
  waiting.splice(0, waiting.length, ...rest);
  return [...taken];
}

async function settle<Item, Result>(
  batch: readonly Waiting<Item, Result>[],
  options: Options<Item, Result>,
): Promise<void> {
  try {
    const results = await options.work(batch.map(({ item }) => item));
    for (const [index, { resolve, reject }] of batch.entries()) {
      const result = results[index];
      if (result && 'done' in result) resolve(result.done);
      else reject(result?.refused);
    }
  } catch (error) {
    if (batch.length === 1 || options.concernsAll(error)) {
      for (const { reject } of batch) reject(error);
    } else {
      for (const entry of batch) await settle([entry], options);
    }
  }
}
