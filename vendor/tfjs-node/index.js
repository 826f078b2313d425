"use strict";
/**
 * The part of TensorFlow.js's interface that danfojs-node calls, on plain float64 arrays.
 * danfo uses it for element-wise arithmetic, comparisons, argMax and its scalers; the real package computes
 * these in float32 (0.4876 * 3 -> 1.4628000259), takes 57 to 273 MB and prints a banner.
 */

/** An array of one or two dimensions, its values in row order. */
class Tensor {
  constructor(values, shape) {
    this.values = values;
    this.shape = shape;
  }
  get rank() {
    return this.shape.length;
  }
  clone() {
    return new Tensor(this.values.slice(), this.shape);
  }
  transpose() {
    const [rows, columns] = rowsAndColumns(this.shape);
    const values = [];
    for (let column = 0; column < columns; column++) {
      for (let row = 0; row < rows; row++) values.push(this.values[row * columns + column]);
    }
    return new Tensor(values, [columns, rows]);
  }
  sqrt() {
    return new Tensor(this.values.map(Math.sqrt), this.shape);
  }
  argMax() {
    return scalar(this.values.indexOf(Math.max(...this.values)));
  }
  argMin() {
    return scalar(this.values.indexOf(Math.min(...this.values)));
  }
  max() {
    return reduceColumns(this, (values) => values.reduce((a, b) => Math.max(a, b)));
  }
  min() {
    return reduceColumns(this, (values) => values.reduce((a, b) => Math.min(a, b)));
  }
  mean() {
    return reduceColumns(this, mean);
  }
  arraySync() {
    if (this.rank === 0) return this.values[0];
    if (this.rank === 1) return this.values.slice();
    const [rows, columns] = this.shape;
    return Array.from({ length: rows }, (_, row) => this.values.slice(row * columns, (row + 1) * columns));
  }
}

/** As in TensorFlow.js, comparisons give 1 and 0, and `mod` has the sign of the divisor. */
const elementwise = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  divNoNan: (a, b) => (b === 0 ? 0 : a / b),
  pow: (a, b) => a ** b,
  mod: (a, b) => a - b * Math.floor(a / b),
  greater: (a, b) => Number(a > b),
  less: (a, b) => Number(a < b),
  greaterEqual: (a, b) => Number(a >= b),
  lessEqual: (a, b) => Number(a <= b),
  equal: (a, b) => Number(a === b),
  notEqual: (a, b) => Number(a !== b),
};
for (const [name, operation] of Object.entries(elementwise)) {
  Tensor.prototype[name] = function (other) {
    return broadcast(this, other, operation);
  };
}

/** `operation` on each pair of elements; a dimension of length 1 is repeated to fit the other one's. */
function broadcast(a, b, operation) {
  const [rowsA, columnsA] = rowsAndColumns(a.shape);
  const [rowsB, columnsB] = rowsAndColumns(b.shape);
  const fits = (m, n) => m === n || m === 1 || n === 1;
  if (!fits(rowsA, rowsB) || !fits(columnsA, columnsB)) {
    throw new Error(`Operands could not be broadcast together with shapes ${a.shape} and ${b.shape}.`);
  }
  const rows = Math.max(rowsA, rowsB);
  const columns = Math.max(columnsA, columnsB);
  const values = new Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const left = a.values[(rowsA === 1 ? 0 : row * columnsA) + (columnsA === 1 ? 0 : column)];
      const right = b.values[(rowsB === 1 ? 0 : row * columnsB) + (columnsB === 1 ? 0 : column)];
      values[row * columns + column] = operation(left, right);
    }
  }
  return new Tensor(
    values,
    a.rank >= b.rank ? shapeOf(a.rank, rows, columns) : shapeOf(b.rank, rows, columns),
  );
}

const rowsAndColumns = (shape) => (shape.length === 2 ? shape : [1, shape[0] ?? 1]);
const shapeOf = (rank, rows, columns) => [[], [columns], [rows, columns]][rank];
const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;

/** One figure a column of a table; of a list, one figure. */
function reduceColumns(tensor, statistic) {
  if (tensor.rank < 2) return scalar(statistic(tensor.values));
  const [, columns] = tensor.shape;
  const column = (index) => tensor.values.filter((_, position) => position % columns === index);
  return tensor1d(Array.from({ length: columns }, (_, index) => statistic(column(index))));
}

const toNumber = (value) => (value === null || value === undefined ? NaN : Number(value));
const scalar = (value) => new Tensor([toNumber(value)], []);
const tensor1d = (values) => new Tensor(Array.from(values, toNumber), [values.length]);
function tensor2d(values, shape) {
  const flat = Array.isArray(values[0]) ? values.flat() : values;
  return new Tensor(Array.from(flat, toNumber), shape ?? [values.length, values[0].length]);
}

/** Mean and population variance of each column. */
function moments(tensor) {
  const deviations = tensor.sub(tensor.mean());
  return { mean: tensor.mean(), variance: deviations.mul(deviations).mean() };
}

/** A seeded shuffle, for `DataFrame.sample`. */
const data = {
  array: (items) => ({
    shuffle(_buffer, seed) {
      const random = require("seedrandom")(seed);
      const shuffled = [...items];
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = Math.floor(random() * (last + 1));
        [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
      }
      return { take: (count) => ({ toArray: async () => shuffled.slice(0, count) }) };
    },
  }),
};

module.exports = { Tensor, scalar, tensor1d, tensor2d, moments, data };
