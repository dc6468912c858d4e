/** Under this the queries of the history are kept. */
export const historyKey = ['comparisons'] as const;
