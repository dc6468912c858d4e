/** ln Gamma(x), x > 0, to about 1e-14 relative: Stirling's series after shifting x above 15. */
export function logGamma(x: number): number {
  let shift = 0;
  let y = x;
  if (y < 15) {
    let product = 1;
    for (; y < 15; y++) product *= y;
    shift = Math.log(product);
  }
  const inverse = 1 / (y * y);
  const series =
    (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / y;
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

export const logFactorial = (n: number) => logGamma(n + 1);
