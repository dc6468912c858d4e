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
    for (let column = 0; column <= row; column++) {
      let sum = at(matrix, row * size + column);
      const before = sum;
      for (let k = 0; k < column; k++) sum -= at(factor, row * size + k) * at(factor, column * size + k);
      if (row === column) {
        if (!(sum > before * 1e-14)) throw new SingularMatrixError('matrix is not positive definite');
        factor[row * size + row] = Math.sqrt(sum);
      } else {
        factor[row * size + column] = sum / at(factor, column * size + column);
      }
    }
  }
  return factor;
}

/** x with L L' x = right. */
export function solveCholesky(factor: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const x = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    let sum = at(x, row);
    for (let k = 0; k < row; k++) sum -= at(factor, row * size + k) * at(x, k);
    x[row] = sum / at(factor, row * size + row);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = at(x, row);
    for (let k = row + 1; k < size; k++) sum -= at(factor, k * size + row) * at(x, k);
    x[row] = sum / at(factor, row * size + row);
  }
  return x;
}

/** (L L')^-1, exactly symmetric. */
export function inverseFromCholesky(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let column = 0; column < size; column++) {
    unit.fill(0);
    unit[column] = 1;
    const solved = solveCholesky(factor, unit);
    for (let row = column; row < size; row++) {
      inverse[row * size + column] = at(solved, row);
      inverse[column * size + row] = at(solved, row);
    }
  }
  return inverse;
}

/** outer * inner * outer for symmetric matrices. */
export function congruence(outer: Float64Array, inner: Float64Array, size: number): Float64Array {
  return multiply(multiply(outer, inner, size), outer, size);
}

function multiply(left: Float64Array, right: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < size; k++) {
      const factor = at(left, row * size + k);
      if (factor === 0) continue;
      for (let column = 0; column < size; column++) {
        product[row * size + column] =
          at(product, row * size + column) + factor * at(right, k * size + column);
      }
    }
  }
  return product;
}

/** An element known to exist: callers stay inside the bounds they were given. */
export function at(values: ArrayLike<number>, index: number): number {
  return values[index] as number;
}
