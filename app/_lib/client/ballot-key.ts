/** Before the turn's id, the name under which this browser keeps a ballot that is on its way. */
export const ballotKeyPrefix = 'baijia:ballot:';
