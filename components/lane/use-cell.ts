import { useSyncExternalStore } from 'react';
import type { Cell } from '#lib/arena/turn-reader-store.ts';

/** The value of a cell; the component renders again when it changes. */
export function useCell<Value>(cell: Cell<Value>): Value {
  return useSyncExternalStore(cell.subscribe, cell.get, cell.get);
}
