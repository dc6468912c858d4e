/** Dense square matrices as row-major Float64Arrays of size*size. */

export class SingularMatrixError extends Error {
  override readonly name = 'SingularMatrixError';
}

/**
 * Lower Cholesky factor of a symmetric positive definite matrix (only its lower triangle is read).
 * @throws SingularMatrixError when a pivot is not positive to working precision.
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    const own = row * size;
    for (let column = 0; column < row; column++) {
      const left = at(matrix, own + column) - dot(factor, own, factor, column * size, column);
      factor[own + column] = left / at(factor, column * size + column);
    }
    const pivot = at(matrix, own + row);
    const left = pivot - dot(factor, own, factor, own, row);
    if (!(left > pivot * 1e-14)) throw new SingularMatrixError('matrix is not positive definite');
    factor[own + row] = Math.sqrt(left);
  }
  return factor;
}

/** The sum of left[i + k] * right[j + k] for k below count. */
function dot(left: Float64Array, i: number, right: Float64Array, j: number, count: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += (left[i + k] ?? 0) * (right[j + k] ?? 0);
  return sum;
}

/** into[i + k] += by * from[j + k] for k below count. */
function addScaled(
  into: Float64Array,
  i: number,
  from: Float64Array,
  j: number,
  count: number,
  by: number,
): void {
  for (let k = 0; k < count; k++) into[i + k] = (into[i + k] ?? 0) + by * (from[j + k] ?? 0);
}

/** x with L L' x = right. */
export function solveCholesky(factor: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const x = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    x[row] = (at(x, row) - dot(x, 0, factor, row * size, row)) / at(factor, row * size + row);
  }
  for (let row = size - 1; row >= 0; row--) {
    const value = at(x, row) / at(factor, row * size + row);
    x[row] = value;
    addScaled(x, 0, factor, row * size, row, -value);
  }
  return x;
}

/** (L L')^-1 = L^-T L^-1, exactly symmetric. */
export function inverseFromCholesky(factor: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    const own = row * size;
    for (let k = 0; k < row; k++) addScaled(lower, own, lower, k * size, k + 1, -at(factor, own + k));
    lower[own + row] = 1;
    const pivot = at(factor, own + row);
    for (let column = 0; column <= row; column++) lower[own + column] = (lower[own + column] ?? 0) / pivot;
  }
  const inverse = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    for (let row = 0; row <= k; row++) {
      addScaled(inverse, row * size, lower, k * size, row + 1, at(lower, k * size + row));
    }
  }
  return mirrored(inverse, size);
}

/** Copies the lower triangle into the upper one. */
function mirrored(matrix: Float64Array, size: number): Float64Array {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) {
      matrix[column * size + row] = matrix[row * size + column] ?? 0;
    }
  }
  return matrix;
}

/** outer * inner * outer for symmetric matrices, exactly symmetric. */
export function congruence(outer: Float64Array, inner: Float64Array, size: number): Float64Array {
  const half = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < size; k++) {
      addScaled(half, row * size, inner, k * size, size, at(outer, row * size + k));
    }
  }
  const product = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      product[row * size + column] = dot(half, row * size, outer, column * size, size);
    }
  }
  return mirrored(product, size);
}

/** Adds amount * (e_i - e_j)(e_i - e_j)' to a matrix. */
export function addContrast(into: Float64Array, size: number, i: number, j: number, amount: number): void {
  into[i * size + i] = at(into, i * size + i) + amount;
  into[j * size + j] = at(into, j * size + j) + amount;
  into[i * size + j] = at(into, i * size + j) - amount;
  into[j * size + i] = at(into, j * size + i) - amount;
}

/** Adds the amount to every element of the first `count` rows and columns. */
export function addToBlock(into: Float64Array, size: number, count: number, amount: number): void {
  for (let row = 0; row < count; row++) {
    for (let place = row * size; place < row * size + count; place++) into[place] = at(into, place) + amount;
  }
}

/** Adds the amount at (i, j) and at (j, i), i not j. */
export function addCross(into: Float64Array, size: number, i: number, j: number, amount: number): void {
  into[i * size + j] = at(into, i * size + j) + amount;
  into[j * size + i] = at(into, j * size + i) + amount;
}

/** An element known to exist: callers stay inside the bounds they were given. */
export function at(values: ArrayLike<number>, index: number): number {
  return values[index] as number;
}
