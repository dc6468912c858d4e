declare const raterIdBrand: unique symbol;

/** Who is asking. Minted in app/_lib alone, after the request has been identified. */
export type RaterId = string & { readonly [raterIdBrand]: true };
