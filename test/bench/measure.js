const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

/**
 * Collects the garbage of the preparation, so that only the measured work runs while the clock runs. To be called
 * before each measurement.
 */
function settle() {
  collect();
}

/** The median of the rounds. */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** A figure of `ours` and its yardstick. The ratio is the median of the ratios of the rounds. */
function ratioFigure({ name, unit, target, better = 'higher' }, pairs) {
  return {
    name,
    unit,
    ours: Math.round(median(pairs.map(({ ours }) => ours))),
    yardstick: Math.round(median(pairs.map(({ yardstick }) => yardstick))),
    ratio: median(pairs.map(({ ours, yardstick }) => ours / yardstick)),
    target,
    better,
  };
}

/** A figure compared with a fixed limit. */
function limitFigure({ name, unit, limit }, values) {
  const ours = median(values);
  return {
    name,
    unit,
    ours: Math.round(ours * 10) / 10,
    yardstick: limit,
    ratio: ours / limit,
    target: 1,
    better: 'lower',
  };
}

/** A figure for a count out of `of`. */
function countFigure({ name, unit, of, target = 1 }, count) {
  return { name, unit, ours: count, yardstick: of, ratio: count / of, target, better: 'higher' };
}

module.exports = { settle, countFigure, median, ratioFigure, limitFigure };
