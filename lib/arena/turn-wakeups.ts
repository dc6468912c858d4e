/** Tells whoever follows a turn of another process that something of it was stored. */
export class TurnWakeups {
  /** False while notices may be missed: followers then look by themselves. */
  isLive = false;
  private readonly watchers = new Map<string, Set<() => void>>();

  watch(turnId: string, onStored: () => void): () => void {
    const ofTurn = this.watchers.get(turnId) ?? new Set();
    this.watchers.set(turnId, ofTurn.add(onStored));
    return () => {
      ofTurn.delete(onStored);
      if (ofTurn.size === 0 && this.watchers.get(turnId) === ofTurn) this.watchers.delete(turnId);
    };
  }

  wake(turnId: string): void {
    for (const onStored of [...(this.watchers.get(turnId) ?? [])]) onStored();
  }

  /** Whatever was stored while notices did not come is looked up now. */
  setLive(isLive: boolean): void {
    this.isLive = isLive;
    for (const turnId of [...this.watchers.keys()]) this.wake(turnId);
  }
}
