declare const raterIdBrand: unique symbol;

/** The one rater of a Baijia without accounts. */
export const localRaterId = 'local';

/** Who is asking. Minted in app/_lib alone, after the request has been identified. */
export type RaterId = string & { readonly [raterIdBrand]: true };
