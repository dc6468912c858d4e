/** A tag is a category of the leaderboard under this word, so that none is taken for a rule's own. */
export const tagCategory = 'tag:';
