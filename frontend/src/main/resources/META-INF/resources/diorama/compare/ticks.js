// @ts-check

/**
 * Round axis marks (steps of 1, 2 or 5 times a power of ten) that cover low…high; first and last are the axis' ends.
 *
 * @param {number} low
 * @param {number} high
 * @param {number} about how many steps are wanted
 * @returns {number[]}
 */
export function ticks(low, high, about) {
  const span = high > low ? high - low : 1;
  const rough = span / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough * 0.999) ?? 10 * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
